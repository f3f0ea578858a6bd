import { radFromDeg } from '#core/geo/angles';
import { createRandom } from '../maths/random';
import { type MeshInstance, type ObjectSet, turned } from '../mesh/mesh';
import { type HousePeople, type HouseRoof, peopleHouses } from '../mesh/mountain-houses';
import type { VillageRecipe } from '../recipe-terraces';
import type { SplineReader } from './square-grid';
import type { Yard } from './trodden';

/** A house and the way it faces: its ridge along the contour, its door downhill. */
export interface HouseSite extends Yard {
  readonly people: HousePeople;
  readonly roof: HouseRoof | undefined;
  readonly turnRad: number;
  /** [0, 1): picks the house. */
  readonly look: number;
}

/** What villages are laid out on. */
export interface VillageGround {
  readonly macro: SplineReader;
  /** Cover of farmland, above 0.5 = farmed. */
  coverAt(x: number, y: number): number;
  /** Distance to running water, metres. */
  waterDistance(x: number, y: number): number;
  readonly hills: readonly { readonly x: number; readonly y: number; readonly radiusM: number }[];
  /** What must stay open: houses keep out of the first view's foreground. */
  readonly openHeadingRad: number;
}

const TRIES = 5000;
const STEEPEST = 0.3;
/** Houses stand this far apart, measured between their middles. */
const APART_M = 15;
const HAMLETS_APART_M = 85;
const YARD_M = 7.5;

/** Lays out hamlets on gentle land between fields. */
export function placeHouses(
  ground: VillageGround,
  villages: readonly VillageRecipe[],
  seed: number,
): readonly HouseSite[] {
  const sites: HouseSite[] = [];
  villages.forEach((village, v) => {
    const random = createRandom(seed + 4242 + v * 77);
    const middles: [number, number][] = [];
    for (let tries = 0; middles.length < village.hamlets && tries < TRIES; tries++) {
      const a = headingOf(village, random());
      const d = village.fromM + (village.toM - village.fromM) * random();
      const x = Math.sin(a) * d;
      const y = Math.cos(a) * d;
      const isFarApart = middles.every(([px, py]) => Math.hypot(px - x, py - y) > HAMLETS_APART_M);
      if (!isFarApart || !isBuildable(ground, x, y)) continue;
      middles.push([x, y]);
      const count = 1 + Math.floor(random() * village.housesEach);
      const reach = 10 + 9 * Math.sqrt(count);
      for (let k = 0; k < count * 2; k++) {
        const hx = x + (k === 0 ? 0 : (random() - 0.5) * 2 * reach);
        const hy = y + (k === 0 ? 0 : (random() - 0.5) * 2 * reach);
        const spread = (random() - 0.5) * 0.5;
        const look = random();
        if (sites.some((s) => Math.hypot(s.x - hx, s.y - hy) < APART_M)) continue;
        if (Math.hypot(hx, hy) < village.fromM || !isBuildable(ground, hx, hy)) continue;
        const z = ground.macro.read(hx, hy) - 0.2;
        const turnRad = Math.atan2(-ground.macro.gx, ground.macro.gy) + spread;
        const { people, roof } = village;
        sites.push({ people, roof, x: hx, y: hy, z, turnRad, look, radiusM: YARD_M });
      }
    }
  });
  return sites;
}

function headingOf({ toward }: VillageRecipe, draw: number): number {
  if (!toward) return draw * 2 * Math.PI;
  return radFromDeg(toward.headingDeg + (2 * draw - 1) * toward.spreadDeg);
}

function isBuildable(ground: VillageGround, x: number, y: number): boolean {
  const { macro } = ground;
  macro.read(x, y);
  if (Math.hypot(macro.gx, macro.gy) > STEEPEST) return false;
  if (ground.waterDistance(x, y) < 22) return false;
  if (ground.hills.some((h) => Math.hypot(x - h.x, y - h.y) < 1.35 * h.radiusM)) return false;
  if (ground.coverAt(x, y) < 0.35) return false;
  const r = Math.hypot(x, y);
  const off = Math.abs(
    Math.atan2(
      Math.sin(Math.atan2(x, y) - ground.openHeadingRad),
      Math.cos(Math.atan2(x, y) - ground.openHeadingRad),
    ),
  );
  return r > 130 || off > 0.75;
}

/** The houses themselves. */
export function villageObjects(sites: readonly HouseSite[]): ObjectSet {
  const meshes: ObjectSet['meshes'][number][] = [];
  const ranges = new Map<string, readonly [number, number]>();
  const instances = sites.map((site): MeshInstance => {
    const kind = `${site.people} ${site.roof ?? ''}`;
    let range = ranges.get(kind);
    if (!range) {
      const houses = peopleHouses(site.people, site.roof);
      range = [meshes.length, houses.length];
      meshes.push(...houses);
      ranges.set(kind, range);
    }
    return {
      mesh: range[0] + Math.floor(site.look * range[1]),
      matrix: turned(site.turnRad),
      position: [site.x, site.y, site.z + 0.05],
      tint: site.look * 9,
    };
  });
  return { meshes, instances };
}
