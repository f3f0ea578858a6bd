import { REFRACTED_RADIUS_M } from '../light/air-medium';
import type { CloudDome } from '../light/cloud-dome';
import type { Daylight } from '../light/daylight';
import { HazeView } from '../light/haze-view';
import { SkyView } from '../light/sky-view';
import { RayTracer } from '../mesh/ray-tracer';
import type { GroundPainter } from '../near/near-field';
import { waterLevelAt } from '../near/water';
import { FAR_M } from '../plants/tile';
import { isLeafy, paintObject } from '../shade/object-painter';
import { createSurface, type SurfacePoint } from '../shade/surface';
import { type Sight, SurfaceLight } from '../shade/surface-light';
import { WaterLight } from '../shade/water-light';
import { createAir, createDaylight, type Scene } from './scene';
import type { World } from './world';

const OBJECTS_TO_M = 4000;

/** Computes the light along one sight line: object, ground or sky, with the air before it. */
export class SampleShader {
  readonly daylight: Daylight;
  readonly haze: HazeView;
  /** Linear light of the last sample. */
  readonly colour = new Float64Array(3);
  private readonly world: World;
  private readonly scene: Scene;
  private readonly heightPx: number;
  private readonly sky: SkyView;
  private readonly light: SurfaceLight;
  private readonly water: WaterLight;
  private readonly tracer: RayTracer;
  private readonly ground: GroundPainter;
  private readonly surface = createSurface();
  private readonly bed = new Float64Array(3);
  private readonly point: SurfacePoint = { x: 0, y: 0, z: 0, distanceM: 0, footprintM: 0 };
  private readonly sight: Sight = {
    vx: 0,
    vy: 0,
    vz: 0,
    headingRad: 0,
    pitchRad: 0,
    column: 0,
    row: 0,
  };

  constructor(world: World, scene: Scene, heightPx: number, dome: CloudDome | undefined) {
    const { near, clip, noise, sun } = world;
    const { eye, skyTables: tables, ambient } = scene;
    this.world = world;
    this.scene = scene;
    this.heightPx = heightPx;
    const air = createAir(world, scene.airTables);
    const groundAt = (x: number, y: number) => clip.get('ground', x, y);
    this.daylight = createDaylight(world, air, ambient);
    const shared = { noise, tables, ambient, sunHeadingRad: sun.headingRad };
    this.sky = new SkyView({
      air,
      tables,
      eyeHeightM: eye.z,
      sunHeadingRad: sun.headingRad,
      sunPitchRad: sun.pitchRad,
      clouds: dome,
    });
    this.haze = new HazeView({ ...shared, sunLight: scene.sunLight, eye, mist: scene.mist });
    this.tracer = new RayTracer(scene.objects);
    this.light = new SurfaceLight({
      daylight: this.daylight,
      sky: this.sky,
      tracer: this.tracer,
      skyline: scene.skyline,
      groundAt,
    });
    this.ground = near.createPainter(groundAt);
    this.water = new WaterLight({
      noise,
      daylight: this.daylight,
      sky: this.sky,
      haze: this.haze,
      groundAt,
      crownAt: near.crown,
      objectAlong: (from, ray, far, out) => this.lightObjectAlong(from, ray, far, out),
      groundLight: (at, ray, out) => {
        this.ground(at, this.surface);
        this.light.lightGround(at, this.surface, ray, out);
      },
    });
  }

  /**
   * Looks for an object nearer than the ground.
   *
   * @param groundM - horizontal distance of the ground
   * @returns a mark of what was met, 0 = nothing; neighbours with other marks are an edge
   */
  findObject(headingRad: number, pitchRad: number, groundM: number): number {
    if (!this.trace(headingRad, pitchRad, groundM)) return 0;
    const material = this.tracer.readSurface();
    if (isLeafy(material)) return this.tracer.hitId + 1;
    const n = this.tracer.normal;
    const facing = Math.round(n[0]! * 3) * 49 + Math.round(n[1]! * 3) * 7 + Math.round(n[2]! * 3);
    return -(material * 1000 + facing + 500);
  }

  /**
   * Computes one sample into `colour`.
   *
   * @param column - over the whole picture; with `row` it seeds the sample's jitter
   * @param groundM - horizontal distance of the ground, FAR_M = sky
   * @returns horizontal distance of what is seen
   */
  shade(
    headingRad: number,
    pitchRad: number,
    column: number,
    row: number,
    groundM: number,
    mayMeetObject: boolean,
  ): number {
    const { sight } = this;
    const flat = Math.cos(pitchRad);
    sight.headingRad = headingRad;
    sight.pitchRad = pitchRad;
    sight.vx = Math.sin(headingRad) * flat;
    sight.vy = Math.cos(headingRad) * flat;
    sight.vz = Math.sin(pitchRad);
    sight.column = Math.round(column * 2);
    sight.row = Math.round(row * 2);
    if (mayMeetObject && this.trace(headingRad, pitchRad, groundM)) {
      const seenM = this.tracer.t * flat;
      this.shadeObject();
      return seenM;
    }
    if (groundM < FAR_M) this.shadeGround(groundM, flat);
    else this.sky.look(Math.max(pitchRad, 0.0004), headingRad, this.colour);
    return groundM;
  }

  private trace(headingRad: number, pitchRad: number, groundM: number): boolean {
    const flat = Math.cos(pitchRad);
    const { eye } = this.scene;
    return this.tracer.trace(
      eye.x,
      eye.y,
      eye.z,
      Math.sin(headingRad) * flat,
      Math.cos(headingRad) * flat,
      Math.sin(pitchRad),
      Math.min(OBJECTS_TO_M, groundM / flat),
      false,
    );
  }

  private lightObjectAlong(from: SurfacePoint, ray: Sight, far: number, out: Float64Array): number {
    const { tracer } = this;
    const isMet = tracer.trace(from.x, from.y, from.z + 0.01, ray.vx, ray.vy, ray.vz, far, false);
    if (!isMet) return 0;
    const { t } = tracer;
    this.lightHit(from, ray, t, from.distanceM + t, out);
    return t;
  }

  private shadeObject(): void {
    const { t } = this.tracer;
    this.lightHit(this.scene.eye, this.sight, t, t, this.colour);
    this.applyHaze(t);
  }

  /** Lights what the tracer met, at a distance along a ray. */
  private lightHit(
    from: { readonly x: number; readonly y: number; readonly z: number },
    sight: Sight,
    t: number,
    seenM: number,
    out: Float64Array,
  ): void {
    const { tracer, point, surface } = this;
    point.x = from.x + sight.vx * t;
    point.y = from.y + sight.vy * t;
    point.z = from.z + sight.vz * t;
    point.distanceM = seenM;
    point.footprintM = (seenM * Math.PI) / this.heightPx;
    const material = tracer.readSurface();
    const n = tracer.normal;
    const isBehind = n[0]! * sight.vx + n[1]! * sight.vy + n[2]! * sight.vz > 0;
    const sign = isBehind ? -1 : 1;
    surface.nx = n[0]! * sign;
    surface.ny = n[1]! * sign;
    surface.nz = n[2]! * sign;
    surface.face[0] = surface.nx;
    surface.face[1] = surface.ny;
    surface.face[2] = surface.nz;
    paintObject(this.world.noise, material, tracer.tint, tracer.local, point, surface);
    this.light.lightObject(point, surface, sight, out);
  }

  private shadeGround(groundM: number, flat: number): void {
    const { point, surface, sight } = this;
    const { eye } = this.scene;
    const distanceM = groundM / flat;
    const drop = (groundM * groundM) / (2 * REFRACTED_RADIUS_M);
    point.x = eye.x + Math.sin(sight.headingRad) * groundM;
    point.y = eye.y + Math.cos(sight.headingRad) * groundM;
    point.z = eye.z + Math.tan(sight.pitchRad) * groundM + drop;
    point.distanceM = distanceM;
    point.footprintM = Math.max(0.003, (distanceM * Math.PI) / this.heightPx);
    const { near, clip } = this.world;
    const bedM = near.water ? clip.get('ground', point.x, point.y) : point.z;
    if (bedM < waterLevelAt(near.water, point.x, point.y)) this.shadeWater(bedM);
    else {
      this.ground(point, surface);
      this.light.lightGround(point, surface, sight, this.colour);
    }
    this.applyHaze(distanceM);
  }

  private shadeWater(bedM: number): void {
    const { point, surface, sight, bed, world } = this;
    const water = world.near.water;
    if (!water) return;
    if (point.z - bedM < water.clearM * 4) {
      this.ground(point, surface);
      this.light.lightGround(point, surface, sight, bed);
    }
    const surfacePoint = { ...point };
    this.water.light(water, surfacePoint, bedM, bed, sight, this.colour);
    point.x = surfacePoint.x;
    point.y = surfacePoint.y;
    point.z = surfacePoint.z;
  }

  private applyHaze(distanceM: number): void {
    const { point, sight } = this;
    this.haze.look(sight.pitchRad, sight.headingRad, distanceM, point.x, point.y, point.z);
    this.haze.apply(this.colour);
  }
}
