import { degFromRad } from '#core/geo/angles';
import { type ClipLevel, createClipLevels } from '../render/land/clipmap';
import { cloudTop } from '../render/land/cloud-sea';
import { type HeightPosts, shareLandGrid } from '../render/land/land-heights';
import { REFRACTED_RADIUS_M } from '../render/light/air-medium';
import { azimuthBetween } from '../render/light/ambient';
import { airBefore, buildSkyTables, type SkyTables } from '../render/light/sky-tables';
import { ColumnMarch } from '../render/march/column-march';
import { createNearField, prepareNearField } from '../render/near/create-near-field';
import type { Recipe } from '../render/recipe';
import { createAir } from '../render/threads/scene';
import { createWorld, fieldContext, recipeFrame, type World } from '../render/threads/world';

/** What a render shows along one heading between two distances. */
export interface DrawnStretch {
  /** Steepest ground nearer than the stretch, degrees; -90 where there is none. */
  readonly beforeDeg: number;
  /** Steepest ground within it. */
  readonly withinDeg: number;
  /** Distance of that ground. */
  readonly withinM: number;
}

/** The ground alone, or whatever lies on top: the cloud sea too. */
export type DrawnSurface = 'ground' | 'anything';

/** Steps of a sight over its distance: finer than the smallest angle that matters here. */
const STEP_RATIO = 0.0025;
const START_M = 2;
const STEEPEST_DEG = -90;

/**
 * The land as the renderer draws it for one recipe: the same heights, near field and cloud sea
 * included, each post made when it is first asked for. Objects, trees and tufts are left out.
 */
export class DrawnLand {
  readonly #world: World;
  readonly #march: ColumnMarch;
  readonly #toLocal: (lonDeg: number, latDeg: number) => readonly [number, number];
  readonly #airTables: SkyTables;
  readonly #eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly #air = new Float64Array(6);

  constructor(recipe: Recipe, field: HeightPosts) {
    const land = shareLandGrid(field);
    const context = fieldContext(recipe, land, () => 1);
    const shared = prepareNearField(context);
    const sizes = createNearField(context, shared).clipSizes;
    const levels = createClipLevels(sizes, recipe.weather.cloudSea !== undefined);
    for (const { ground, cloud } of levels) {
      ground.fill(Number.NaN);
      cloud?.fill(Number.NaN);
    }
    const world = createWorld({ recipe, land, shared, levels, cumulus: undefined });
    const { near, clip, viewerX: x, viewerY: y } = world;
    this.#world = world;
    this.#toLocal = recipeFrame(recipe).toLocal;
    this.#prime(x, y);
    const z = world.groundAt(x, y) + recipe.viewpoint.eyeHeightAboveGroundM;
    this.#eye = { x, y, z };
    const ground = { clip, eye: this.#eye, micro: near.micro, crown: near.crown };
    this.#march = new ColumnMarch(ground, 2, near.stepRatio);
    this.#airTables = buildSkyTables(createAir(world), z, world.sun.pitchRad);
  }

  get eyeHeightOrthometricM(): number {
    return this.#eye.z;
  }

  /** How far the land is drawn, metres. */
  get reachM(): number {
    return this.#world.clip.reachM * 0.98;
  }

  /** Heading and horizontal distance at which the picture has a place. */
  bearingOf(lonDeg: number, latDeg: number): { headingRad: number; distanceM: number } {
    const [x, y] = this.#toLocal(lonDeg, latDeg);
    const [east, north] = [x - this.#eye.x, y - this.#eye.y];
    return { headingRad: Math.atan2(east, north), distanceM: Math.hypot(east, north) };
  }

  /** Elevation at which the picture has something of a height at a distance, degrees. */
  pitchOf(heightOrthometricM: number, distanceM: number): number {
    return degFromRad(Math.atan(this.#tangent(heightOrthometricM, distanceM)));
  }

  /** Height of what is drawn at a heading and distance. */
  heightM(headingRad: number, distanceM: number, what: DrawnSurface = 'anything'): number {
    const x = this.#eye.x + Math.sin(headingRad) * distanceM;
    const y = this.#eye.y + Math.cos(headingRad) * distanceM;
    this.#prime(x, y);
    const ground = this.#march.heightAt(x, y, distanceM);
    if (what === 'ground' || this.#world.sea === undefined) return ground;
    return Math.max(ground, this.#world.clip.get('cloud', x, y));
  }

  /** Whether cloud lies over the drawn ground. */
  isUnderCloud(headingRad: number, distanceM: number): boolean {
    if (!this.#world.sea) return false;
    const x = this.#eye.x + Math.sin(headingRad) * distanceM;
    const y = this.#eye.y + Math.cos(headingRad) * distanceM;
    this.#prime(x, y);
    const { clip } = this.#world;
    return clip.get('cloud', x, y) > clip.get('ground', x, y);
  }

  /** Looks along a heading out to the end of a stretch. */
  look(
    headingRad: number,
    fromM: number,
    toM: number,
    what: DrawnSurface = 'anything',
  ): DrawnStretch {
    let before = Number.NEGATIVE_INFINITY;
    let within = Number.NEGATIVE_INFINITY;
    let withinM = fromM;
    const endM = Math.min(toM, this.reachM);
    for (let d = START_M; d <= endM; d += Math.max(0.5, d * STEP_RATIO)) {
      const tangent = this.#tangent(this.heightM(headingRad, d, what), d);
      if (d < fromM) before = Math.max(before, tangent);
      else if (tangent > within) {
        within = tangent;
        withinM = d;
      }
    }
    return { beforeDeg: pitchOfTangent(before), withinDeg: pitchOfTangent(within), withinM };
  }

  /** Elevation of the steepest ground of a stretch, whatever stands before it, degrees. */
  steepestDeg(headingRad: number, fromM: number, toM: number): number {
    let steepest = Number.NEGATIVE_INFINITY;
    for (let d = Math.max(START_M, fromM); d <= Math.min(toM, this.reachM); d += d * STEP_RATIO) {
      steepest = Math.max(steepest, this.#tangent(this.heightM(headingRad, d, 'ground'), d));
    }
    return pitchOfTangent(steepest);
  }

  /** Share of a far thing's own light that the picture's haze lets through, 0 to 1. */
  clearShare(headingRad: number, pitchDeg: number, distanceM: number): number {
    const fromSun = azimuthBetween(headingRad, this.#world.sun.headingRad);
    airBefore(this.#airTables, (pitchDeg * Math.PI) / 180, fromSun, distanceM, this.#air);
    return this.#air[4] ?? 1;
  }

  #tangent(heightM: number, distanceM: number): number {
    return (heightM - this.#eye.z) / distanceM - distanceM / (2 * REFRACTED_RADIUS_M);
  }

  /** Makes the posts that the clipmap reads for a point. */
  #prime(x: number, y: number): void {
    const { clip } = this.#world;
    const m = Math.max(Math.abs(x - clip.centreX), Math.abs(y - clip.centreY));
    const last = clip.levels.at(-1);
    for (const level of clip.levels) {
      const { cellM, posts, cloud } = level;
      const halfM = cellM * (posts / 2 - 2);
      // Cloud tops lie on coarser grids only: the first of them answers near by.
      const isAnswering = m <= halfM || level === last;
      if (!isAnswering) continue;
      this.#primeLevel(level, x, y);
      const isEnough = this.#world.sea === undefined || cloud !== undefined;
      if (isEnough && m <= 0.8 * halfM) return;
    }
  }

  #primeLevel({ cellM, posts, ground, cloud }: ClipLevel, x: number, y: number): void {
    const { clip, near, sea, noise } = this.#world;
    const column = Math.floor((x - clip.centreX) / cellM + posts / 2);
    const row = Math.floor((y - clip.centreY) / cellM + posts / 2);
    for (let j = Math.max(0, row); j <= Math.min(posts - 1, row + 1); j++) {
      for (let i = Math.max(0, column); i <= Math.min(posts - 1, column + 1); i++) {
        const at = j * posts + i;
        if (!Number.isNaN(ground[at])) continue;
        const postX = (i - posts / 2) * cellM + clip.centreX;
        const postY = (j - posts / 2) * cellM + clip.centreY;
        const h = near.shape(postX, postY, cellM);
        ground[at] = h;
        if (cloud) cloud[at] = sea ? cloudTop(sea, noise, postX, postY, cellM, h) : -1e4;
      }
    }
  }
}

function pitchOfTangent(tangent: number): number {
  return tangent === Number.NEGATIVE_INFINITY ? STEEPEST_DEG : degFromRad(Math.atan(tangent));
}
