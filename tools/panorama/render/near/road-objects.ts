import type { Noise } from '../maths/noise';
import { bandedPost } from '../mesh/furniture';
import { leaning, MATERIAL, turned, type Vec3 } from '../mesh/mesh';
import {
  bendMirror,
  guardRail,
  letteredStone,
  powerPole,
  type RailPoint,
  sagWires,
} from '../mesh/road-furniture';
import type { IsKept } from './growth';
import type { GroundAt } from './near-field';
import type { RoadLine, RoadPoint } from './road-line';
import type { Scenery } from './scenery';

const STONE_SPACING_M = 3;
const GUARDS_TO_M = 420;
const RAIL_PIECE_M = 3;
const POLE_SPACING_M = 42;
const POLES_TO_M = 600;
const POLE_M = 8.5;
const EYE_M = 1.7;

/**
 * Guard stones or rail, poles and wires of a road.
 *
 * @param isKept - where no guard stone may stand
 */
export function addRoadFurniture(scenery: Scenery, road: RoadLine, isKept: IsKept): void {
  if (road.road.guard === 'stones') addGuardStones(scenery, road, isKept);
  if (road.road.guard === 'rail') addGuardRail(scenery, road);
  if (road.road.hasPoles) addPoles(scenery, road);
}

/** Side on which the ground falls away: 1 = left of the road's direction, -1 = right. */
function fallingSide({ x, y, leftX, leftY }: RoadPoint, groundAt: GroundAt): 1 | -1 {
  const left = groundAt(x + leftX * 14, y + leftY * 14);
  return left < groundAt(x - leftX * 14, y - leftY * 14) ? 1 : -1;
}

function addGuardStones(scenery: Scenery, road: RoadLine, isKept: IsKept): void {
  const { white, red } = MATERIAL;
  const { random, groundAt } = scenery;
  const post = scenery.add(bandedPost(0.085, 0.9, [white, white, red, white, red]));
  const edge = road.road.widthM / 2 + 0.55;
  for (let s = 0; s < road.lengthM; s += STONE_SPACING_M) {
    const q = road.at(s);
    const side = fallingSide(q, groundAt);
    const x = q.x + q.leftX * edge * side;
    const y = q.y + q.leftY * edge * side;
    const r = Math.hypot(x, y);
    if (r < 1.2 || r > GUARDS_TO_M || isKept(x, y, 0)) continue;
    const lean = [(random() - 0.5) * 0.06, (random() - 0.5) * 0.06] as const;
    scenery.stand(post, x, y, -0.06, leaning(random() * 2 * Math.PI, lean[0], lean[1], 1));
  }
}

function addGuardRail(scenery: Scenery, road: RoadLine): void {
  const edge = road.road.widthM / 2 + 0.5;
  let run: RailPoint[] = [];
  let before: 1 | -1 | undefined;
  const finish = (): void => {
    if (run.length > 2) scenery.put(scenery.add(guardRail(run)), [0, 0, 0], turned(0), 1);
    run = [];
  };
  for (let s = 0; s < road.lengthM; s += RAIL_PIECE_M) {
    const q = road.at(s);
    const side = fallingSide(q, scenery.groundAt);
    if (Math.hypot(q.x, q.y) > GUARDS_TO_M || side !== before) finish();
    before = side;
    if (Math.hypot(q.x, q.y) > GUARDS_TO_M) continue;
    const x = q.x + q.leftX * edge * side;
    const y = q.y + q.leftY * edge * side;
    run.push({ foot: [x, y, q.z], inX: -q.leftX * side, inY: -q.leftY * side });
  }
  finish();
}

/** Poles stand on the side of the hill; wires hang from pole to pole. */
function addPoles(scenery: Scenery, road: RoadLine): void {
  const pole = scenery.add(powerPole(POLE_M));
  const edge = road.road.widthM / 2 + 2.6;
  const heads: { top: Vec3; armX: number; armY: number }[] = [];
  for (let s = 12; s < road.lengthM; s += POLE_SPACING_M) {
    const q = road.at(s);
    const side = -fallingSide(q, scenery.groundAt);
    const x = q.x + q.leftX * edge * side;
    const y = q.y + q.leftY * edge * side;
    const r = Math.hypot(x, y);
    if (r > POLES_TO_M || r < 7) continue;
    const z = scenery.groundAt(x, y);
    const arm = Math.atan2(q.leftY, q.leftX);
    scenery.put(pole, [x, y, z], turned(arm));
    heads.push({ top: [x, y, z + POLE_M], armX: Math.cos(arm), armY: Math.sin(arm) });
  }
  if (heads.length > 1) scenery.put(scenery.add(sagWires(heads, 0.022)), [0, 0, 0], turned(0), 1);
}

/**
 * A lettered stone at the road's edge, at the nearest spot behind the viewer's point of the road
 * that can be seen.
 *
 * @returns where it stands, undefined without a road near by
 */
export function addKilometreStone(
  scenery: Scenery,
  noise: Noise,
  road: RoadLine,
  lines: readonly string[],
): readonly [number, number] | undefined {
  if (!road.near(0, 0)) return undefined;
  const { groundAt } = scenery;
  const { alongM, besideM } = road.hit;
  const stone = scenery.add(letteredStone(noise, lines));
  // A rail would hide it: then it stands across the road.
  const side = (besideM > 0 ? 1 : -1) * (road.road.guard === 'rail' ? -1 : 1);
  const edge = (road.road.widthM / 2 + 0.6) * side;
  for (let k = 4; k < 90; k += 1) {
    const q = road.at(alongM - k);
    const x = q.x + q.leftX * edge;
    const y = q.y + q.leftY * edge;
    if (k < 89 && (Math.hypot(x, y) < 3.6 || isHidden(groundAt, x, y))) continue;
    // Its face looks at the viewer, a little toward the road.
    scenery.stand(stone, x, y, -0.05, turned(Math.atan2(-y, -x) + Math.PI / 2, 1.15));
    return [x, y];
  }
  return undefined;
}

/** A mirror on the outer side of a bend. */
export function addBendMirror(scenery: Scenery, x: number, y: number): void {
  const mirror = scenery.add(bendMirror());
  scenery.stand(mirror, x, y, -0.1, turned(Math.atan2(-y, -x) + Math.PI / 2 + 0.35));
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
