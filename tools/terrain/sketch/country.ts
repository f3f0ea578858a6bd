import { blurred } from '../blur';
import type { SketchFacts } from './facts';
import { lakeShore } from './lake-levels';
import { fillOutline, regionMask, riverConstraints } from './rasterise';
import type { RiverCourse } from './river-course';
import type { SketchGrid } from './sketch-grid';

/** What the facts say about every post of a grid besides its height. */
export interface Country {
  /** 1 on rivers, lakes, plains and the grid's border: water leaves there, the height is given. */
  readonly isBase: Uint8Array;
  /** Heights on the base where rivers or lakes give them; NaN elsewhere. */
  readonly waterM: Float32Array;
  /** 0 on plains, a quarter on karst, 1 elsewhere. */
  readonly erodibility: Float32Array;
  /** 0..1. */
  readonly karst: Float32Array;
  readonly plain: Float32Array;
}

/** How much less streams cut into karst (they sink) and into low hills. */
const KARST_ERODIBILITY = 0.3;
const HILLS_ERODIBILITY = 0.55;

/** Width over which one kind of country passes into the next. */
const TRANSITION_M = 900;

/** Reads the character of the country off the facts, on one grid. */
export function countryOn(
  grid: SketchGrid,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Country {
  const soft = (mask: Float32Array) => blurred(grid, mask, TRANSITION_M);
  const plainMask = regionMask(grid, facts.regions, 'plain');
  const plain = soft(plainMask);
  const karst = soft(regionMask(grid, facts.regions, 'karst'));
  const hills = soft(regionMask(grid, facts.regions, 'hills'));
  const waterM = waterLevels(grid, facts, courses);
  const isBase = new Uint8Array(waterM.length);
  const erodibility = new Float32Array(waterM.length);
  for (let i = 0; i < waterM.length; i++) {
    const col = i % grid.cols;
    const row = (i - col) / grid.cols;
    const isBorder = col === 0 || row === 0 || col === grid.cols - 1 || row === grid.rows - 1;
    isBase[i] = isBorder || plain[i]! > 0.5 || !Number.isNaN(waterM[i]!) ? 1 : 0;
    const cut =
      (1 - (1 - KARST_ERODIBILITY) * karst[i]!) * (1 - (1 - HILLS_ERODIBILITY) * hills[i]!);
    erodibility[i] = cut * (1 - plain[i]!);
  }
  return { isBase, waterM, erodibility, karst, plain };
}

function waterLevels(
  grid: SketchGrid,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Float32Array {
  const rivers = riverConstraints(grid, courses);
  const levels = new Float32Array(rivers.heightsM.length).fill(Number.NaN);
  for (let i = 0; i < levels.length; i++)
    if (rivers.isKnown[i] === 1) levels[i] = rivers.heightsM[i]!;
  for (const lake of facts.lakes) {
    if (lake.kind === 'outline') fillOutline(grid, levels, lakeShore(lake), lake.levelM);
  }
  return levels;
}
