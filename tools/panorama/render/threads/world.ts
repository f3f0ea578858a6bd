import { radFromDeg } from '#core/geo/angles';
import { type ClipLevel, type ClipLevelSize, Clipmap, type SunVector } from '../land/clipmap';
import { type CloudSea, cloudTop } from '../land/cloud-sea';
import { createLandFrame, type LandFrame } from '../land/land-frame';
import { createLandSampler, type LandGrid } from '../land/land-heights';
import { createDemForm } from '../land/relief';
import { type CumulusField, layCumulus } from '../light/cumulus-field';
import { instantInVietnam, sunPosition } from '../light/sun-position';
import { MICRO_REACH_M } from '../march/column-march';
import { createNoise, type Noise } from '../maths/noise';
import { createNearField } from '../near/create-near-field';
import type { FieldContext } from '../near/field-context';
import type { NearField, NearShared } from '../near/near-field';
import { seasonLook } from '../near/season-look';
import type { Recipe } from '../recipe';

/** What every thread is given to make the same world. */
export interface WorldPlan {
  readonly recipe: Recipe;
  readonly land: LandGrid;
  readonly levels: readonly ClipLevel[];
  readonly shared: NearShared;
  readonly cumulus: CumulusField | undefined;
}

/** Sun of a recipe. */
export interface RecipeSun {
  readonly headingRad: number;
  readonly pitchRad: number;
  readonly vector: SunVector;
}

/** The land of one recipe as one thread sees it. */
export interface World {
  readonly recipe: Recipe;
  readonly noise: Noise;
  readonly near: NearField;
  readonly clip: Clipmap;
  readonly sun: RecipeSun;
  readonly sea: CloudSea | undefined;
  readonly cumulus: CumulusField | undefined;
  readonly viewerX: number;
  readonly viewerY: number;
  /** Ground with small forms near the viewer. */
  groundAt(x: number, y: number): number;
}

/** How high over the viewer's ground fair-weather clouds have their base. */
const CUMULUS_OVER_GROUND_M = 1250;
/** Least elevation the light is computed for: below it there is only night. */
const LOWEST_SUN_RAD = radFromDeg(-6.5);

/** The frame a recipe's near field is laid out in. */
export function recipeFrame(recipe: Recipe): LandFrame {
  const origin = 'anchor' in recipe.nearField ? recipe.nearField.anchor : recipe.viewpoint;
  return createLandFrame(origin.lonDeg, origin.latDeg);
}

/** What a near field is made from. */
export function fieldContext(
  recipe: Recipe,
  land: LandGrid,
  cellAt: (x: number, y: number) => number,
): FieldContext {
  const frame = recipeFrame(recipe);
  const [viewerX, viewerY] = frame.toLocal(recipe.viewpoint.lonDeg, recipe.viewpoint.latDeg);
  return {
    recipe,
    noise: createNoise(recipe.seed),
    season: seasonLook(recipe.season),
    frame,
    dem: createDemForm(frame, createLandSampler(land)),
    viewerX,
    viewerY,
    cellAt,
  };
}

/** The sun at a recipe's place and hour. */
export function recipeSun(recipe: Recipe): RecipeSun {
  const at = instantInVietnam(recipe.dateTime);
  const position = sunPosition(at, recipe.viewpoint.lonDeg, recipe.viewpoint.latDeg);
  const headingRad = radFromDeg(position.headingDeg);
  const pitchRad = Math.max(LOWEST_SUN_RAD, radFromDeg(position.pitchDeg));
  return {
    headingRad,
    pitchRad,
    vector: {
      x: Math.cos(pitchRad) * Math.sin(headingRad),
      y: Math.cos(pitchRad) * Math.cos(headingRad),
      z: Math.sin(pitchRad),
    },
  };
}

/** The fair-weather clouds of a recipe's day. */
export function recipeCumulus(context: FieldContext): CumulusField | undefined {
  const { recipe, noise, dem, viewerX, viewerY } = context;
  const { cumulusRatio } = recipe.weather;
  if (cumulusRatio <= 0) return undefined;
  const baseM = dem(viewerX, viewerY) + CUMULUS_OVER_GROUND_M;
  return layCumulus(noise, recipe.seed, cumulusRatio, baseM);
}

/** Builds the world of a plan. */
export function createWorld(plan: WorldPlan): World {
  const { recipe } = plan;
  let clip: Clipmap | undefined;
  const context = fieldContext(recipe, plan.land, (x, y) => clip?.cellAt(x, y) ?? 1);
  clip = new Clipmap(plan.levels, context.viewerX, context.viewerY);
  const ready = clip;
  const near = createNearField(context, plan.shared);
  const { cloudSea } = recipe.weather;
  return {
    recipe,
    noise: context.noise,
    near,
    clip: ready,
    sun: recipeSun(recipe),
    cumulus: plan.cumulus,
    sea: cloudSea && {
      topM: cloudSea.topHeightOrthometricM,
      thicknessM: cloudSea.thicknessM,
      windRad: 0.5,
    },
    viewerX: context.viewerX,
    viewerY: context.viewerY,
    groundAt: (x, y) => {
      const h = ready.get('ground', x, y);
      const isNear = Math.hypot(x - context.viewerX, y - context.viewerY) < MICRO_REACH_M;
      return isNear ? h + near.micro(x, y) : h;
    },
  };
}

/** Fills rows of one level: the ground, and the top of the cloud sea. */
export function fillLevelRows(world: World, level: number, fromRow: number, toRow: number): void {
  const { clip, near, sea, noise } = world;
  const { cellM, posts, ground, cloud } = clip.levels[level]!;
  for (let j = fromRow; j < toRow; j++) {
    const y = (j - posts / 2) * cellM + clip.centreY;
    for (let i = 0; i < posts; i++) {
      const x = (i - posts / 2) * cellM + clip.centreX;
      const h = near.shape(x, y, cellM);
      ground[j * posts + i] = h;
      if (cloud) {
        cloud[j * posts + i] = sea ? cloudTop(sea, noise, x, y, cellM, h) : -1e4;
      }
    }
  }
}

/** Coarser grids over the same land, for drafts. */
export function coarsen(sizes: readonly ClipLevelSize[], factor: number): readonly ClipLevelSize[] {
  return sizes.map(({ cellM, posts }) => ({
    cellM: cellM * factor,
    posts: Math.ceil(posts / factor / 2) * 2,
  }));
}
