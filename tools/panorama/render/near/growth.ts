import type { Noise } from '../maths/noise';
import { leaning, type Mesh, turned } from '../mesh/mesh';
import { boulder } from '../mesh/stones';
import type { Scenery } from './scenery';

/** What grows near the viewer as triangles: how many are tried, where, in what groves. */
export interface Growth {
  readonly meshes: readonly Mesh[];
  readonly count: number;
  readonly fromM: number;
  readonly toM: number;
  /** More than 1 = denser toward the viewer. */
  readonly power: number;
  /** Kept free beside what is built. */
  readonly marginM: number;
  /** Size and shift of the noise that groves follow, and the least of it. */
  readonly grove: readonly [number, number, number];
  readonly scale: readonly [number, number];
  readonly sinkM: number;
}

/** Says whether a spot is kept free by something built, or by the view. */
export type IsKept = (x: number, y: number, marginM: number) => boolean;

/** Plants one kind of growth round the origin; what is kept free moves no other plant. */
export function addGrowth(scenery: Scenery, noise: Noise, growth: Growth, isKept: IsKept): void {
  const { random } = scenery;
  const first = scenery.add(...growth.meshes);
  const [size, shift, least] = growth.grove;
  for (let i = 0; i < growth.count; i++) {
    const a = random() * 2 * Math.PI;
    const r = growth.fromM + (growth.toM - growth.fromM) * random() ** growth.power;
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const scale = growth.scale[0] + growth.scale[1] * random();
    const turn = random() * 2 * Math.PI;
    const lean = [(random() - 0.5) * 0.16, (random() - 0.5) * 0.16] as const;
    const matrix = leaning(turn, lean[0], lean[1], scale, scale * (0.85 + 0.3 * random()));
    const tint = random() * 9;
    if (isKept(x, y, growth.marginM)) continue;
    if (noise.gradient2(x / size + shift, y / size + shift * 0.7) < least) continue;
    const z = scenery.groundAt(x, y) - growth.sinkM;
    scenery.put(first + (i % growth.meshes.length), [x, y, z], matrix, tint);
  }
}

/** How stones lie about. */
export interface Strewing {
  readonly count: number;
  readonly fromM: number;
  readonly toM: number;
  readonly sizeM: readonly [number, number];
  readonly marginM: number;
}

/** Strews boulders round the origin; many small ones, few large. */
export function addBoulders(
  scenery: Scenery,
  noise: Noise,
  strewing: Strewing,
  isKept: IsKept,
): void {
  const { random } = scenery;
  const first = scenery.add(...[1, 2, 3, 4].map((s) => boulder(noise, s, 40, false)));
  const { fromM, toM, sizeM } = strewing;
  for (let i = 0; i < strewing.count; i++) {
    const a = random() * 2 * Math.PI;
    const r = fromM + (toM - fromM) * random() ** 1.3;
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const size = sizeM[0] + (sizeM[1] - sizeM[0]) * random() ** 3;
    const lean = [(random() - 0.5) * 0.5, (random() - 0.5) * 0.5] as const;
    const matrix = leaning(random() * 2 * Math.PI, lean[0], lean[1], size);
    const tint = random() * 9;
    if (isKept(x, y, strewing.marginM)) continue;
    scenery.put(first + (i % 4), [x, y, scenery.groundAt(x, y) + size * 0.02], matrix, tint);
  }
}

/** Where a thing of the recipe stands and which way it faces. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly turnRad: number;
  readonly scale?: number;
}

/** Stands one mesh at each spot. */
export function standAt(scenery: Scenery, mesh: Mesh, spots: readonly Spot[], sinkM: number): void {
  const at = scenery.add(mesh);
  for (const { x, y, turnRad, scale } of spots) {
    scenery.stand(at, x, y, -sinkM, turned(turnRad, scale ?? 1));
  }
}
