import type { TileRange } from '#core/tiles/geographic-tiling';
import { faultOf, type TileFault } from './tile-fault';

/** What the rest of the check needs to know of a `layer.json`. */
export interface LayerCheck {
  readonly faults: readonly TileFault[];
  /** How the files count their rows. */
  readonly scheme: 'tms' | 'xyz';
  /** Rows from the south, as in every `available`; absent if the layer names no tiles. */
  readonly available?: readonly TileRange[];
  /** Whether tiles name more tiles in their metadata, so that `available` is not all. */
  readonly isOpenEnded: boolean;
  /** Extensions that tiles are said to hold; absent where the layer cannot be read. */
  readonly extensions?: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks the `layer.json` of a quantized-mesh set for what Cesium does with it.
 *
 * @param text - `undefined` where there is no such file
 */
export function checkLayer(text: string | undefined): LayerCheck {
  const nothing = { scheme: 'tms', isOpenEnded: true } as const;
  if (text === undefined) {
    return { ...nothing, faults: [faultOf('layer-missing', 'layer.json', 'no such file')] };
  }
  const layer = parsedObject(text);
  if (layer === undefined) {
    return { ...nothing, faults: [faultOf('layer-broken', 'a JSON object', 'other text')] };
  }
  const { ranges, faults } = rangesOf(layer['available']);
  const isOpenEnded = layer['metadataAvailability'] !== undefined || ranges === undefined;
  return {
    faults: [...valueFaults(layer), ...faults],
    scheme: layer['scheme'] === 'slippyMap' ? 'xyz' : 'tms',
    isOpenEnded,
    extensions: extensionsOf(layer['extensions']),
    ...(ranges && { available: ranges }),
  };
}

/** Older sets call the normals `vertexnormals`. */
function extensionsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.map((name) => (name === 'vertexnormals' ? 'octvertexnormals' : String(name)));
}

function parsedObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueFaults(layer: Json): TileFault[] {
  const { format, scheme, projection, tiles } = layer as Record<string, unknown>;
  const faults: TileFault[] = [];
  const say = (value: unknown) => JSON.stringify(value) ?? 'nothing';
  if (typeof format !== 'string' || !format.startsWith('quantized-mesh-1.')) {
    faults.push(faultOf('layer-format', 'format "quantized-mesh-1.x"', say(format)));
  }
  if (scheme !== undefined && scheme !== 'tms' && scheme !== 'slippyMap') {
    faults.push(faultOf('layer-scheme', 'scheme "tms" or "slippyMap"', say(scheme)));
  }
  if (projection !== undefined && projection !== 'EPSG:4326') {
    faults.push(faultOf('layer-projection', 'projection "EPSG:4326"', say(projection)));
  }
  const isTemplate = (url: unknown) =>
    typeof url === 'string' && ['{z}', '{x}', '{y}'].every((part) => url.includes(part));
  if (!Array.isArray(tiles) || tiles.length === 0 || !tiles.every(isTemplate)) {
    faults.push(faultOf('layer-tiles', 'addresses with {z}, {x} and {y}', say(tiles)));
  }
  if (layer['available'] === undefined && layer['metadataAvailability'] === undefined) {
    faults.push(faultOf('layer-available', 'the tiles of each level in `available`', 'nothing'));
  }
  return faults;
}

function rangesOf(available: unknown): { ranges?: readonly TileRange[]; faults: TileFault[] } {
  if (available === undefined) return { faults: [] };
  if (!Array.isArray(available)) {
    const found = JSON.stringify(available).slice(0, 60);
    return { faults: [faultOf('layer-range', 'an array of levels in `available`', found)] };
  }
  const ranges: TileRange[] = [];
  const faults: TileFault[] = [];
  available.forEach((level: unknown, z) => {
    for (const value of Array.isArray(level) ? (level as unknown[]) : [level]) {
      const range = rangeOf(value, z);
      if (range !== undefined) ranges.push(range);
      else {
        const found = (JSON.stringify(value) ?? 'nothing').slice(0, 80);
        faults.push(faultOf('layer-range', `a rectangle of tiles of level ${z}`, found));
      }
    }
  });
  return { ranges, faults };
}

function rangeOf(value: unknown, z: number): TileRange | undefined {
  if (!isObject(value)) return undefined;
  const { startX, startY, endX, endY } = value as Record<string, unknown>;
  const spans = (start: unknown, end: unknown, count: number): boolean =>
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    Number(start) >= 0 &&
    Number(start) <= Number(end) &&
    Number(end) < count;
  if (!spans(startX, endX, 2 ** (z + 1)) || !spans(startY, endY, 2 ** z)) return undefined;
  return {
    z,
    startX: Number(startX),
    startY: Number(startY),
    endX: Number(endX),
    endY: Number(endY),
  };
}
