import { type Progress, SILENT_PROGRESS } from '../../io/progress';
import { blurred } from '../blur';
import { createHeightField, type HeightField } from '../height-field';
import { anchorsOf, correctToAnchors } from './correct';
import { type Country, countryOn } from './country';
import { drain } from './drainage';
import { creep, erodeStep } from './erode';
import type { SketchFacts } from './facts';
import { finishGround } from './finish-ground';
import { drownedCourses } from './lake-levels';
import { type MeanSheet, meanSheet } from './mean-sheet';
import { fractalNoise } from './noise';
import { type RiverCourse, riverCourse } from './river-course';
import { doubled, SKETCH_BOX_DEG, type SketchGrid, sketchGrid } from './sketch-grid';
import { doubledWarped } from './warp';

/**
 * Resolutions of the evolution, posts per degree (80, 40, 20, 10 arc-seconds), and its steps. The
 * great valleys form on the coarse grids, the small ones find their way into them on the fine.
 */
const STAGES = [
  { postsPerDeg: 45, steps: 30, stepLength: 0.6 },
  { postsPerDeg: 90, steps: 14, stepLength: 0.6 },
  { postsPerDeg: 180, steps: 4, stepLength: 0.7 },
  { postsPerDeg: 360, steps: 1, stepLength: 1.2 },
] as const;

/** Resolution of the finished relief: 10 arc-seconds. */
export const SKETCH_POSTS_PER_DEG = 360;

/** The envelope is set to the mean of the facts on grids up to this resolution. */
const LAST_SETTING_POSTS_PER_DEG = 180;

/** Within this width the evolved land shall have the mean height that the facts give. */
const MEAN_KEEPING_M = 6_500;

/** The envelope is set anew after so many steps. */
const STEPS_PER_SETTING = 2;

/** What the evolution works on, at one resolution. */
interface Land {
  readonly grid: SketchGrid;
  readonly country: Country;
  readonly heights: Float32Array;
  /** Surface that uplift restores. */
  readonly envelope: Float32Array;
  /** Mean height that the facts give, smooth. */
  readonly mean: Float32Array;
}

/**
 * Makes the sketch relief: a mean sheet from the facts, into which a stream-power evolution cuts
 * valleys down to the named rivers, ever finer, bent back to the heights of the facts.
 *
 * @returns 10 arc-second posts over {@link SKETCH_BOX_DEG}
 */
export function synthesizeSketch(
  facts: SketchFacts,
  progress: Progress = SILENT_PROGRESS,
): HeightField {
  const courses = drownedCourses(facts.rivers.map(riverCourse), facts.lakes);
  const total = STAGES.length + 1;
  progress.report('sketch relief', 0, total);
  let land = firstLand(meanSheet(STAGES[0].postsPerDeg, facts, courses), facts, courses);
  for (const [i, stage] of STAGES.entries()) {
    if (i > 0) land = refined(land, sketchGrid(stage.postsPerDeg), facts, courses);
    evolve(land, stage.steps, stage.stepLength);
    progress.report('sketch relief', i + 1, total);
  }
  finish(land, facts);
  progress.report('sketch relief', total, total);
  return createHeightField(SKETCH_BOX_DEG, land.grid.cols, land.grid.rows, land.heights);
}

function firstLand(sheet: MeanSheet, facts: SketchFacts, courses: readonly RiverCourse[]): Land {
  const { grid, heightsM, reliefM } = sheet;
  const country = countryOn(grid, facts, courses);
  const envelope = heightsM.map((heightM, i) => heightM + (60 + reliefM[i]!) * uneven(grid, i));
  const mean = blurred(grid, heightsM, MEAN_KEEPING_M);
  const land = { grid, country, heights: envelope.slice(), envelope, mean };
  pinBase(land, heightsM);
  return land;
}

/** Unevenness of the crests: wavelengths from 14 km down. */
function uneven(grid: SketchGrid, post: number): number {
  const xKm = ((post % grid.cols) * grid.colStepM) / 1000;
  const yKm = (Math.floor(post / grid.cols) * grid.rowStepM) / 1000;
  return 0.8 * fractalNoise(xKm / 14, yKm / 14, 5, 3, 0.65);
}

function evolve(land: Land, steps: number, stepLength: number): void {
  const { grid, country, mean } = land;
  const isSet = grid.postsPerDeg <= LAST_SETTING_POSTS_PER_DEG;
  for (let step = 0; step < steps; step++) {
    const drainage = drain(grid, land.heights, country.isBase);
    const fields = { envelopeM: land.envelope, erodibility: country.erodibility };
    erodeStep(grid, land.heights, drainage, fields, stepLength);
    creep(grid, land.heights, country.isBase);
    if (!isSet || step % STEPS_PER_SETTING !== STEPS_PER_SETTING - 1) continue;
    const now = blurred(grid, land.heights, MEAN_KEEPING_M);
    for (let i = 0; i < now.length; i++) land.envelope[i]! += 0.7 * (mean[i]! - now[i]!);
  }
}

/** The land on a grid of twice the resolution, with small unevenness for small streams to find. */
function refined(
  coarse: Land,
  grid: SketchGrid,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Land {
  const country = countryOn(grid, facts, courses);
  const [heights, envelope] = doubledWarped(
    [coarse.heights, coarse.envelope],
    coarse.grid,
    grid,
    country.plain,
  ) as [Float32Array, Float32Array];
  const mean = doubled(coarse.mean, coarse.grid, grid);
  const wavelengthM = 6 * grid.colStepM;
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 1) continue;
    const x = ((i % grid.cols) * grid.colStepM) / wavelengthM;
    const y = (Math.floor(i / grid.cols) * grid.rowStepM) / wavelengthM;
    const bump = fractalNoise(x, y, grid.cols, 2, 0.6) * country.erodibility[i]!;
    const reachM = Math.min(
      0.055 * grid.colStepM,
      0.3 * Math.max(0, envelope[i]! - heights[i]!) + 8,
    );
    heights[i]! += reachM * bump;
    envelope[i]! += reachM * bump;
  }
  const land = { grid, country, heights, envelope, mean };
  pinBase(land, heights);
  return land;
}

/** Puts the base level where the facts have it: rivers and lakes; elsewhere on the sheet. */
function pinBase(land: Pick<Land, 'country' | 'heights'>, sheet: Float32Array): void {
  const { country, heights } = land;
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 0) continue;
    heights[i] = Number.isNaN(country.waterM[i]!) ? sheet[i]! : country.waterM[i]!;
  }
}

function finish(land: Land, facts: SketchFacts): void {
  const { grid, country, heights } = land;
  finishGround(grid, heights, country);
  const mobility = country.waterM.map((levelM) => (Number.isNaN(levelM) ? 1 : 0));
  correctToAnchors(grid, heights, anchorsOf(facts), mobility);
  pinBase(land, heights);
  for (let i = 0; i < heights.length; i++) heights[i] = Math.max(0, heights[i]!);
}
