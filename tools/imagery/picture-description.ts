import { join } from 'node:path';
import { readJsonIfThere, textHash } from '../io/tile-files';
import { PICTURE_TILE_PX } from './picture-block';
import type { PicturePlan } from './picture-plan';

/** File beside a picture's tiles that the viewer reads before it asks for any. */
export const DESCRIPTION_FILE = 'imagery.json';

/** What `imagery.json` says. As it lies on the disk it is true for any host of files. */
export interface PictureDescription {
  readonly formatVersion: 1;
  readonly scheme: 'tms';
  readonly tilePx: number;
  readonly boundsDeg: {
    readonly westDeg: number;
    readonly southDeg: number;
    readonly eastDeg: number;
    readonly northDeg: number;
  };
  readonly minLevel: number;
  /** Deepest level that can be asked for. */
  readonly maxLevel: number;
  /** Deepest level whose tiles are all there. */
  readonly builtLevel: number;
  /** Deepest level that a server with a painter may offer. */
  readonly paintableLevel?: number;
  readonly hasAlpha: true;
  readonly credit: string;
  readonly version: string;
}

/** The description of a picture that is there down to a level. */
export function pictureDescription(plan: PicturePlan, builtLevel: number): PictureDescription {
  const { westDeg, southDeg, eastDeg, northDeg } = plan.boxDeg;
  return {
    formatVersion: 1,
    scheme: 'tms',
    tilePx: PICTURE_TILE_PX,
    boundsDeg: { westDeg, southDeg, eastDeg, northDeg },
    minLevel: 0,
    maxLevel: builtLevel,
    builtLevel,
    ...(plan.paintableLevel !== undefined && { paintableLevel: plan.paintableLevel }),
    hasAlpha: true,
    credit: plan.credit,
    version: plan.contentHash.slice(0, 8),
  };
}

/** The description in a picture's folder, `undefined` if there is none. */
export async function readPictureDescription(
  folder: string,
): Promise<PictureDescription | undefined> {
  const found = await readJsonIfThere(join(folder, DESCRIPTION_FILE));
  const isOurs = typeof found === 'object' && found !== null && 'builtLevel' in found;
  return isOurs ? (found as PictureDescription) : undefined;
}

/** What a server says that paints missing tiles: more may be asked for than is there. */
export function withPaintableLevels(description: PictureDescription): PictureDescription {
  const { builtLevel, paintableLevel = builtLevel } = description;
  return { ...description, maxLevel: Math.max(builtLevel, paintableLevel) };
}

/** Hash of all that decides a picture's bytes. */
export function pictureHash(parts: readonly unknown[]): string {
  return textHash(JSON.stringify(parts));
}
