import { sharedFloats } from '../light/air-medium';
import type { Daylight } from '../light/daylight';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { RayTracer } from '../mesh/ray-tracer';
import type { NearField, PlantedTuft } from '../near/near-field';

/** Numbers a tuft in a packed list. */
export const TUFT_FLOATS = 12;
export const TUFT_AT = {
  x: 0,
  y: 1,
  z: 2,
  distanceM: 3,
  kind: 4,
  ripeness: 5,
  visible: 6,
  seed: 7,
  heightM: 8,
  lod: 9,
  windRad: 10,
  densityRatio: 11,
} as const;
export const TUFT_KINDS: readonly PlantedTuft['kind'][] = [
  'rice',
  'grass',
  'stubble',
  'seedling',
  'bamboo',
  'tea',
  'buckwheat',
];

/** Rings of tufts: from, to, cell (metres). Nearer rings are drawn with more strokes. */
const RINGS = [
  [1.2, 8, 0.125],
  [8, 24, 0.22],
  [24, 70, 0.5],
] as const;

/** What tufts are collected from. */
export interface TuftSource {
  readonly near: NearField;
  readonly noise: Noise;
  readonly daylight: Daylight;
  readonly tracer: RayTracer;
  readonly eye: { readonly x: number; readonly y: number };
  groundAt(x: number, y: number): number;
}

/** Collects what grows near the viewer, with its sunlight, for all threads; farthest first. */
export function collectTufts(source: TuftSource): Float32Array {
  const tufts: number[][] = [];
  const { eye } = source;
  RINGS.forEach(([from, to, cellM], lod) => {
    const n = Math.ceil(to / cellM);
    const ci = Math.round(eye.x / cellM);
    const cj = Math.round(eye.y / cellM);
    for (let j = cj - n; j <= cj + n; j++) {
      for (let i = ci - n; i <= ci + n; i++) {
        const x = (i + 0.15 + 0.7 * hashCell(i, j, 300 + lod)) * cellM;
        const y = (j + 0.15 + 0.7 * hashCell(i, j, 310 + lod)) * cellM;
        const r = Math.hypot(x - eye.x, y - eye.y);
        if (r < from || r >= to) continue;
        if (lod === 2 && hashCell(i, j, 333) < (r - 45) / 25) continue;
        const tuft = source.near.tuftAt(x, y, i, j, lod);
        if (tuft) tufts.push(packTuft(source, tuft, x, y, r, i, j, lod));
      }
    }
  });
  tufts.sort((a, b) => b[TUFT_AT.distanceM]! - a[TUFT_AT.distanceM]!);
  const packed = sharedFloats(tufts.length * TUFT_FLOATS);
  for (const [i, tuft] of tufts.entries()) packed.set(tuft, i * TUFT_FLOATS);
  return packed;
}

function packTuft(
  { noise, daylight, tracer, groundAt }: TuftSource,
  tuft: PlantedTuft,
  x: number,
  y: number,
  r: number,
  i: number,
  j: number,
  lod: number,
): number[] {
  const z = tuft.footM ?? groundAt(x, y);
  const { sun } = daylight;
  const top = z + tuft.heightM * 0.8;
  let visible = daylight.visibility(x, y, top, 0.3);
  if (visible > 0 && r < 45 && tracer.trace(x, y, top, sun.x, sun.y, sun.z, 40, true)) visible = 0;
  const wind = noise.gradient2(x / 1.7, y / 1.7) * 2.2 + noise.gradient2(x / 11, y / 11) * 2.5;
  const seed = ((i * 73856) ^ (j * 19349)) & 0xffffff;
  return [
    x,
    y,
    z,
    r,
    TUFT_KINDS.indexOf(tuft.kind),
    tuft.ripeness,
    visible,
    seed,
    tuft.heightM,
    lod,
    wind,
    tuft.densityRatio,
  ];
}
