import { blurred } from '../blur';
import { anchorsOf, correctToAnchors } from './correct';
import { type Country, countryOn } from './country';
import { drain } from './drainage';
import { creep, erodeStep } from './erode';
import type { SketchFacts } from './facts';
import type { MeanSheet } from './mean-sheet';
import { fractalNoise } from './noise';
import type { RiverCourse } from './river-course';
import { carriedOver, type ScatteredGrid, scattered } from './scatter';
import { doubled, type SketchGrid } from './sketch-grid';
import { hardnessOn, type Strata } from './strata';

/** What the land is made from. */
export interface LandSource {
  readonly facts: SketchFacts;
  readonly courses: readonly RiverCourse[];
  readonly strata: Strata;
}

/** What the evolution works on, at one resolution. */
export interface Land {
  readonly grid: ScatteredGrid;
  readonly country: Country;
  /** How readily streams cut: country and hardness of the rock. */
  readonly erodibility: Float32Array;
  /** Steepest slope of hillsides, as a ratio. */
  readonly steepest: Float32Array;
  readonly heights: Float32Array;
  /** Surface that uplift restores. */
  readonly envelope: Float32Array;
  /** Mean height that the facts give, smooth. */
  readonly mean: Float32Array;
}

/** How a stage of the evolution runs. */
export interface Stage {
  readonly steps: number;
  readonly stepLength: number;
  /** Whether the land is bent to the anchors at its end. */
  readonly isBent: boolean;
}

/** Within this width the evolved land shall have the mean height that the facts give. */
export const MEAN_KEEPING_M = 6_500;

/** The envelope is set anew after so many steps, on grids up to this resolution. */
const STEPS_PER_SETTING = 2;
const LAST_SETTING_POSTS_PER_DEG = 180;

/** How much harder beds stand up to streams, per deviation of hardness. */
const HARDNESS_OF_BEDS = 0.55;

/** Steepest slope that hillsides keep on beds of mean hardness, and its change per deviation. */
const STEEPEST_RATIO = 0.32;
const STEEPNESS_OF_BEDS = 0.25;

/** How far hard beds stand above the sheet, as a share of the relief. */
const BED_SHARE = 0.4;

/** How far anchors reach between the stages: further than two posts, or they make pimples. */
const BENDS_M = [9_000, 4_500, 2_600] as const;

/** The land on the coarsest grid. */
export function firstLand(sheet: MeanSheet, source: LandSource): Land {
  const { heightsM, reliefM } = sheet;
  const grid = scattered(sheet.grid);
  const country = countryOn(grid, source.facts, source.courses);
  const hardness = hardnessOn(source.strata, grid);
  const envelope = heightsM.map(
    (heightM, i) =>
      heightM + (120 + 0.4 * reliefM[i]!) * (uneven(grid, i) + BED_SHARE * hardness[i]!),
  );
  const land = {
    grid,
    country,
    erodibility: withBeds(country.erodibility, hardness),
    steepest: steepestOn(hardness),
    heights: envelope.slice(),
    envelope,
    mean: blurred(grid, heightsM, MEAN_KEEPING_M),
  };
  pinBase(land, heightsM);
  return land;
}

/** Lets the land rise and streams cut into it. */
export function evolve(land: Land, source: LandSource, stage: Stage): void {
  const { grid, country, mean, erodibility, steepest } = land;
  const isSet = grid.postsPerDeg <= LAST_SETTING_POSTS_PER_DEG;
  for (let step = 0; step < stage.steps; step++) {
    const drainage = drain(grid, land.heights, country.isBase);
    const fields = { envelopeM: land.envelope, erodibility, steepest };
    erodeStep(grid, land.heights, drainage, fields, stage.stepLength);
    creep(grid, land.heights, country.isBase);
    if (!isSet || step % STEPS_PER_SETTING !== STEPS_PER_SETTING - 1) continue;
    const now = blurred(grid, land.heights, MEAN_KEEPING_M);
    for (let i = 0; i < now.length; i++) land.envelope[i]! += 0.7 * (mean[i]! - now[i]!);
  }
  if (!stage.isBent) return;
  const mobility = Float32Array.from(country.isBase, (isBase) => 1 - isBase);
  const anchors = anchorsOf(source.facts);
  const passesM = BENDS_M.filter((radiusM) => radiusM > 2.2 * grid.colStepM);
  const { strata } = source;
  const alongside = land.envelope;
  correctToAnchors(grid, land.heights, anchors, mobility, { passesM, strata, alongside });
}

/** The land on a grid of twice the resolution, with unevenness for small streams to find. */
export function refined(coarse: Land, plainGrid: SketchGrid, source: LandSource): Land {
  const grid = scattered(plainGrid);
  const country = countryOn(grid, source.facts, source.courses);
  const [heights, envelope] = carriedOver([coarse.heights, coarse.envelope], coarse.grid, grid) as [
    Float32Array,
    Float32Array,
  ];
  const mean = doubled(coarse.mean, coarse.grid, grid);
  const hardness = hardnessOn(source.strata, grid);
  const erodibility = withBeds(country.erodibility, hardness);
  const wavelengthM = 6 * grid.colStepM;
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 1) continue;
    const x = ((i % grid.cols) + grid.east[i]!) * (grid.colStepM / wavelengthM);
    const y = (Math.floor(i / grid.cols) + grid.south[i]!) * (grid.rowStepM / wavelengthM);
    const bump = fractalNoise(x, y, grid.cols, 2, 0.6) * country.erodibility[i]!;
    const reachM = Math.min(
      0.085 * grid.colStepM,
      0.3 * Math.max(0, envelope[i]! - heights[i]!) + 8,
    );
    heights[i]! += reachM * bump;
    envelope[i]! += reachM * bump;
  }
  const steepest = steepestOn(hardness);
  const land = { grid, country, erodibility, steepest, heights, envelope, mean };
  pinBase(land, heights);
  return land;
}

/** Unevenness of the crests: wavelengths from 14 km down. */
function uneven(grid: ScatteredGrid, post: number): number {
  const xKm = (((post % grid.cols) + grid.east[post]!) * grid.colStepM) / 1000;
  const yKm = ((Math.floor(post / grid.cols) + grid.south[post]!) * grid.rowStepM) / 1000;
  return 0.45 * fractalNoise(xKm / 14, yKm / 14, 5, 3, 0.65);
}

function withBeds(erodibility: Float32Array, hardness: Float32Array): Float32Array {
  return erodibility.map((ready, i) => ready * Math.exp(-HARDNESS_OF_BEDS * hardness[i]!));
}

function steepestOn(hardness: Float32Array): Float32Array {
  return hardness.map((hard) => STEEPEST_RATIO * Math.exp(STEEPNESS_OF_BEDS * hard));
}

/** Puts the base level where the facts have it: rivers and lakes; elsewhere on the sheet. */
function pinBase(land: Pick<Land, 'country' | 'heights'>, sheet: Float32Array): void {
  const { country, heights } = land;
  for (let i = 0; i < heights.length; i++) {
    if (country.isBase[i] === 0) continue;
    heights[i] = Number.isNaN(country.waterM[i]!) ? sheet[i]! : country.waterM[i]!;
  }
}
