import type { Noise } from '../maths/noise';
import { MATERIAL, type Mesh, type ObjectSet, turned } from '../mesh/mesh';
import { fallenTrunk, fern, oldTree } from '../mesh/old-trees';
import { dwarfBamboo, rhododendron } from '../mesh/shrubs';
import { boulder } from '../mesh/stones';
import type { FieldContext } from './field-context';
import type { ForestRecipe } from './forest-field';
import { addGrowth, type Growth } from './growth';
import type { GroundAt } from './near-field';
import { Scenery } from './scenery';

/** Trees of triangles stand to here; farther ones are drawn as sprites. */
export const FULL_TREES_M = 62;
const TREE_CELL_M = 4.6;
const VIEWER_FREE_M = 2.3;
const STONE_STEP_M = 0.85;

/** Trees, undergrowth, ferns, mossy stones and fallen trunks; stones laid on the path. */
export function forestObjects(
  context: FieldContext,
  forest: ForestRecipe,
  besidePath: (x: number, y: number) => number,
  groundAt: GroundAt,
): ObjectSet {
  const { noise, recipe } = context;
  const scenery = new Scenery(recipe.seed + 41, groundAt);
  addTrees(scenery, forest, besidePath);
  const isKept = (x: number, y: number, marginM: number): boolean =>
    besidePath(x, y) < 0.7 + marginM || Math.hypot(x, y) < VIEWER_FREE_M;
  for (const growth of growths(noise, forest)) addGrowth(scenery, noise, growth, isKept);
  addPathStones(scenery, noise, besidePath);
  return scenery;
}

/** One old tree a cell, where the cell has one. */
function addTrees(
  scenery: Scenery,
  forest: ForestRecipe,
  besidePath: (x: number, y: number) => number,
): void {
  const { random } = scenery;
  const blossomRatio = forest.isInBlossom ? 0.3 : 0;
  const first = scenery.add(
    oldTree(1, { heightM: 13, girthM: 0.42, blossomRatio: 0 }),
    oldTree(2, { heightM: 11, girthM: 0.5, blossomRatio: 0 }),
    oldTree(3, { heightM: 9, girthM: 0.3, blossomRatio }),
    oldTree(4, { heightM: 14, girthM: 0.36, blossomRatio: 0 }),
    oldTree(5, { heightM: 7.5, girthM: 0.24, blossomRatio }),
  );
  const n = Math.ceil(FULL_TREES_M / TREE_CELL_M);
  for (let j = -n; j <= n; j++) {
    for (let i = -n; i <= n; i++) {
      const x = (i + 0.1 + 0.8 * random()) * TREE_CELL_M;
      const y = (j + 0.1 + 0.8 * random()) * TREE_CELL_M;
      const kind = Math.floor(random() * 5);
      const scale = 0.75 + 0.55 * random();
      const turn = random() * 2 * Math.PI;
      const isThere = random() < 0.62;
      const r = Math.hypot(x, y);
      if (!isThere || r > FULL_TREES_M || r < 3.2 || besidePath(x, y) < 1.5) continue;
      scenery.stand(first + kind, x, y, -0.1, turned(turn, scale));
    }
  }
}

function growths(noise: Noise, forest: ForestRecipe): readonly Growth[] {
  const mossy = (mesh: Mesh): Mesh => ({
    ...mesh,
    materials: mesh.materials.map(() => MATERIAL.mossBark),
  });
  const common = { marginM: 0.5, sinkM: 0.06, fromM: 1.8 } as const;
  return [
    {
      ...common,
      meshes: [1, 2, 3, 4].map((s) => dwarfBamboo(s, 26, 1.5)),
      count: 900,
      toM: 48,
      power: 0.8,
      grove: [9, 4, 0.02],
      scale: [0.6, 0.8],
    },
    {
      ...common,
      meshes: [1, 2, 3].map((s) => fern(s, 0.6)),
      count: 900,
      toM: 32,
      power: 0.9,
      marginM: 0.15,
      grove: [6, 8, -0.12],
      scale: [0.5, 0.8],
    },
    {
      ...common,
      meshes: [31, 32, 33].map((s) => rhododendron(s, forest.isInBlossom && s > 31)),
      count: 170,
      toM: 45,
      power: 0.8,
      grove: [11, 2, -0.05],
      scale: [0.9, 1.3],
    },
    {
      ...common,
      meshes: [1, 2, 3, 4].map((s) => mossy(boulder(noise, s, 40, s === 4))),
      count: 220,
      toM: 40,
      power: 0.8,
      grove: [8, 5, 0],
      scale: [0.12, 0.75],
    },
    {
      ...common,
      meshes: [1, 2, 3].map((s) => fallenTrunk(s, 5 + s, 0.24)),
      count: 26,
      fromM: 4,
      toM: 40,
      power: 0.7,
      marginM: 2.6,
      grove: [10, 9, -0.1],
      scale: [0.7, 0.6],
    },
  ];
}

/** Flat stones that walkers laid where the path is wet. */
function addPathStones(
  scenery: Scenery,
  noise: Noise,
  besidePath: (x: number, y: number) => number,
): void {
  const { random } = scenery;
  const first = scenery.add(...[11, 12, 13].map((s) => boulder(noise, s, 36, true)));
  const n = Math.ceil(26 / STONE_STEP_M);
  for (let j = -n; j <= n; j++) {
    for (let i = -n; i <= n; i++) {
      const x = (i + 0.2 + 0.6 * random()) * STONE_STEP_M;
      const y = (j + 0.2 + 0.6 * random()) * STONE_STEP_M;
      const size = 0.14 + 0.2 * random();
      const turn = random() * 2 * Math.PI;
      if (random() > 0.6 || besidePath(x, y) > 0.62) continue;
      scenery.stand(first + ((i + j) & 1), x, y, -size * 0.36, turned(turn, size, size * 0.6));
    }
  }
}
