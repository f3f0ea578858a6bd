import { type Progress, SILENT_PROGRESS } from '../../io/progress';
import { blurred } from '../blur';
import { createHeightField, type HeightField } from '../height-field';
import { anchorsOf, correctToAnchors } from './correct';
import { type Country, countryOn } from './country';
import { addGroundDetail, addKarstCones } from './detail';
import { drain } from './drainage';
import { erodeStep } from './erode';
import type { SketchFacts } from './facts';
import { drownedCourses } from './lake-levels';
import { fractalNoise } from './noise';
import { factConstraints } from './rasterise';
import { relaxedSheet } from './relax';
import { type RiverCourse, riverCourse } from './river-course';
import { doubled, SKETCH_BOX_DEG, type SketchGrid, sketchGrid } from './sketch-grid';

/** Resolutions of the evolution, posts per degree (40, 20, 10 arc-seconds), and its steps. */
const STAGES = [
  { postsPerDeg: 90, steps: 40, stepLength: 0.7 },
  { postsPerDeg: 180, steps: 8, stepLength: 0.8 },
  { postsPerDeg: 360, steps: 3, stepLength: 0.8 },
] as const;

/** Resolution of the finished relief: 10 arc-seconds. */
export const SKETCH_POSTS_PER_DEG = 360;

/** Within this width the evolved land shall have the mean height that the facts give. */
const MEAN_KEEPING_M = 5_000;

/** The envelope is set anew after so many steps. */
const STEPS_PER_SETTING = 4;

/** Width of the windows in which the relief of the facts is measured. */
const RELIEF_WINDOW_M = 8_000;

/** What the evolution works on, at one resolution. */
interface Land {
  readonly grid: SketchGrid;
  readonly country: Country;
  heights: Float32Array;
  /** Surface that uplift restores. */
  envelope: Float32Array;
}

/**
 * Makes the sketch relief: a sheet through the facts, into which a stream-power evolution cuts
 * valleys down to the named rivers, ever finer, bent back to the heights of the facts.
 *
 * @returns 10 arc-second posts over {@link SKETCH_BOX_DEG}
 */
export function synthesizeSketch(
  facts: SketchFacts,
  progress: Progress = SILENT_PROGRESS,
): HeightField {
  const courses = drownedCourses(facts.rivers.map(riverCourse), facts.lakes);
  const total = STAGES.length + 2;
  progress.report('sketch relief', 0, total);
  const first = sketchGrid(STAGES[0].postsPerDeg);
  const sheet = relaxedSheet(first.postsPerDeg, (grid) => factConstraints(grid, facts, courses));
  let land = firstLand(first, sheet, facts, courses);
  for (const [i, stage] of STAGES.entries()) {
    if (i > 0) land = refined(land, sketchGrid(stage.postsPerDeg), facts, courses);
    evolve(land, stage.steps, stage.stepLength, i === 0 ? sheet : undefined);
    progress.report('sketch relief', i + 1, total);
  }
  finish(land, facts);
  progress.report('sketch relief', total, total);
  return createHeightField(SKETCH_BOX_DEG, land.grid.cols, land.grid.rows, land.heights);
}

function firstLand(
  grid: SketchGrid,
  sheet: Float32Array,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Land {
  const country = countryOn(grid, facts, courses);
  const relief = localRelief(grid, sheet);
  const envelope = sheet.map((heightM, i) => heightM + relief[i]! * roughness(grid, i));
  const land = { grid, country, heights: envelope.slice(), envelope };
  pinBase(land, sheet);
  return land;
}

/** How much the sheet rises and falls in a window: where it does, crests are uneven too. */
function localRelief(grid: SketchGrid, sheet: Float32Array): Float32Array {
  const mean = blurred(grid, sheet, RELIEF_WINDOW_M);
  const squares = sheet.map((heightM, i) => (heightM - mean[i]!) ** 2);
  return blurred(grid, squares, RELIEF_WINDOW_M).map((variance) => 30 + Math.sqrt(variance));
}

function roughness(grid: SketchGrid, post: number): number {
  const xKm = ((post % grid.cols) * grid.colStepM) / 1000;
  const yKm = (Math.floor(post / grid.cols) * grid.rowStepM) / 1000;
  return 0.9 * fractalNoise(xKm / 13, yKm / 13, 5, 4, 0.62);
}

function evolve(
  land: Land,
  steps: number,
  stepLength: number,
  sheet: Float32Array | undefined,
): void {
  const { grid, country } = land;
  const wanted = sheet && blurred(grid, sheet, MEAN_KEEPING_M);
  for (let step = 0; step < steps; step++) {
    const drainage = drain(grid, land.heights, country.isBase);
    const fields = { envelopeM: land.envelope, erodibility: country.erodibility };
    erodeStep(grid, land.heights, drainage, fields, stepLength);
    if (!wanted || step % STEPS_PER_SETTING !== STEPS_PER_SETTING - 1) continue;
    const mean = blurred(grid, land.heights, MEAN_KEEPING_M);
    for (let i = 0; i < mean.length; i++) land.envelope[i]! += 0.8 * (wanted[i]! - mean[i]!);
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
  const heights = doubled(coarse.heights, coarse.grid, grid);
  const envelope = doubled(coarse.envelope, coarse.grid, grid);
  const wavelengthM = 5 * grid.colStepM;
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 1) continue;
    const x = ((i % grid.cols) * grid.colStepM) / wavelengthM;
    const y = (Math.floor(i / grid.cols) * grid.rowStepM) / wavelengthM;
    const uneven = fractalNoise(x, y, grid.cols, 2, 0.6) * country.erodibility[i]!;
    const reachM = Math.min(60, 0.16 * Math.max(0, envelope[i]! - heights[i]!) + 6);
    heights[i]! += reachM * uneven;
    envelope[i]! += 1.6 * reachM * uneven;
  }
  const land = { grid, country, heights, envelope };
  pinBase(land, heights);
  return land;
}

/** Puts the base level where the facts have it: rivers and lakes; elsewhere on the sheet. */
function pinBase({ country, heights }: Land, sheet: Float32Array): void {
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 0) continue;
    heights[i] = Number.isNaN(country.waterM[i]!) ? sheet[i]! : country.waterM[i]!;
  }
}

function finish(land: Land, facts: SketchFacts): void {
  const { grid, country, heights } = land;
  addKarstCones(grid, heights, country.karst, country.isBase);
  addGroundDetail(grid, heights, country);
  const mobility = country.waterM.map((levelM) => (Number.isNaN(levelM) ? 1 : 0));
  correctToAnchors(grid, heights, anchorsOf(facts), mobility);
  pinBase(land, heights);
}
