import type { Noise } from '../maths/noise';
import { createRandom, type Random } from '../maths/random';
import { flagPole, plankDeck, steelPyramid, steelRailing, woodenRailing } from '../mesh/furniture';
import { addTube } from '../mesh/limbs';
import {
  createMesh,
  leaning,
  MATERIAL,
  type Mesh,
  type MeshInstance,
  type ObjectSet,
  turned,
  type Vec3,
} from '../mesh/mesh';
import { dwarfBamboo, rhododendron } from '../mesh/shrubs';
import { block, boulder } from '../mesh/stones';
import { layFlagstones, type Paving } from './flagstones';
import type { GroundAt } from './near-field';
import { alongStairs, outsideOf, type SummitLayout, stairGround } from './summit-layout';

const STEP_RISE_M = 0.17;
const STAIR_WIDTH_M = 2.1;

/** Collects meshes and where they stand. */
class Scenery {
  readonly meshes: Mesh[] = [];
  readonly instances: MeshInstance[] = [];

  add(mesh: Mesh): number {
    return this.meshes.push(mesh) - 1;
  }

  put(mesh: number, position: Vec3, matrix: readonly number[], tint = 0): void {
    this.instances.push({ mesh, position, matrix, tint });
  }

  pave(noise: Noise, random: Random, paving: Paving): void {
    const { meshes, instances } = layFlagstones(noise, paving, random, this.meshes.length);
    this.meshes.push(...meshes);
    this.instances.push(...instances);
  }
}

/** Everything that stands on a summit. */
export function summitObjects(
  noise: Noise,
  layout: SummitLayout,
  seed: number,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery();
  const random = createRandom(seed + 7);
  addPlatform(scenery, noise, layout, random);
  addMarker(scenery, noise, layout);
  addDeck(scenery, noise, layout, groundAt);
  addStairs(scenery, noise, layout, random);
  addLanding(scenery, noise, layout, random);
  addStones(scenery, noise, layout, random, groundAt);
  addShrubs(scenery, noise, layout, random, groundAt);
  return scenery;
}

/** Worn flagstones, laid askew to every railing and wall. */
function addPlatform(scenery: Scenery, noise: Noise, layout: SummitLayout, random: Random): void {
  const [west, south, east, north] = layout.platform;
  scenery.pave(noise, random, {
    x: (west + east) / 2,
    y: (south + north) / 2,
    turnRad: 0.42,
    reachM: 6.4,
    topM: layout.summitM,
    isPaved: (x, y) => y > south + 0.12 && outsideOf(layout.platform, x, y) < 0.22,
  });
  const [deckWest, , deckEast] = layout.deck;
  const kerbM = Math.min(east, deckEast) - Math.max(west, deckWest) + 0.5;
  const kerb = block(noise, kerbM, 0.34, 0.3, {
    bevelM: 0.016,
    patches: 30,
    roughM: 0.002,
    material: MATERIAL.step,
    seed: 71,
  });
  const middle = (Math.min(east, deckEast) + Math.max(west, deckWest)) / 2;
  scenery.put(scenery.add(kerb), [middle, south + 0.06, layout.summitM - 0.275], turned(0), 2);
}

/** Steel pyramid on a stepped plinth among boulders, and the flag. */
function addMarker(scenery: Scenery, noise: Noise, { summitM }: SummitLayout): void {
  const stone = (patches: number, seed: number) => ({
    bevelM: 0.03,
    patches,
    roughM: 0.01,
    material: MATERIAL.step,
    seed,
  });
  const low = scenery.add(block(noise, 1.7, 1.7, 0.32, stone(44, 3)));
  const high = scenery.add(block(noise, 1.12, 1.12, 0.3, stone(36, 8)));
  const pyramid = scenery.add(steelPyramid(0.46, 0.92));
  scenery.put(low, [0, 0, summitM - 0.02], turned(0.3), 0.3);
  scenery.put(high, [0, 0, summitM + 0.29], turned(0.36), 0.6);
  scenery.put(pyramid, [0, 0, summitM + 0.58], turned(0.9), 0);
  const pole = scenery.add(flagPole(8.5));
  const foot = scenery.add(block(noise, 0.7, 0.7, 0.35, stone(20, 4)));
  scenery.put(foot, [1.2, 1.9, summitM - 0.02], turned(0.1), 4);
  scenery.put(pole, [1.2, 1.9, summitM + 0.3], turned(2.4), 0);
}

function addDeck(scenery: Scenery, noise: Noise, layout: SummitLayout, groundAt: GroundAt): void {
  const [west, south, east, north] = layout.deck;
  const z = layout.summitM - 0.06;
  const width = east - west;
  const depth = north - south;
  scenery.put(
    scenery.add(plankDeck(noise, width, depth, 3)),
    [west, south, z - 0.04],
    turned(0),
    1,
  );
  const across = scenery.add(woodenRailing(noise, width - 0.1, 4));
  const along = scenery.add(woodenRailing(noise, depth - 0.1, 9));
  scenery.put(across, [west + 0.05, south + 0.05, z], turned(0), 1);
  scenery.put(along, [east - 0.05, south + 0.05, z], turned(Math.PI / 2), 2);
  scenery.put(along, [west + 0.05, south + 0.05, z], turned(Math.PI / 2), 5);
  const leg = scenery.add(
    block(noise, 0.18, 0.18, 5, {
      bevelM: 0.015,
      patches: 6,
      roughM: 0.004,
      material: MATERIAL.wood,
      seed: 2,
    }),
  );
  for (const x of [west + 0.2, (west + east) / 2, east - 0.2]) {
    for (const y of [south + 0.25, (south + north) / 2]) {
      const foot = Math.min(z - 5.1, groundAt(x, y) - 0.3);
      scenery.put(leg, [x, y, Math.max(foot, z - 5.25)], turned(0), 3);
    }
  }
}

function addStairs(scenery: Scenery, noise: Noise, layout: SummitLayout, random: Random): void {
  const { stairs } = layout;
  const drop = layout.summitM - stairGround(layout, stairs.lengthM);
  const count = Math.max(1, Math.round(drop / STEP_RISE_M));
  const treadM = stairs.lengthM / count;
  const steps = [1, 2, 3].map((s) =>
    scenery.add(
      block(noise, STAIR_WIDTH_M, treadM + 0.16, 0.34, {
        bevelM: 0.03,
        patches: 40,
        roughM: 0.008,
        material: MATERIAL.step,
        seed: s * 5,
      }),
    ),
  );
  const turn = Math.atan2(stairs.uy, stairs.ux) - Math.PI / 2;
  const rails: [Vec3[], Vec3[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const along = (i + 0.5) * treadM;
    const x = stairs.x + stairs.ux * along;
    const y = stairs.y + stairs.uy * along;
    const z = layout.summitM - (i + 1) * (drop / count);
    scenery.put(
      steps[i % 3]!,
      [x, y, z - 0.34],
      turned(turn + (random() - 0.5) * 0.03),
      random() * 9,
    );
    if (i % 6 !== 0 && i !== count - 1) continue;
    rails.forEach((rail, k) => {
      const side = (k === 0 ? -1 : 1) * (STAIR_WIDTH_M / 2 - 0.05);
      rail.push([x + stairs.uy * side, y - stairs.ux * side, z]);
    });
  }
  for (const rail of rails) scenery.put(scenery.add(handrail(rail)), [0, 0, 0], turned(0), 0);
}

/** A steel handrail over foot points, in local metres of the land. */
function handrail(feet: readonly Vec3[]): Mesh {
  const mesh = createMesh();
  for (const [x, y, z] of feet) {
    addTube(
      mesh,
      [
        [x, y, z - 0.1],
        [x, y, z + 0.98],
      ],
      0.022,
      0.022,
      10,
      MATERIAL.rail,
    );
  }
  for (const [height, radius] of [
    [0.98, 0.027],
    [0.55, 0.012],
  ] as const) {
    const line = feet.map(([x, y, z]): Vec3 => [x, y, z + height]);
    addTube(mesh, line, radius, radius, 10, MATERIAL.rail);
  }
  return mesh;
}

function addLanding(scenery: Scenery, noise: Noise, layout: SummitLayout, random: Random): void {
  const { landing, stairs } = layout;
  if (!landing) return;
  const turn = Math.atan2(stairs.uy, stairs.ux);
  scenery.pave(noise, random, {
    x: landing.x,
    y: landing.y,
    turnRad: turn + 0.3,
    reachM: landing.radiusM + 1,
    topM: landing.z,
    isPaved: (x, y) => Math.hypot(x - landing.x, y - landing.y) < landing.radiusM + 0.1,
  });
  const sides = 10;
  const sideM = 2 * landing.radiusM * Math.tan(Math.PI / sides);
  const rail = scenery.add(steelRailing(sideM));
  for (let k = 0; k < sides; k++) {
    const a = turn + ((k - sides / 2) * 2 * Math.PI) / sides;
    if (Math.cos(a - turn - Math.PI) > 0.75) continue;
    const x = landing.x + Math.cos(a) * landing.radiusM + (Math.sin(a) * sideM) / 2;
    const y = landing.y + Math.sin(a) * landing.radiusM - (Math.cos(a) * sideM) / 2;
    scenery.put(rail, [x, y, landing.z], turned(a + Math.PI / 2), 0);
  }
}

/** Whether a plan point is built over. */
function isBuilt(layout: SummitLayout, x: number, y: number, marginM: number): boolean {
  if (outsideOf(layout.platform, x, y) < marginM || outsideOf(layout.deck, x, y) < marginM)
    return true;
  const [along, beside] = alongStairs(layout, x, y);
  const half = STAIR_WIDTH_M / 2 + marginM;
  if (along > -marginM && along < layout.stairs.lengthM + marginM && Math.abs(beside) < half)
    return true;
  const { landing } = layout;
  return (
    landing !== undefined && Math.hypot(x - landing.x, y - landing.y) < landing.radiusM + marginM
  );
}

function addStones(
  scenery: Scenery,
  noise: Noise,
  layout: SummitLayout,
  random: Random,
  groundAt: GroundAt,
): void {
  const round = [1, 2, 3, 4, 5].map((s) => scenery.add(boulder(noise, s, 64, false)));
  const slabs = [11, 12, 13].map((s) => scenery.add(boulder(noise, s, 64, true)));
  const pebbles = [21, 22, 23].map((s) => scenery.add(boulder(noise, s, 14, false)));
  const tilt = () => (random() - 0.5) * 0.5;
  const scatter = (
    count: number,
    reachM: number,
    power: number,
    place: (x: number, y: number, r: number, i: number) => void,
  ) => {
    for (let i = 0; i < count; i++) {
      const a = random() * 2 * Math.PI;
      const r = 4 + reachM * random() ** power;
      place(Math.cos(a) * r - 4, Math.sin(a) * r - 3, r, i);
    }
  };
  scatter(420, 60, 1.7, (x, y, r, i) => {
    const size = (0.25 + 1.5 * random() ** 3) * (r < 9 ? 0.6 : 1.15);
    const turn = random() * 2 * Math.PI;
    const [lx, ly] = [tilt(), tilt()];
    const tint = random() * 9;
    if (isBuilt(layout, x, y, size) || noise.gradient2(x / 9, y / 9) < -0.1) return;
    const mesh = i % 5 < 3 ? round[i % 5]! : slabs[i % 3]!;
    scenery.put(
      mesh,
      [x, y, groundAt(x, y) + size * (0.08 - 0.25 * (tint / 9))],
      leaning(turn, lx, ly, size),
      tint,
    );
  });
  scatter(150, 190, 1.2, (x, y, r, i) => {
    const size = 0.8 + 2.8 * random() ** 2;
    const turn = random() * 2 * Math.PI;
    const [lx, ly] = [tilt(), tilt()];
    const tint = random() * 9;
    if (r < 24 || isBuilt(layout, x, y, size) || noise.gradient2(x / 30 + 3, y / 30) < -0.05)
      return;
    const mesh = i % 5 < 3 ? round[i % 5]! : slabs[i % 3]!;
    scenery.put(mesh, [x, y, groundAt(x, y) + size * 0.05], leaning(turn, lx, ly, size), tint);
  });
  scatter(900, 34, 1.3, (x, y, _r, i) => {
    const size = 0.025 + 0.1 * random() ** 3;
    const turn = random() * 2 * Math.PI;
    const [lx, ly] = [tilt(), tilt()];
    if (isBuilt(layout, x, y, 0.1)) return;
    scenery.put(
      pebbles[i % 3]!,
      [x, y, groundAt(x, y) + size * 0.1],
      leaning(turn, lx, ly, size),
      i % 9,
    );
  });
}

function addShrubs(
  scenery: Scenery,
  noise: Noise,
  layout: SummitLayout,
  random: Random,
  groundAt: GroundAt,
): void {
  const shrubs = [1, 2, 3].map((s) => scenery.add(rhododendron(s, s === 2)));
  const bamboo = [1, 2, 3, 4].map((s) => scenery.add(dwarfBamboo(s, 30, 0.8)));
  for (let i = 0; i < 340; i++) {
    const a = random() * 2 * Math.PI;
    const r = 5 + 62 * random() ** 1.3;
    const x = Math.cos(a) * r - 6;
    const y = Math.sin(a) * r - 4;
    const size = 0.75 + 0.55 * random();
    const turn = random() * 2 * Math.PI;
    if (isBuilt(layout, x, y, 0.7) || noise.gradient2(x / 12 + 5, y / 12) < -0.05) continue;
    scenery.put(shrubs[i % 3]!, [x, y, groundAt(x, y) - 0.05], turned(turn, size), random() * 9);
  }
  for (let i = 0; i < 5200; i++) {
    const a = random() * 2 * Math.PI;
    const r = 4.5 + 66 * random() ** 1.2;
    const x = Math.cos(a) * r - 8;
    const y = Math.sin(a) * r - 5;
    const size = 0.4 + 0.75 * random() + 0.7 * random() ** 4;
    const turn = random() * 2 * Math.PI;
    const lean = [(random() - 0.5) * 0.4, (random() - 0.5) * 0.4] as const;
    const patch = noise.gradient2(x / 7 + 2, y / 7 + 9) + 0.6 * noise.gradient2(x / 23, y / 23 + 4);
    if (isBuilt(layout, x, y, 0.25) || patch < -0.12) continue;
    scenery.put(
      bamboo[i & 3]!,
      [x, y, groundAt(x, y) - 0.05],
      leaning(turn, lean[0], lean[1], size),
      random() * 9,
    );
  }
}

export { isBuilt as isSummitBuilt };
