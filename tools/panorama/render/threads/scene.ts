import { AirMedium, REFRACTED_RADIUS_M, SUN_IRRADIANCE } from '../light/air-medium';
import { type AmbientCube, gatherAmbient } from '../light/ambient';
import { CloudLayers } from '../light/cloud-layers';
import { Daylight } from '../light/daylight';
import { MIST_SCALE_M, type MorningMist } from '../light/haze-view';
import { buildSkyTables, type SkyTables } from '../light/sky-tables';
import { type PackedObjects, packObjects } from '../mesh/packed-objects';
import { RayTracer } from '../mesh/ray-tracer';
import { drawSprites, type SpriteLevel } from '../plants/sprite-art';
import { packTrees, raiseCrowns } from '../plants/tree-list';
import { collectTufts } from '../plants/tuft-list';
import type { World } from './world';

/** Everything a thread needs to paint, beside the world: plain data on shared memory. */
export interface Scene {
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly airTables: AirMedium['tables'];
  readonly skyTables: SkyTables;
  readonly ambient: AmbientCube;
  readonly sunLight: Float64Array;
  readonly mist: MorningMist | undefined;
  readonly objects: PackedObjects;
  readonly trees: Float32Array;
  readonly tufts: Float32Array;
  readonly sprites: readonly (readonly SpriteLevel[])[];
  readonly skyline: Float32Array;
}

const SKYLINE_STEPS = 720;
const CLOUD_MARGIN_M = 900;

/** Air of a world's day. */
export function createAir(world: World, tables?: AirMedium['tables']): AirMedium {
  const { weather } = world.recipe;
  return new AirMedium(
    {
      hazeRatio: weather.hazeRatio,
      hazeScaleM: 1900,
      hazeForward: world.sea ? 0.8 : 0.74,
      groundAlbedo: world.sea ? 0.55 : 0.2,
    },
    tables,
  );
}

/** Sun and sky of a world. */
export function createDaylight(world: World, air: AirMedium, ambient: AmbientCube): Daylight {
  const cloudTopM = world.sea ? world.sea.topM + CLOUD_MARGIN_M : Number.NEGATIVE_INFINITY;
  return new Daylight(air, world.clip, world.sun.vector, ambient, cloudTopM, world.cumulus);
}

/** Clouds of a world's sky. */
export function createClouds(world: World, scene: Scene): CloudLayers {
  const { noise, sun, recipe, cumulus } = world;
  return new CloudLayers({
    noise,
    air: createAir(world, scene.airTables),
    tables: scene.skyTables,
    ambient: scene.ambient,
    eyeHeightM: scene.eye.z,
    sunHeadingRad: sun.headingRad,
    sunPitchRad: sun.pitchRad,
    cirrusRatio: recipe.weather.cirrusRatio,
    altocumulusRatio: recipe.weather.altocumulusRatio ?? 0,
    cumulus,
  });
}

/** Prepares light, shadows, objects and plants once the grids are filled. */
export function prepareScene(world: World): Scene {
  const { clip, near, sun, recipe, viewerX, viewerY, sea, noise } = world;
  const groundM = near.standM ?? world.groundAt(viewerX, viewerY);
  const eye = { x: viewerX, y: viewerY, z: groundM + recipe.viewpoint.eyeHeightAboveGroundM };
  const trees = packTrees(
    near.trees((x, y) => clip.get('ground', x, y)),
    eye,
  );
  clip.sweepShadow('ground', sun.vector, (level) => raiseCrowns(clip, level, trees));
  if (sea) clip.sweepShadow('cloud', sun.vector);
  const air = createAir(world);
  const skyTables = buildSkyTables(air, eye.z, sun.pitchRad);
  const ambient = gatherAmbient({
    tables: skyTables,
    air,
    sunHeadingRad: sun.headingRad,
    sunPitchRad: sun.pitchRad,
    floorHeightM: sea?.topM ?? groundM,
    floorAlbedo: near.floorAlbedo,
  });
  const objects = packObjects(near.objects(world.groundAt));
  const daylight = createDaylight(world, air, ambient);
  const tufts = collectTufts({
    near,
    noise,
    daylight,
    tracer: new RayTracer(objects),
    eye,
    groundAt: world.groundAt,
  });
  const sunLight = air.sunShare(eye.z, sun.vector.z, new Float64Array(3));
  for (let c = 0; c < 3; c++) sunLight[c]! *= SUN_IRRADIANCE[c]!;
  const { morningMist } = recipe.weather;
  return {
    eye,
    airTables: air.tables,
    skyTables,
    ambient,
    sunLight,
    mist: morningMist && {
      floorM: morningMist.topHeightOrthometricM - MIST_SCALE_M,
      densityRatio: morningMist.densityRatio,
    },
    objects,
    trees,
    tufts,
    sprites: drawSprites(),
    skyline: measureSkyline(world, eye),
  };
}

function measureSkyline(world: World, eye: Scene['eye']): Float32Array {
  const skyline = new Float32Array(SKYLINE_STEPS);
  for (let i = 0; i < SKYLINE_STEPS; i++) {
    const a = (i / SKYLINE_STEPS) * 2 * Math.PI;
    let steepest = 0;
    for (let r = 60; r < 40_000; r *= 1.02) {
      const h = world.clip.get('ground', eye.x + Math.sin(a) * r, eye.y + Math.cos(a) * r);
      const crown = r > 700 ? 6 : 0;
      steepest = Math.max(steepest, (h + crown - eye.z - (r * r) / (2 * REFRACTED_RADIUS_M)) / r);
    }
    skyline[i] = Math.atan(steepest);
  }
  return skyline;
}
