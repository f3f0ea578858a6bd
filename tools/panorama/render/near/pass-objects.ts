import type { Noise } from '../maths/noise';
import { createRandom, type Random } from '../maths/random';
import { bandedPost, kilometreStone } from '../mesh/furniture';
import {
  leaning,
  MATERIAL,
  type Mesh,
  type MeshInstance,
  type ObjectSet,
  turned,
} from '../mesh/mesh';
import { rhododendron } from '../mesh/shrubs';
import { boulder } from '../mesh/stones';
import { banana, pine, tallBamboo } from '../mesh/trees';
import type { GroundAt } from './near-field';
import type { RoadLine } from './road-line';

const STONE_SPACING_M = 3;
const STONES_TO_M = 420;
const TURN = 2 * Math.PI;
const EYE_M = 1.7;
const IN_VIEW_M = 2.4;

/** Collects meshes and where they stand. */
interface Scenery {
  readonly meshes: Mesh[];
  readonly instances: MeshInstance[];
  readonly random: Random;
  readonly groundAt: GroundAt;
  /** Nothing grows between the viewer and this spot. */
  inView: readonly [number, number] | undefined;
}

/** What grows round a pass: how many are tried, where, in what groves. */
interface Growth {
  readonly meshes: readonly Mesh[];
  readonly count: number;
  readonly fromM: number;
  readonly toM: number;
  readonly power: number;
  /** Kept free beside roads. */
  readonly marginM: number;
  /** Size and shift of the noise that groves follow, and the least of it. */
  readonly grove: readonly [number, number, number];
  readonly scale: readonly [number, number];
  readonly sinkM: number;
}

/** Guard stones, the kilometre stone, shrubs, bamboo, pines and boulders of a pass. */
export function passObjects(
  noise: Noise,
  roads: readonly RoadLine[],
  seed: number,
  isOnRoad: (x: number, y: number, marginM: number) => boolean,
  groundAt: GroundAt,
): ObjectSet {
  const scenery: Scenery = {
    meshes: [],
    instances: [],
    random: createRandom(seed + 17),
    groundAt,
    inView: undefined,
  };
  for (const road of roads) addGuardStones(scenery, road);
  const nearest = [...roads].sort((a, b) => distanceTo(a) - distanceTo(b))[0];
  if (nearest) addKilometreStone(scenery, noise, nearest);
  for (const growth of growths()) addGrowth(scenery, noise, growth, isOnRoad);
  addBoulders(scenery, noise, isOnRoad);
  return scenery;
}

function growths(): readonly Growth[] {
  return [
    {
      meshes: [rhododendron(6, false), rhododendron(7, false)],
      count: 300,
      fromM: 5,
      toM: 60,
      power: 1.3,
      marginM: 1.2,
      grove: [14, 5, 0.05],
      scale: [0.5, 0.7],
      sinkM: 0.05,
    },
    {
      meshes: [1, 2, 3].map((s) => tallBamboo(s, 22, 5)),
      count: 60,
      fromM: 16,
      toM: 60,
      power: 1.1,
      marginM: 3,
      grove: [22, 9, 0.3],
      scale: [0.7, 0.5],
      sinkM: 0,
    },
    {
      meshes: [1, 2, 3].map((s) => pine(s, 9)),
      count: 26,
      fromM: 26,
      toM: 90,
      power: 1.1,
      marginM: 4,
      grove: [40, 2, 0.2],
      scale: [0.6, 0.6],
      sinkM: 0.1,
    },
    {
      meshes: [1, 2].map((s) => banana(s, 3.2)),
      count: 22,
      fromM: 10,
      toM: 50,
      power: 1.2,
      marginM: 2.5,
      grove: [20, 3, 0.22],
      scale: [0.7, 0.5],
      sinkM: 0.05,
    },
  ];
}

function put(
  scenery: Scenery,
  mesh: number,
  x: number,
  y: number,
  lift: number,
  matrix: readonly number[],
): void {
  const position = [x, y, scenery.groundAt(x, y) + lift] as const;
  scenery.instances.push({ mesh, position, matrix, tint: scenery.random() * 9 });
}

function addGrowth(
  scenery: Scenery,
  noise: Noise,
  growth: Growth,
  isOnRoad: (x: number, y: number, marginM: number) => boolean,
): void {
  const { random } = scenery;
  const first = scenery.meshes.length;
  scenery.meshes.push(...growth.meshes);
  const [size, shift, least] = growth.grove;
  for (let i = 0; i < growth.count; i++) {
    const a = random() * TURN;
    const r = growth.fromM + (growth.toM - growth.fromM) * random() ** growth.power;
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const scale = growth.scale[0] + growth.scale[1] * random();
    const turn = random() * TURN;
    if (isOnRoad(x, y, growth.marginM) || standsInView(scenery, x, y)) continue;
    if (noise.gradient2(x / size + shift, y / size + shift * 0.7) < least) continue;
    put(scenery, first + (i % growth.meshes.length), x, y, -growth.sinkM, turned(turn, scale));
  }
}

function standsInView({ inView }: Scenery, x: number, y: number): boolean {
  if (!inView) return false;
  const [vx, vy] = inView;
  const t = (x * vx + y * vy) / (vx * vx + vy * vy);
  return t > 0 && t < 1.1 && Math.hypot(x - vx * t, y - vy * t) < IN_VIEW_M;
}

function addBoulders(
  scenery: Scenery,
  noise: Noise,
  isOnRoad: (x: number, y: number, marginM: number) => boolean,
): void {
  const { random } = scenery;
  const first = scenery.meshes.length;
  scenery.meshes.push(...[1, 2, 3].map((s) => boulder(noise, s, 44, false)));
  for (let i = 0; i < 90; i++) {
    const a = random() * TURN;
    const r = 2.5 + 67 * random() ** 1.3;
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const size = 0.1 + 0.6 * random() ** 3;
    const lean = [(random() - 0.5) * 0.5, (random() - 0.5) * 0.5] as const;
    const matrix = leaning(random() * TURN, lean[0], lean[1], size);
    if (!isOnRoad(x, y, 0.8)) put(scenery, first + (i % 3), x, y, size * 0.05, matrix);
  }
}

function distanceTo(road: RoadLine): number {
  return road.near(0, 0) ? Math.abs(road.hit.besideM) : Number.POSITIVE_INFINITY;
}

/** Stones stand on the side where the ground falls away. */
function addGuardStones(scenery: Scenery, road: RoadLine): void {
  if (!road.road.hasGuardStones) return;
  const { white, red } = MATERIAL;
  const { random, groundAt } = scenery;
  const post = scenery.meshes.push(bandedPost(0.085, 0.9, [white, white, red, white, red])) - 1;
  const edge = road.road.widthM / 2 + 0.55;
  for (let s = 0; s < road.lengthM; s += STONE_SPACING_M) {
    const q = road.at(s);
    const left = groundAt(q.x + q.leftX * 14, q.y + q.leftY * 14);
    const right = groundAt(q.x - q.leftX * 14, q.y - q.leftY * 14);
    const side = left < right ? 1 : -1;
    const x = q.x + q.leftX * edge * side;
    const y = q.y + q.leftY * edge * side;
    const r = Math.hypot(x, y);
    if (r < 1.5 || r > STONES_TO_M) continue;
    const lean = [(random() - 0.5) * 0.06, (random() - 0.5) * 0.06] as const;
    put(scenery, post, x, y, -0.06, leaning(random() * TURN, lean[0], lean[1], 1));
  }
}

/** The stone stands at the road's edge, at the nearest spot that the viewer can see. */
function addKilometreStone(scenery: Scenery, noise: Noise, road: RoadLine): void {
  if (!road.near(0, 0)) return;
  const { groundAt } = scenery;
  const { alongM, besideM } = road.hit;
  const stone = scenery.meshes.push(kilometreStone(noise)) - 1;
  const edge = (road.road.widthM / 2 + 0.6) * (besideM > 0 ? 1 : -1);
  for (let k = 4; k < 90; k += 2) {
    const q = road.at(alongM - k);
    const x = q.x + q.leftX * edge;
    const y = q.y + q.leftY * edge;
    if (k < 88 && isHidden(groundAt, x, y)) continue;
    put(scenery, stone, x, y, -0.05, turned(Math.atan2(q.leftY, q.leftX), 1.15));
    scenery.inView = [x, y];
    return;
  }
}

/** Whether the ground stands between the viewer's eyes and the foot of a thing. */
function isHidden(groundAt: GroundAt, x: number, y: number): boolean {
  const eye = groundAt(0, 0) + EYE_M;
  const foot = groundAt(x, y) + 0.3;
  for (let t = 0.08; t < 0.97; t += 0.04) {
    if (groundAt(x * t, y * t) + 0.25 > eye + (foot - eye) * t) return true;
  }
  return false;
}
