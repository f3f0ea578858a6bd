import { createEmitter } from '#core/emitter';
import { AssetError } from '#core/errors';
import type { WorldGeoidFile } from '#core/geo/world-geoid';
import { levelOfMercatorZoom } from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { OnlineTerrain, OnlineTerrainEvents } from '../online-terrain-port';
import { addressOf } from './height-tiles';
import type { MeshAnswer, MeshRequest, SetupMessage } from './messages';

/** Where online terrain comes from. */
export interface OnlineTerrainAddress {
  /** Terrarium PNG, XYZ, web mercator; holds `{z}`, `{x}` and `{y}`. */
  readonly urlTemplate: string;
  readonly maxZoom: number;
  readonly credit: string;
  /** Address of our own geoid file. */
  readonly geoidUrl: string;
}

/** Within this time the first tile must be there, or the tier below stays. */
export const REACH_WITHIN_MS = 2_500;

/** Meshes under way at once: a view's worth of tiles, and no more than a flight leaves behind. */
const MOST_AT_ONCE = 10;

/** So many failures in a row mean that the network is gone. */
const FAILURES_TO_LOSE = 4;

/**
 * Reaches the open height tiles: the world's first tile and our geoid.
 *
 * @param signal - stops reaching
 * @throws AssetError `online-terrain-unreachable` after {@link REACH_WITHIN_MS} or at a failure
 */
export async function connectOnlineTerrain(
  address: OnlineTerrainAddress,
  signal: AbortSignal,
): Promise<OnlineTerrain> {
  const inTime = new AbortController();
  const stop = (): void => inTime.abort(new Error(`no answer within ${REACH_WITHIN_MS} ms`));
  const timer = setTimeout(stop, REACH_WITHIN_MS);
  signal.addEventListener('abort', stop);
  const first = addressOf(address.urlTemplate, { zoom: 0, x: 0, y: 0 });
  const [geoid] = await Promise.all([
    reach(address.geoidUrl, inTime.signal).then(
      (response) => response.json() as Promise<WorldGeoidFile>,
    ),
    reach(first, inTime.signal).then((response) => response.arrayBuffer()),
  ])
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw unreachable(first, error);
    })
    .finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
  return startTerrain(address, geoid);
}

async function reach(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response;
}

/** Who waits for a mesh. */
interface Asked {
  resolve(mesh: QuantizedMesh): void;
  reject(error: unknown): void;
}

function startTerrain(address: OnlineTerrainAddress, geoid: WorldGeoidFile): OnlineTerrain {
  const { urlTemplate, maxZoom, credit } = address;
  const worker = new Worker(new URL('./terrain.worker.ts', import.meta.url), { type: 'module' });
  const events = createEmitter<OnlineTerrainEvents>();
  const waiting = new Map<number, Asked>();
  let lastSerial = 0;
  let failuresInARow = 0;
  worker.postMessage({ type: 'setup', urlTemplate, maxZoom, geoid } satisfies SetupMessage);
  worker.onmessage = ({ data }: MessageEvent<MeshAnswer>) => {
    const asked = waiting.get(data.serial);
    waiting.delete(data.serial);
    if ('mesh' in data) {
      failuresInARow = 0;
      asked?.resolve(data.mesh);
      return;
    }
    asked?.reject(unreachable(urlTemplate, data.problem));
    if (++failuresInARow === FAILURES_TO_LOSE) events.emit('lost', null);
  };
  return {
    maxLevel: levelOfMercatorZoom(maxZoom),
    credit,
    requestMesh(tile: TileId) {
      if (waiting.size >= MOST_AT_ONCE) return undefined;
      const serial = ++lastSerial;
      worker.postMessage({ type: 'mesh', serial, tile } satisfies MeshRequest);
      return new Promise((resolve, reject) => waiting.set(serial, { resolve, reject }));
    },
    on: events.on,
    dispose() {
      events.clear();
      worker.terminate();
      for (const asked of waiting.values()) asked.reject(unreachable(urlTemplate, 'disposed'));
      waiting.clear();
    },
  };
}

function unreachable(url: string, cause: unknown): AssetError {
  return new AssetError(
    'online-terrain-unreachable',
    {
      file: url,
      expected: 'open height tiles',
      found: cause instanceof Error ? cause.message : String(cause),
      fix: 'Check the network and try again; the sketch relief stays.',
    },
    { cause },
  );
}
