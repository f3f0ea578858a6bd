import { type Blur, PANORAMA_DEFAULTS } from '#scene';
import { hash8 } from '../io/content-hash';

/** What of a panorama's record changes its tiles. */
export interface TileRecipe {
  readonly blurs: readonly Blur[];
  readonly tileFormat: 'webp' | 'jpeg';
}

/** Tiles of a panorama whose record says nothing about them, or that has none yet. */
export const PLAIN_TILES: TileRecipe = { blurs: [], tileFormat: PANORAMA_DEFAULTS.tileFormat };

/**
 * Name of the folder of what is built from a master: it changes with the master's bytes and with
 * everything else that changes a tile, so that an address never gets other bytes.
 *
 * @param masterSha256 - of the master's bytes, hexadecimal
 * @returns its first eight digits for plain tiles
 */
export function builtHash8(masterSha256: string, { blurs, tileFormat }: TileRecipe): string {
  if (blurs.length === 0 && tileFormat === PANORAMA_DEFAULTS.tileFormat) {
    return masterSha256.slice(0, 8);
  }
  return hash8(JSON.stringify([masterSha256, tileFormat, blurs.map(blurNumbers)]));
}

function blurNumbers(blur: Blur): readonly (string | number)[] {
  return [blur.shape, blur.yawDeg, blur.pitchDeg, blur.widthDeg, blur.heightDeg];
}

/** Extension of tiles. */
export function tileExtension({ tileFormat }: Pick<TileRecipe, 'tileFormat'>): 'webp' | 'jpg' {
  return tileFormat === 'jpeg' ? 'jpg' : 'webp';
}
