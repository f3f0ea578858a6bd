import { blurred } from '../blur';
import { bilinear } from '../height-field';
import type { SketchFacts } from './facts';
import { factConstraints, regionMask, riverConstraints } from './rasterise';
import { type Constraints, relaxedSheet } from './relax';
import type { RiverCourse } from './river-course';
import { type SketchGrid, sketchGrid } from './sketch-grid';

/** Width of the windows in which the relief of the facts is measured. */
const RELIEF_WINDOW_M = 8_000;

/**
 * The country beside a river stands this many times its relief above the water, on the mean over
 * a few kilometres; crests stand this much over the country. Fitted to the reference model once:
 * low-passed error 142 m instead of 180 m.
 */
const RISE_FROM_RIVERS = 1.05;
const DROP_FROM_CRESTS = 0.5;

/** The rise at most: gorges. */
const MOST_RISE_M = 620;

/** Rivers of plains are not lifted, nor those this close to one. */
const PLAIN_REACH_M = 3_500;

/** Mean height and relief of the country, as the facts give them. */
export interface MeanSheet {
  readonly grid: SketchGrid;
  readonly heightsM: Float32Array;
  /** How much crests and valleys of the facts stand apart from the mean, metres. */
  readonly reliefM: Float32Array;
}

/**
 * The mean height of the country: a sheet through the facts is too low, because rivers are the
 * best known lines and lie at the bottom; so they are lifted, and crests lowered, by the relief.
 */
export function meanSheet(
  postsPerDeg: number,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): MeanSheet {
  const grid = sketchGrid(postsPerDeg);
  const through = relaxedSheet(postsPerDeg, (on) => factConstraints(on, facts, courses));
  const reliefM = localRelief(grid, through);
  const heightsM = relaxedSheet(postsPerDeg, (on) =>
    liftedConstraints(on, facts, courses, grid, reliefM),
  );
  return { grid, heightsM, reliefM };
}

function localRelief(grid: SketchGrid, sheet: Float32Array): Float32Array {
  const mean = blurred(grid, sheet, RELIEF_WINDOW_M);
  const squares = sheet.map((heightM, i) => (heightM - mean[i]!) ** 2);
  const deviation = blurred(grid, squares, RELIEF_WINDOW_M).map(Math.sqrt);
  return blurred(grid, deviation, RELIEF_WINDOW_M);
}

function liftedConstraints(
  grid: SketchGrid,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
  reliefGrid: SketchGrid,
  reliefM: Float32Array,
): Constraints {
  const { heightsM, isKnown } = factConstraints(grid, facts, courses);
  const rivers = riverConstraints(grid, courses);
  const lowland = lowlandShare(grid, facts);
  const scale = reliefGrid.postsPerDeg / grid.postsPerDeg;
  for (let i = 0; i < heightsM.length; i++) {
    if (isKnown[i] === 0) continue;
    const col = (i % grid.cols) * scale;
    const row = Math.floor(i / grid.cols) * scale;
    const relief = bilinear(reliefM, reliefGrid.cols, reliefGrid.rows, col, row);
    const change =
      rivers.isKnown[i] === 1
        ? Math.max(0, 1 - 2 * lowland[i]!) * Math.min(MOST_RISE_M, RISE_FROM_RIVERS * relief)
        : -DROP_FROM_CRESTS * relief;
    heightsM[i]! += change;
  }
  return { heightsM, isKnown };
}

/** 1 on plains, half on low hills, 0 elsewhere, with soft edges. */
function lowlandShare(grid: SketchGrid, facts: SketchFacts): Float32Array {
  const plain = regionMask(grid, facts.regions, 'plain');
  const hills = regionMask(grid, facts.regions, 'hills');
  const share = plain.map((isPlain, i) => Math.max(isPlain, 0.45 * hills[i]!));
  return blurred(grid, share, PLAIN_REACH_M);
}
