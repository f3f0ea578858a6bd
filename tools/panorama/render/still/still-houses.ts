import { hashCell } from '../maths/random';
import { villageHouse } from '../mesh/houses';
import {
  addQuad,
  createMesh,
  MATERIAL,
  type Mesh,
  type MeshInstance,
  type ObjectSet,
  turned,
  type Vec3,
} from '../mesh/mesh';
import type { FieldContext } from '../near/field-context';
import type { GroundAt } from '../near/near-field';
import type { StillLand } from './still-recipe';
import { isWet } from './still-wet';

const NOTHING: ObjectSet = { meshes: [], instances: [] };
const STEEPEST = 0.55;
const STOREY_M = 3.3;

/** Houses of the place: along roads and in clusters, on ground that bears them. */
export function stillHouses(
  context: FieldContext,
  land: StillLand,
  roadDistance: (x: number, y: number) => number,
  groundAt: GroundAt,
): ObjectSet {
  const { settlement } = land;
  if (!settlement) return NOTHING;
  const meshes = housesOf(settlement.style);
  const instances: MeshInstance[] = [];
  const spacingM = settlement.style === 'town' ? 13 : 22;
  const seed = context.recipe.seed;
  const tries = settlement.houses * 14;
  for (let k = 0; k < tries && instances.length < settlement.houses; k++) {
    const turn = hashCell(seed, k, 61) * 2 * Math.PI;
    const out = Math.sqrt(hashCell(seed, k, 62)) * settlement.radiusM;
    const [x, y] = [Math.sin(turn) * out, Math.cos(turn) * out];
    const cluster = context.noise.gradient2(x / 120, y / 120);
    const isByRoad = roadDistance(x, y) < 32;
    if (!isByRoad && cluster < -0.05 + 0.5 * (out / settlement.radiusM - 0.4)) continue;
    if (roadDistance(x, y) < 9) continue;
    const z = standingM(land, groundAt, x, y);
    if (z === undefined) continue;
    const isTaken = instances.some(
      ({ position }) => Math.hypot(position[0] - x, position[1] - y) < spacingM,
    );
    if (isTaken) continue;
    const facing = facingRad(groundAt, x, y) + 0.5 * (hashCell(seed, k, 63) - 0.5);
    instances.push({
      mesh: Math.floor(hashCell(seed, k, 64) * meshes.length),
      position: [x, y, z],
      matrix: turned(facing, 0.9 + 0.25 * hashCell(seed, k, 65)),
      tint: hashCell(seed, k, 66) * 9,
    });
  }
  return { meshes, instances };
}

/** Height of a house's floor, undefined on steep or wet ground. */
function standingM(land: StillLand, groundAt: GroundAt, x: number, y: number): number | undefined {
  const e = 7;
  const z = groundAt(x, y);
  if (isWet(land, z - 1.5)) return undefined;
  const around = [groundAt(x + e, y), groundAt(x - e, y), groundAt(x, y + e), groundAt(x, y - e)];
  const steep = (Math.max(...around) - Math.min(...around)) / (2 * e);
  return steep > STEEPEST ? undefined : z;
}

/** Ridges follow the contours. */
function facingRad(groundAt: GroundAt, x: number, y: number): number {
  const e = 12;
  const gx = groundAt(x + e, y) - groundAt(x - e, y);
  const gy = groundAt(x, y + e) - groundAt(x, y - e);
  return Math.atan2(gy, gx) + Math.PI / 2;
}

function housesOf(style: NonNullable<StillLand['settlement']>['style']): readonly Mesh[] {
  const village = (lengthM: number, floorM: number, roof: 'thatch' | 'tile') =>
    villageHouse({ lengthM, widthM: 6.4, wallM: 2.6, floorM, roof });
  switch (style) {
    case 'stilts':
      return [village(12, 1.9, 'thatch'), village(14, 1.9, 'tile'), village(11, 1.8, 'tile')];
    case 'village':
      return [village(10, 0.3, 'tile'), village(12, 0.3, 'tile'), village(9, 0.3, 'thatch')];
    case 'town':
      return [1, 2, 2, 3, 3, 4].map((storeys, k) => townHouse(storeys, k));
    default:
      return style satisfies never;
  }
}

/** A house of brick and plaster: storeys with bands of windows under sheet or tile. */
function townHouse(storeys: number, k: number): Mesh {
  const mesh = createMesh();
  const l = 4.2 + 1.4 * (k % 3);
  const w = 3.4 + 0.8 * (k % 2);
  const top = storeys * STOREY_M;
  addWalls(mesh, l, w, -2.5, top, MATERIAL.plaster);
  for (let storey = 0; storey < storeys; storey++) {
    const low = storey * STOREY_M + 1;
    for (const s of [-1, 1]) {
      for (const x of [-0.6, 0, 0.6]) {
        addWindow(mesh, x * l, s * (w + 0.04), low, low + 1.5, true);
      }
      addWindow(mesh, 0, s * (l + 0.04), low, low + 1.5, false);
    }
  }
  const roof = [MATERIAL.redSheet, MATERIAL.tile, MATERIAL.blueSheet, MATERIAL.redSheet][k % 4]!;
  addGableRoof(mesh, l + 0.5, w + 0.6, top, top + 1.5, roof);
  return mesh;
}

function addWalls(
  mesh: Mesh,
  l: number,
  w: number,
  z0: number,
  z1: number,
  material: number,
): void {
  for (const s of [-1, 1]) {
    addQuad(mesh, quad([-l, s * w], [l, s * w], z0, z1), material);
    addQuad(mesh, quad([s * l, -w], [s * l, w], z0, z1), material);
  }
}

function addWindow(
  mesh: Mesh,
  along: number,
  beside: number,
  z0: number,
  z1: number,
  isLong: boolean,
): void {
  const at = (d: number): readonly [number, number] =>
    isLong ? [along + d, beside] : [beside, along + d];
  addQuad(mesh, quad(at(-0.6), at(0.6), z0, z1), MATERIAL.dark);
}

function addGableRoof(
  mesh: Mesh,
  l: number,
  w: number,
  eaves: number,
  ridge: number,
  material: number,
): void {
  for (const s of [-1, 1]) {
    addQuad(
      mesh,
      [
        [-l, s * w, eaves - 0.1],
        [l, s * w, eaves - 0.1],
        [l, 0, ridge],
        [-l, 0, ridge],
      ],
      material,
    );
    addQuad(
      mesh,
      [
        [s * (l - 0.5), -w + 0.6, eaves - 0.1],
        [s * (l - 0.5), w - 0.6, eaves - 0.1],
        [s * (l - 0.5), 0.01, ridge - 0.15],
        [s * (l - 0.5), -0.01, ridge - 0.15],
      ],
      MATERIAL.plaster,
    );
  }
}

function quad(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  z0: number,
  z1: number,
): [Vec3, Vec3, Vec3, Vec3] {
  return [
    [x0, y0, z0],
    [x1, y1, z0],
    [x1, y1, z1],
    [x0, y0, z1],
  ];
}
