import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { encode } from 'fast-png';
import { geoFromTile } from '#core/tiles/web-mercator';
import { pathExists } from '../io/files';
import { SILENT_PROGRESS } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import type { HeightField } from '../terrain/height-field';
import { readDem } from '../terrain/read-dem';
import { sketchHeightField } from '../terrain/sketch-height-field';

const SIDE_PX = 256;
const REFERENCE_DEM = resolve(ROOT_DIR, '../shared/data/dem/nwvn-fused-5s.tif');

/** How the server behaves from now on. */
export type TileServerMood =
  | { readonly type: 'well' }
  | { readonly type: 'slow'; readonly delayMs: number }
  /** Fails every n-th answer with 503. */
  | { readonly type: 'moody'; readonly everyNth: number }
  /** Cuts every connection. */
  | { readonly type: 'gone' };

/**
 * Open height tiles on this machine, cut while they are asked for from the reference elevation
 * model, or from the sketch relief where that is not beside the project.
 */
export class HeightTileServer {
  mood: TileServerMood = { type: 'well' };
  /** Paths as they were asked for. */
  readonly asked: string[] = [];
  readonly field: HeightField;
  readonly #made = new Map<string, Uint8Array>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  private constructor(field: HeightField) {
    this.field = field;
  }

  /** Starts on a free port. */
  static async start(): Promise<HeightTileServer> {
    const field = (await pathExists(REFERENCE_DEM))
      ? await readDem(REFERENCE_DEM)
      : await sketchHeightField(ROOT_DIR, SILENT_PROGRESS);
    const server = new HeightTileServer(field);
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', done));
    // A forgotten server does not keep the tests' process.
    server.#server.unref();
    return server;
  }

  /** Origin, no slash at the end. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get urlTemplate(): string {
    return `${this.origin}/heights/{z}/{x}/{y}.png`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    this.asked.push(path);
    const { mood } = this;
    if (mood.type === 'gone') return void response.destroy();
    if (mood.type === 'slow') await new Promise((done) => setTimeout(done, mood.delayMs));
    response.setHeader('Access-Control-Allow-Origin', '*');
    const [, z, x, y] = /^\/heights\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(path) ?? [];
    if (mood.type === 'moody' && this.asked.length % mood.everyNth === 0) {
      response.writeHead(503).end();
    } else if (z === undefined) {
      response.writeHead(404).end();
    } else {
      response.setHeader('Content-Type', 'image/png');
      response.end(this.#tile(Number(z), Number(x), Number(y)));
    }
  }

  #tile(zoom: number, x: number, y: number): Uint8Array {
    const key = `${zoom}/${x}/${y}`;
    const made = this.#made.get(key) ?? cutTile(this.field, zoom, x, y);
    this.#made.set(key, made);
    return made;
  }
}

function cutTile(field: HeightField, zoom: number, x: number, y: number): Uint8Array {
  const { westDeg, southDeg, eastDeg, northDeg } = field.boxDeg;
  const data = new Uint8Array(3 * SIDE_PX * SIDE_PX);
  for (let row = 0; row < SIDE_PX; row++) {
    for (let col = 0; col < SIDE_PX; col++) {
      const [lonDeg, latDeg] = geoFromTile(
        x + (col + 0.5) / SIDE_PX,
        y + (row + 0.5) / SIDE_PX,
        zoom,
      );
      const isInside =
        lonDeg > westDeg && lonDeg < eastDeg && latDeg > southDeg && latDeg < northDeg;
      const units = Math.round(((isInside ? field.sample(lonDeg, latDeg) : 0) + 32_768) * 256);
      data.set([units >> 16, (units >> 8) & 255, units & 255], 3 * (row * SIDE_PX + col));
    }
  }
  return encode({ width: SIDE_PX, height: SIDE_PX, data, channels: 3, depth: 8 });
}
