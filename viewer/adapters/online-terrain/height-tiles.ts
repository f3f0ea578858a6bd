import { decode } from 'fast-png';
import { type MercatorTile, type MercatorTileId, quarterOf } from '#core/tiles/mercator-ground';
import { terrariumHeights } from '#core/tiles/terrarium';

/** Decoded tiles kept: 160 of 256 px are 40 MiB. A view reads about a hundred, with neighbours. */
const TILES_HELD = 160;

const PATIENCE_MS = 8_000;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 300;

/** Tiles in a row, not the requests that wait for them: one bad tile has many neighbours. */
const FAILURES_TO_LOSE = 4;

/** Reads height tiles from the network: keeps some, tries again, and knows what is not there. */
export interface HeightTiles {
  /**
   * Asks for the first tile.
   *
   * @throws Error if it does not come in time
   */
  reach(withinMs: number): Promise<void>;
  /**
   * A tile, enlarged from the zoom above where the server has none of its own.
   *
   * @returns `undefined` where no zoom has one
   * @throws Error if the network fails again and again, or the picture is none
   */
  read(id: MercatorTileId): Promise<MercatorTile | undefined>;
  /** Whether so many tiles in a row could not be had that the network must be gone. */
  isLost(): boolean;
}

/** @param urlTemplate - address with `{z}`, `{x}` and `{y}` */
export function createHeightTiles(urlTemplate: string): HeightTiles {
  let failuresInARow = 0;
  const held = new Map<string, Promise<MercatorTile | undefined>>();

  async function load(id: MercatorTileId): Promise<MercatorTile | undefined> {
    const own = await fetchTile(addressOf(urlTemplate, id)).catch((error: unknown) => {
      failuresInARow++;
      throw error;
    });
    failuresInARow = 0;
    if (own || id.zoom === 0) return own;
    const above = await read({ zoom: id.zoom - 1, x: id.x >> 1, y: id.y >> 1 });
    return above && quarterOf(above, id.x & 1, id.y & 1);
  }

  function read(id: MercatorTileId): Promise<MercatorTile | undefined> {
    const key = `${id.zoom}/${id.x}/${id.y}`;
    const tile = held.get(key) ?? load(id);
    held.delete(key);
    held.set(key, tile);
    // What failed is asked for anew the next time.
    tile.catch(() => held.delete(key));
    for (const oldest of held.keys()) if (held.size > TILES_HELD) held.delete(oldest);
    return tile;
  }

  return {
    async reach(withinMs) {
      const url = addressOf(urlTemplate, { zoom: 0, x: 0, y: 0 });
      const response = await fetch(url, { signal: AbortSignal.timeout(withinMs) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      await response.arrayBuffer();
    },
    read,
    isLost: () => failuresInARow >= FAILURES_TO_LOSE,
  };
}

/** Address of a tile. */
function addressOf(urlTemplate: string, { zoom, x, y }: MercatorTileId): string {
  return urlTemplate
    .replace('{z}', String(zoom))
    .replace('{x}', String(x))
    .replace('{y}', String(y));
}

async function fetchTile(url: string): Promise<MercatorTile | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      // Stores that hide their listing answer 403 for what is not there.
      if (response.status === 404 || response.status === 403) return undefined;
      if (!response.ok) throw new Error(`status ${response.status}`);
      return tileOf(new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

/**
 * Heights of a terrarium PNG. Decoded here and not by a canvas: browsers that protect against
 * fingerprinting change what is read back from one.
 */
function tileOf(png: Uint8Array): MercatorTile {
  const { width, height, channels, depth, data } = decode(png);
  const isPicture = width === height && depth === 8 && data instanceof Uint8Array;
  if (!isPicture || (channels !== 3 && channels !== 4)) {
    throw new Error(`a picture of ${width} x ${height}, ${channels} channels of ${depth} bits`);
  }
  return { sidePx: width, heightsOrthometricM: terrariumHeights(data, channels) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
