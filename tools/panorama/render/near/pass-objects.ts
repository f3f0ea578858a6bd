import { villageHouse } from '../mesh/houses';
import { MATERIAL, type ObjectSet, turned } from '../mesh/mesh';
import { plumeGrass } from '../mesh/plume-grass';
import { rhododendron } from '../mesh/shrubs';
import { tablet } from '../mesh/signs';
import { banana, pine, tallBamboo } from '../mesh/trees';
import { wildSunflower } from '../mesh/wild-sunflower';
import type { Recipe } from '../recipe';
import type { FieldContext } from './field-context';
import { addBoulders, addGrowth, type Growth, type IsKept, standAt } from './growth';
import type { GroundAt } from './near-field';
import type { RoadLine } from './road-line';
import { addBendMirror, addKilometreStone, addRoadFurniture } from './road-objects';
import { Scenery } from './scenery';
import { addTerraceFurniture } from './view-terrace';

type Pass = Extract<Recipe['nearField'], { kind: 'pass' }>;

const IN_VIEW_M = 2.4;
const GUARD_FREE_M = 0.55;

/** What {@link passObjects} is made from. */
export interface PassSource {
  readonly context: FieldContext;
  readonly roads: readonly RoadLine[];
  readonly pass: Pass | undefined;
  /** Height of a viewing terrace, above the sea. */
  readonly levelM: number;
  isBuilt(x: number, y: number, marginM: number): boolean;
}

/** Road furniture, the kilometre stone, flowers, shrubs, bamboo, pines, houses of a pass. */
export function passObjects(source: PassSource, groundAt: GroundAt): ObjectSet {
  const { roads, pass } = source;
  const { noise, recipe } = source.context;
  const scenery = new Scenery(recipe.seed + 17, groundAt);
  let inView: readonly [number, number] | undefined;
  const stone = pass?.stone;
  const stoneRoad = roads.find((line) => line.road.id === stone?.roadId);
  if (stone && stoneRoad) inView = addKilometreStone(scenery, noise, stoneRoad, stone.lines);
  for (const road of roads) {
    addRoadFurniture(scenery, road, (x, y) => standsInView(inView, x, y, GUARD_FREE_M));
  }
  const isKept: IsKept = (x, y, marginM) =>
    source.isBuilt(x, y, marginM) || standsInView(inView, x, y, IN_VIEW_M);
  if (pass?.flowers) addSunflowers(scenery, source, isKept);
  for (const growth of growths(pass?.bushRatio ?? 1)) addGrowth(scenery, noise, growth, isKept);
  const strewing = { count: 110, fromM: 2.5, toM: 70, sizeM: [0.06, 0.5], marginM: 0.8 } as const;
  addBoulders(scenery, noise, strewing, isKept);
  addHouses(scenery, source, pass?.houses ?? 0);
  if (pass) addSigns(scenery, source, pass);
  return scenery;
}

function growths(bushRatio: number): readonly Growth[] {
  return [
    {
      meshes: [1, 2, 3, 4].map((s) => plumeGrass(s, 90, 1.3, 7)),
      count: Math.round(260 * bushRatio),
      fromM: 3.5,
      toM: 75,
      power: 1.2,
      marginM: 1,
      grove: [11, 23, 0.1],
      scale: [0.6, 0.6],
      sinkM: 0.02,
    },
    {
      meshes: [6, 7, 8].map((s) => rhododendron(s, false)),
      count: Math.round(150 * bushRatio),
      fromM: 9,
      toM: 80,
      power: 1.1,
      marginM: 1.2,
      grove: [14, 5, 0.12],
      scale: [0.4, 0.6],
      sinkM: 0.05,
    },
    {
      meshes: [1, 2, 3].map((s) => tallBamboo(s, 22, 5)),
      count: Math.round(60 * bushRatio),
      fromM: 22,
      toM: 75,
      power: 1.1,
      marginM: 3,
      grove: [22, 9, 0.25],
      scale: [0.7, 0.5],
      sinkM: 0,
    },
    {
      meshes: [1, 2, 3].map((s) => pine(s, 9)),
      count: Math.round(40 * bushRatio),
      fromM: 30,
      toM: 110,
      power: 1.1,
      marginM: 4,
      grove: [40, 2, 0.15],
      scale: [0.6, 0.6],
      sinkM: 0.1,
    },
    {
      meshes: [1, 2].map((s) => banana(s, 3.2)),
      count: Math.round(22 * bushRatio),
      fromM: 16,
      toM: 60,
      power: 1.2,
      marginM: 2.5,
      grove: [20, 3, 0.22],
      scale: [0.7, 0.5],
      sinkM: 0.05,
    },
  ];
}

/** Wild sunflowers follow road edges, and stand in drifts on open slopes. */
function addSunflowers(scenery: Scenery, source: PassSource, isKept: IsKept): void {
  const { roads } = source;
  const { noise } = source.context;
  const { random } = scenery;
  const meshes = [1, 2, 3, 4, 5].map((s) => wildSunflower(s, 13, 1.5));
  const first = scenery.add(...meshes);
  for (const road of roads) {
    for (let s = 0; s < road.lengthM; s += 0.8) {
      const q = road.at(s);
      if (Math.hypot(q.x, q.y) > 130) continue;
      const side = random() < 0.5 ? -1 : 1;
      const out = (road.road.widthM / 2 + 1.5 + 2.6 * random() ** 1.5) * side;
      const x = q.x + q.leftX * out;
      const y = q.y + q.leftY * out;
      const scale = 0.6 + 0.5 * random();
      const turn = random() * 2 * Math.PI;
      const isPatch = noise.gradient2(x / 17 + side * 9, y / 17) > -0.05;
      if (!isPatch || Math.hypot(x, y) < 3 || isKept(x, y, 1)) continue;
      scenery.stand(first + Math.floor(random() * 5), x, y, -0.05, turned(turn, scale));
    }
  }
  const drift: Growth = {
    meshes,
    count: 640,
    fromM: 3.2,
    toM: 95,
    power: 1.25,
    marginM: 1.2,
    grove: [16, 31, 0.08],
    scale: [0.5, 0.5],
    sinkM: 0.05,
  };
  addGrowth(scenery, noise, drift, isKept);
}

function standsInView(
  inView: readonly [number, number] | undefined,
  x: number,
  y: number,
  marginM: number,
): boolean {
  if (!inView) return false;
  const [vx, vy] = inView;
  const t = (x * vx + y * vy) / (vx * vx + vy * vy);
  return t > 0 && t < 1.1 && Math.hypot(x - vx * t, y - vy * t) < marginM;
}

/** The tablet and the bend's mirror, where the recipe has them. */
function addSigns(scenery: Scenery, { context, levelM }: PassSource, pass: Pass): void {
  const { toLocal } = context.frame;
  if (pass.terrace) addTerraceFurniture(scenery, pass.terrace, levelM);
  if (pass.mirror) {
    const [x, y] = toLocal(...pass.mirror);
    addBendMirror(scenery, x, y);
  }
  const toward = (x: number, y: number): number => Math.atan2(-y, -x) + Math.PI / 2;
  const stalls = (pass.stalls ?? []).map((at) => {
    const [x, y] = toLocal(...at);
    return { x, y, turnRad: toward(x, y) };
  });
  const stall = { lengthM: 5, widthM: 3.2, wallM: 2.1, floorM: 0, roof: 'thatch' } as const;
  if (stalls.length > 0) standAt(scenery, villageHouse(stall), stalls, 0.05);
  if (!pass.tablet) return;
  const [x, y] = toLocal(...pass.tablet.at);
  const materials = { slab: MATERIAL.rock, text: MATERIAL.flagRed, foot: MATERIAL.concrete };
  const mesh = tablet(pass.tablet.lines, 2.6, 1.5, materials);
  standAt(scenery, mesh, [{ x, y, turnRad: toward(x, y) }], 0.05);
}

/** Field houses on gentle ground, their ridges along the slope. */
function addHouses(scenery: Scenery, source: PassSource, count: number): void {
  const { random, groundAt } = scenery;
  const first = scenery.add(
    villageHouse({ lengthM: 9, widthM: 6, wallM: 2.5, floorM: 0, roof: 'tile' }),
    villageHouse({ lengthM: 7, widthM: 5, wallM: 2.3, floorM: 0, roof: 'thatch' }),
    villageHouse({ lengthM: 11, widthM: 6.5, wallM: 2.5, floorM: 1.7, roof: 'tile' }),
  );
  for (let built = 0, tries = 0; built < count && tries < 4000; tries++) {
    const a = random() * 2 * Math.PI;
    const r = 130 + 620 * random();
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const gx = (groundAt(x + 6, y) - groundAt(x - 6, y)) / 12;
    const gy = (groundAt(x, y + 6) - groundAt(x, y - 6)) / 12;
    const turn = Math.atan2(gy, gx) + Math.PI / 2;
    const isSteep = Math.hypot(gx, gy) > 0.22;
    const kind = isSteep ? 2 : Math.floor(random() * 3);
    if (Math.hypot(gx, gy) > 0.5 || source.isBuilt(x, y, 7)) continue;
    if (source.context.noise.gradient2(x / 120 + 3, y / 120) < 0.05) continue;
    scenery.stand(first + kind, x, y, 0, turned(turn));
    built++;
  }
}
