import { createEmitter } from '#core/emitter';
import { AssetError } from '#core/errors';
import type { WorldGeoidFile } from '#core/geo/world-geoid';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { levelOfMercatorZoom } from '#core/tiles/mercator-ground';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import type { TileId } from '#core/tiles/tile-id';
import type { OnlineTerrain, OnlineTerrainEvents } from '../online-terrain-port';
import type { SetupMessage, WorkerAnswer, WorkerRequest } from './messages';

/** Where online terrain comes from. */
export interface OnlineTerrainAddress {
  /** Terrarium PNG, XYZ, web mercator; holds `{z}`, `{x}` and `{y}`. */
  readonly urlTemplate: string;
  readonly maxZoom: number;
  readonly credit: string;
  /** Where the relief is painted. */
  readonly pictureBoxDeg: GeoBoxDeg;
  /** Address of our own geoid file. */
  readonly geoidUrl: string;
}

/** Within this time the first tile must be there, or the tier below stays. */
export const REACH_WITHIN_MS = 2_500;

/** Meshes, and pictures, under way at once: a view's worth, no more than a flight leaves behind. */
const MOST_AT_ONCE = 10;

/** The two tiles that hold the whole Earth. */
const ROOTS: readonly TileId[] = [
  { z: 0, x: 0, y: 0, scheme: 'xyz' },
  { z: 0, x: 1, y: 0, scheme: 'xyz' },
];

/**
 * Reaches the open height tiles: ready when the whole Earth is there in its coarsest tiles, so
 * that whoever shows it never shows a hole.
 *
 * @param signal - stops reaching
 * @throws AssetError `online-terrain-unreachable` after {@link REACH_WITHIN_MS} or at a failure
 */
export async function connectOnlineTerrain(
  address: OnlineTerrainAddress,
  signal: AbortSignal,
): Promise<OnlineTerrain> {
  const geoid = await readGeoid(address.geoidUrl, signal);
  const { terrain, reach } = startTerrain(address, geoid);
  const stop = (): void => terrain.dispose();
  signal.addEventListener('abort', stop);
  try {
    // Timed in the worker: a page busy with drawing would take itself for a slow network.
    await reach();
    return withRoots(terrain, await Promise.all(ROOTS.map(terrain.requestMesh)));
  } catch (error) {
    terrain.dispose();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function readGeoid(url: string, signal: AbortSignal): Promise<WorldGeoidFile> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) as WorldGeoidFile;
  } catch (error) {
    signal.throwIfAborted();
    throw unreachable(url, error);
  }
}

/** The same terrain with its first tiles at hand. */
function withRoots(
  terrain: OnlineTerrain,
  roots: readonly (QuantizedMesh | undefined)[],
): OnlineTerrain {
  return {
    ...terrain,
    requestMesh(tile) {
      const root = tile.z === 0 ? roots[tile.x] : undefined;
      return root ? Promise.resolve(root) : terrain.requestMesh(tile);
    },
  };
}

type Made = QuantizedMesh | ImageBitmap | null;

/** Who waits for something made. */
interface Asked {
  resolve(made: Made): void;
  reject(error: unknown): void;
}

/** A worker's terrain before anybody knows whether it can be reached. */
interface StartedTerrain {
  readonly terrain: OnlineTerrain;
  reach(): Promise<unknown>;
}

function startTerrain(address: OnlineTerrainAddress, geoid: WorldGeoidFile): StartedTerrain {
  const { urlTemplate, maxZoom, credit, pictureBoxDeg } = address;
  const worker = new Worker(new URL('./terrain.worker.ts', import.meta.url), { type: 'module' });
  const events = createEmitter<OnlineTerrainEvents>();
  const waiting = { reach: lineOf(), mesh: lineOf(), picture: lineOf() };
  let lastSerial = 0;
  let isLost = false;
  worker.postMessage({
    type: 'setup',
    urlTemplate,
    maxZoom,
    geoid,
    pictureBoxDeg,
  } satisfies SetupMessage);
  worker.onerror = () => {
    // A worker that does not start answers nobody.
    for (const asked of waiting.reach.values()) asked.reject(unreachable(urlTemplate, 'no worker'));
    events.emit('lost', null);
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    const line = Object.values(waiting).find((asked) => asked.has(data.serial));
    const asked = line?.get(data.serial);
    line?.delete(data.serial);
    if ('made' in data) {
      asked?.resolve(data.made);
      return;
    }
    asked?.reject(unreachable(urlTemplate, data.problem));
    if (data.isLost && !isLost) events.emit('lost', null);
    isLost ||= data.isLost;
  };
  function ask(request: WithoutSerial): Promise<Made> | undefined {
    const line = waiting[request.type];
    if (line.size >= MOST_AT_ONCE) return undefined;
    const serial = ++lastSerial;
    worker.postMessage({ ...request, serial } satisfies WorkerRequest);
    return new Promise((resolve, reject) => line.set(serial, { resolve, reject }));
  }
  const terrain: OnlineTerrain = {
    maxLevel: levelOfMercatorZoom(maxZoom),
    maxZoom,
    credit,
    pictureBoxDeg,
    requestMesh: (tile) => ask({ type: 'mesh', tile }) as Promise<QuantizedMesh> | undefined,
    requestPicture: (tile) => ask({ type: 'picture', tile }) as Promise<ImageBitmap> | undefined,
    on: events.on,
    dispose() {
      events.clear();
      worker.terminate();
      for (const line of Object.values(waiting)) {
        for (const asked of line.values()) asked.reject(unreachable(urlTemplate, 'closed'));
        line.clear();
      }
    },
  };
  const reach = async () => ask({ type: 'reach', withinMs: REACH_WITHIN_MS });
  return { terrain, reach };
}

function lineOf(): Map<number, Asked> {
  return new Map();
}

type WithoutSerial =
  | Omit<Extract<WorkerRequest, { type: 'reach' }>, 'serial'>
  | Omit<Extract<WorkerRequest, { type: 'mesh' }>, 'serial'>
  | Omit<Extract<WorkerRequest, { type: 'picture' }>, 'serial'>;

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
