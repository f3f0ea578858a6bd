import { leaning, MATERIAL, type ObjectSet, turned } from '../mesh/mesh';
import { plumeGrass } from '../mesh/plume-grass';
import { dwarfBamboo, rhododendron } from '../mesh/shrubs';
import { signBoard } from '../mesh/signs';
import { boulder } from '../mesh/stones';
import type { CrestLine } from './crest-line';
import type { FieldContext } from './field-context';
import { addBoulders, addGrowth, type Growth } from './growth';
import type { GroundAt } from './near-field';
import { Scenery } from './scenery';

const ROCKS_TO_M = 420;

/** Rocks on the crest, tall grass, wind-bent shrubs, the sign beside the path. */
export function ridgeObjects(
  { noise, recipe }: FieldContext,
  crest: CrestLine,
  besidePath: (x: number, y: number) => number,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(recipe.seed + 5, groundAt);
  const isKept = (x: number, y: number, marginM: number): boolean =>
    besidePath(x, y) < 0.45 + marginM;
  addCrestRocks(scenery, noise, crest, besidePath);
  for (const growth of growths()) addGrowth(scenery, noise, growth, isKept);
  const stones = { count: 160, fromM: 1.5, toM: 45, sizeM: [0.05, 0.35], marginM: 0.15 } as const;
  addBoulders(scenery, noise, stones, isKept);
  addSign(scenery, crest);
  return scenery;
}

/** Outcrops: boulders half sunk beside the path, in groups. */
function addCrestRocks(
  scenery: Scenery,
  noise: FieldContext['noise'],
  crest: CrestLine,
  besidePath: (x: number, y: number) => number,
): void {
  const { random } = scenery;
  const first = scenery.add(...[11, 12, 13, 14, 15].map((s) => boulder(noise, s, 56, s % 2 === 0)));
  for (let s = 0; s < crest.lengthM; s += 1.3) {
    const [px, py] = crest.at(s);
    const side = (random() - 0.5) * 2;
    const x = px + 9 * side * Math.abs(side) + (random() - 0.5) * 4;
    const y = py + (random() - 0.5) * 9;
    const size = 0.25 + 1.5 * random() ** 2.4;
    const r = Math.hypot(x, y);
    const isGroup = noise.gradient2(s / 19, 4.4) > -0.12;
    if (!isGroup || r < 2.6 || r > ROCKS_TO_M || besidePath(x, y) < 0.4 + size * 0.75) continue;
    const lean = [(random() - 0.5) * 0.7, (random() - 0.5) * 0.7] as const;
    const matrix = leaning(random() * 2 * Math.PI, lean[0], lean[1], size, size * 0.85);
    scenery.stand(first + Math.floor(random() * 5), x, y, -size * 0.1, matrix);
  }
}

function growths(): readonly Growth[] {
  return [
    {
      meshes: [1, 2, 3, 4].map((s) => plumeGrass(s, 90, 1.05, 6)),
      count: 900,
      fromM: 2.6,
      toM: 80,
      power: 1.3,
      marginM: 0.7,
      grove: [9, 23, 0.02],
      scale: [0.55, 0.6],
      sinkM: 0.03,
    },
    {
      meshes: [21, 22].map((s) => dwarfBamboo(s, 30, 0.9)),
      count: 220,
      fromM: 4,
      toM: 60,
      power: 1.2,
      marginM: 0.6,
      grove: [12, 3, 0.15],
      scale: [0.6, 0.6],
      sinkM: 0.03,
    },
    {
      meshes: [6, 7, 8].map((s) => rhododendron(s, s === 8)),
      count: 170,
      fromM: 6,
      toM: 95,
      power: 1.1,
      marginM: 1,
      grove: [15, 8, 0.1],
      scale: [0.45, 0.75],
      sinkM: 0.08,
    },
  ];
}

/** A plank sign a few steps further along the path. */
function addSign(scenery: Scenery, crest: CrestLine): void {
  if (!crest.near(0, 0, 60)) return;
  const along = crest.hit.alongM;
  const [ax, ay] = crest.at(along + 6.5);
  const [bx, by] = crest.at(along + 14);
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const x = ax - ((by - ay) / length) * 1.5;
  const y = ay + ((bx - ax) / length) * 1.5;
  const sign = scenery.add(signBoard(['TÀ XÙA'], 1.1, MATERIAL.plank, MATERIAL.white));
  scenery.stand(sign, x, y, -0.05, turned(Math.atan2(-y, -x) + Math.PI / 2));
}
