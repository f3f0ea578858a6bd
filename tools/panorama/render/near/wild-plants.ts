import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { GroundAt, PlantedTree, SpriteKind } from './near-field';

/** What grows without people. */
type WildKind = Exclude<SpriteKind, 'plum' | 'peach'>;

/** How wild land is planted. */
export interface WildPlanting {
  readonly centreX: number;
  readonly centreY: number;
  readonly fromM: number;
  readonly toM: number;
  /** Forest cover at a point, 0 to 1. */
  forest(x: number, y: number, z: number): number;
  /** Tree line: above it only shrubs and dwarf bamboo grow. */
  readonly treeLineM: number;
  /** Bamboo and pine over broad-leaved trees, 0 to 1. */
  readonly bambooRatio: number;
  readonly pineRatio: number;
  isFree(x: number, y: number): boolean;
  /** Whether a plant with its top there would stand in the view that the place is known for. */
  hidesView?(x: number, y: number, topM: number): boolean;
}

/** Rings with one plant a cell: from, to, cell, how much bigger a plant stands for its like. */
const RINGS = [
  [0, 160, 3.6, 1],
  [160, 700, 6.5, 1.05],
  [700, 1500, 10, 1.4],
  [1500, 2800, 15, 1.8],
] as const;

/** Plants wild land cell by cell; the same cells give the same plants from any viewpoint. */
export function plantWild(
  noise: Noise,
  groundAt: GroundAt,
  planting: WildPlanting,
): readonly PlantedTree[] {
  const trees: PlantedTree[] = [];
  for (const [from, to, cellM, size] of RINGS) {
    const reach = Math.min(to, planting.toM);
    const n = Math.ceil(reach / cellM);
    const ci = Math.round(planting.centreX / cellM);
    const cj = Math.round(planting.centreY / cellM);
    for (let j = cj - n; j <= cj + n; j++) {
      for (let i = ci - n; i <= ci + n; i++) {
        const salt = Math.round(cellM * 10);
        const x = (i + 0.1 + 0.8 * hashCell(i, j, salt)) * cellM;
        const y = (j + 0.1 + 0.8 * hashCell(i, j, salt + 1)) * cellM;
        const r = Math.hypot(x - planting.centreX, y - planting.centreY);
        if (r < Math.max(from, planting.fromM) || r >= reach || !planting.isFree(x, y)) continue;
        const tree = plantCell(noise, groundAt, planting, x, y, i, j, size);
        if (tree) trees.push(tree);
      }
    }
  }
  return trees;
}

function plantCell(
  noise: Noise,
  groundAt: GroundAt,
  planting: WildPlanting,
  x: number,
  y: number,
  i: number,
  j: number,
  size: number,
): PlantedTree | undefined {
  const z = groundAt(x, y);
  const chance = hashCell(i, j, 77);
  const q = hashCell(i, j, 78);
  const t = hashCell(i, j, 79);
  const forest = planting.forest(x, y, z) + 0.35 * noise.fractal2(x / 46, y / 46, 2);
  const isAlpine = z + 60 * noise.gradient2(x / 180, y / 180) > planting.treeLineM;
  const density = isAlpine
    ? 0.5 + 0.45 * noise.gradient2(x / 34, y / 34)
    : 0.06 + 0.88 * smoothStep(0.25, 0.7, forest);
  if (chance > density) return undefined;
  const kind = isAlpine ? alpineKind(t) : lowlandKind(noise, planting, x, y, forest, q, t);
  const heightM = plantHeight(kind, q, t) * size;
  if (planting.hidesView?.(x, y, z + heightM)) return undefined;
  const aspect = { broad: 0.9, bamboo: 0.85, pine: 0.6, shrub: 1.25, 'dwarf-bamboo': 1.5 }[kind];
  return {
    x,
    y,
    z: z - 0.12 * heightM * (kind === 'shrub' || kind === 'dwarf-bamboo' ? 1 : 0.25),
    heightM,
    widthM: heightM * aspect * (0.85 + 0.3 * hashCell(i, j, 81)),
    sprite: kind,
    look: hashCell(i, j, 80),
  };
}

function alpineKind(t: number): WildKind {
  return t < 0.45 ? 'shrub' : 'dwarf-bamboo';
}

function lowlandKind(
  noise: Noise,
  planting: WildPlanting,
  x: number,
  y: number,
  forest: number,
  q: number,
  t: number,
): WildKind {
  const bamboo = noise.gradient2(x / 75 + 9, y / 75 - 4) * 0.5 + 0.5;
  if (bamboo > 1.02 - 0.42 * planting.bambooRatio && t < 0.8) return 'bamboo';
  if (forest < 0.35 || q < 0.22) return 'shrub';
  const pine = noise.gradient2(x / 300 - 9, y / 300 + 60) * 0.5 + 0.5;
  if (pine > 1.02 - 0.55 * planting.pineRatio && t < 0.75) return 'pine';
  return 'broad';
}

function plantHeight(kind: WildKind, q: number, t: number): number {
  switch (kind) {
    case 'broad':
      return 6 + 8 * q * q + 3 * t;
    case 'bamboo':
      return 7 + 5 * q;
    case 'pine':
      return 9 + 8 * q;
    case 'shrub':
      return 0.9 + 1.7 * t;
    case 'dwarf-bamboo':
      return 0.7 + 0.8 * q;
    default:
      return kind satisfies never;
  }
}
