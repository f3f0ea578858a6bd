import type { Daylight } from '../light/daylight';
import type { SkyView } from '../light/sky-view';
import { clamp, mix, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { RayTracer } from '../mesh/ray-tracer';
import type { Surface, SurfacePoint } from './surface';

/** Objects cast shadows and hold sky off within this distance of the viewer. */
const TRACED_TO_M = 110;
const OCCLUSION_TO_M = 40;
const OCCLUSION_RAYS = 4;
const SUN_SPREAD_RAD = 0.004;
/** Noise may take a colour below any real material's. */
const DARKEST_ALBEDO = 0.004;
/** What sunlit slopes send toward still water, over the sun's light. */
const MIRRORED_LAND = [0.019, 0.024, 0.011] as const;

/** Sight line of a sample and its own number for jitter. */
export interface Sight {
  vx: number;
  vy: number;
  vz: number;
  headingRad: number;
  pitchRad: number;
  /** Column and row of the sample over the whole picture. */
  column: number;
  row: number;
}

/** What surfaces are lit from. */
export interface LightSource {
  readonly daylight: Daylight;
  readonly sky: SkyView;
  readonly tracer: RayTracer;
  /** Elevation of the skyline by heading, radians, evenly round from north. */
  readonly skyline: Float32Array;
  groundAt(x: number, y: number): number;
}

/** Lights painted surfaces. One a thread. */
export class SurfaceLight {
  private readonly source: LightSource;
  private readonly mirrored = new Float64Array(3);

  constructor(source: LightSource) {
    this.source = source;
  }

  /** Radiance of ground toward the eye, before haze. */
  lightGround(point: SurfacePoint, surface: Surface, sight: Sight, out: Float64Array): void {
    const { daylight } = this.source;
    const { sun } = daylight;
    const { x, y, z, distanceM } = point;
    const direct = daylight.sunAt(x, y, z);
    const { nx, ny, nz, albedo, translucency: through } = surface;
    const facing = nx * sun.x + ny * sun.y + nz * sun.z;
    const face = surface.face;
    const faceSun = face[0]! * sun.x + face[1]! * sun.y + face[2]! * sun.z;
    let lit = Math.max(0, facing) * (through > 0 ? 1 : smoothStep(-0.03, 0.08, faceSun));
    if (through > 0) {
      const flat = 1 / Math.max(0.05, Math.hypot(sun.x, sun.y));
      const toward = Math.max(
        0,
        (Math.sin(sight.headingRad) * sun.x + Math.cos(sight.headingRad) * sun.y) * flat,
      );
      const wrapped = Math.max(0, (facing + 0.5) / 1.5) * 0.95 + 0.28 * toward * toward;
      lit = mix(lit, wrapped, through);
    }
    let visible =
      lit > 0.001
        ? daylight.visibility(
            x + surface.shadowX,
            y + surface.shadowY,
            z + 0.12 + distanceM * 0.0008,
            surface.shadowSoftM,
          )
        : 0;
    let open = clamp(surface.openness, 0, 1);
    if (distanceM < TRACED_TO_M) {
      visible *= this.sunThroughObjects(point, face, sight, visible);
      open *= this.openToObjects(point, face);
    }
    const around = daylight.ambientAt(nx, ny, nz);
    for (let c = 0; c < 3; c++) {
      const a = Math.max(DARKEST_ALBEDO, albedo[c]!);
      out[c] =
        (a / Math.PI) * (direct[c]! * lit * visible + around[c]! * open) +
        a * a * direct[c]! * 0.02 * visible * through;
    }
    if (surface.wet > 0.01) this.addWater(surface.wet, sight, distanceM, out);
  }

  /** Radiance of an object toward the eye, before haze. */
  lightObject(point: SurfacePoint, surface: Surface, sight: Sight, out: Float64Array): void {
    const { daylight } = this.source;
    const { sun } = daylight;
    const { x, y, z } = point;
    const direct = daylight.sunAt(x, y, z);
    const { nx, ny, nz, albedo, face, translucency: through } = surface;
    const facing = nx * sun.x + ny * sun.y + nz * sun.z;
    const faceSun = face[0]! * sun.x + face[1]! * sun.y + face[2]! * sun.z;
    const lit = Math.max(0, facing) * smoothStep(-0.01, 0.1, faceSun);
    const back = through * Math.max(0, -facing) * 0.7;
    let visible = lit > 0 || back > 0 ? daylight.visibility(x, y, z + 0.15, 0.3) : 0;
    if (visible > 0.01) visible *= this.sunThroughObjects(point, face, sight, visible);
    const open =
      this.openToObjects(point, face) *
      clamp(0.45 + (z - this.source.groundAt(x, y)) * 1.6, 0.45, 1);
    const around = daylight.ambientAt(nx, ny, nz);
    const shine = surface.gloss > 0 ? this.highlight(surface, sight) * Math.max(0, facing) : 0;
    for (let c = 0; c < 3; c++) {
      const a = Math.max(DARKEST_ALBEDO, albedo[c]!);
      const e = direct[c]! * visible;
      const leafTint = c === 2 ? 0.35 : 1;
      out[c] =
        (a / Math.PI) * (e * lit + around[c]! * open) +
        e * shine +
        (e * back * a * leafTint) / Math.PI +
        (a * through * 0.12 * open * daylight.ambient[c]!) / Math.PI;
    }
    if (surface.mirror > 0) this.addMirror(surface, sight, open, out);
  }

  private highlight(surface: Surface, sight: Sight): number {
    const { sun } = this.source.daylight;
    const hx = sun.x - sight.vx;
    const hy = sun.y - sight.vy;
    const hz = sun.z - sight.vz;
    const along = (surface.nx * hx + surface.ny * hy + surface.nz * hz) / Math.hypot(hx, hy, hz);
    const power = 2 / surface.roughness ** 4 - 2;
    return (surface.gloss * Math.max(0, along) ** power * (power + 2)) / 8;
  }

  private sunThroughObjects(
    point: SurfacePoint,
    face: Float64Array,
    sight: Sight,
    visible: number,
  ): number {
    if (visible < 0.01) return 0;
    const { tracer, daylight } = this.source;
    const { sun } = daylight;
    const off = 0.022 + point.distanceM * 0.0009;
    const a = (hashCell(sight.column, sight.row, 11) - 0.5) * SUN_SPREAD_RAD;
    const b = (hashCell(sight.column, sight.row, 12) - 0.5) * SUN_SPREAD_RAD;
    const isHidden = tracer.trace(
      point.x + face[0]! * off,
      point.y + face[1]! * off,
      point.z + face[2]! * off,
      sun.x - sun.y * a,
      sun.y + sun.x * a,
      sun.z + b,
      point.distanceM > 40 ? 16 : 70,
      true,
    );
    return isHidden ? 0 : 1;
  }

  private openToObjects(point: SurfacePoint, face: Float64Array): number {
    if (point.distanceM > OCCLUSION_TO_M) return 0.86;
    const { tracer } = this.source;
    const reach = point.distanceM < 25 ? 2.2 : 1.2;
    const off = 0.02 + point.distanceM * 0.0009;
    let open = 0;
    for (let k = 0; k < OCCLUSION_RAYS; k++) {
      // Fixed directions: grain would show where a pixel is one sample.
      const up = 1 - (2 * k + 1) / OCCLUSION_RAYS;
      const turn = k * 2.399963 + 0.5;
      const flat = Math.sqrt(1 - up * up) * 0.94;
      const isHidden = tracer.trace(
        point.x + face[0]! * off,
        point.y + face[1]! * off,
        point.z + face[2]! * off,
        face[0]! + flat * Math.cos(turn),
        face[1]! + flat * Math.sin(turn),
        face[2]! + up * 0.94,
        reach,
        true,
      );
      open += isHidden ? 0.28 + (0.45 * tracer.t) / reach : 1;
    }
    return open / OCCLUSION_RAYS;
  }

  /** Still water: the sky mirrored, hidden below the skyline. */
  private addWater(wet: number, sight: Sight, distanceM: number, out: Float64Array): void {
    const { sky, daylight } = this.source;
    const fresnel = 0.02 + 0.98 * (1 - Math.min(1, Math.abs(Math.sin(sight.pitchRad)))) ** 5;
    const share = wet * clamp(fresnel * 1.5 + 0.12, 0, 0.95);
    const pitch = Math.max(0.001, -sight.pitchRad + 0.004 / (1 + distanceM / 80));
    sky.look(Math.max(pitch, 0.02), sight.headingRad, this.mirrored);
    const line = this.skylineAt(sight.headingRad);
    const up = Math.max(0, daylight.sun.z);
    const hidden = 1 - smoothStep(line - 0.015, line + 0.015, pitch);
    for (let c = 0; c < 3; c++) {
      const land = daylight.ambient[c]! * 0.03 + daylight.direct[c]! * up * MIRRORED_LAND[c]!;
      const seen = Math.min(6, this.mirrored[c]!) * (1 - hidden) + hidden * land;
      out[c] = out[c]! * (1 - share) * (1 - 0.35 * wet) + seen * share;
    }
  }

  private addMirror(surface: Surface, sight: Sight, open: number, out: Float64Array): void {
    const { sky, daylight } = this.source;
    const d = sight.vx * surface.nx + sight.vy * surface.ny + sight.vz * surface.nz;
    const rx = sight.vx - 2 * d * surface.nx;
    const ry = sight.vy - 2 * d * surface.ny;
    const rz = clamp(sight.vz - 2 * d * surface.nz, -1, 1);
    sky.look(Math.asin(Math.max(-0.02, rz)), Math.atan2(rx, ry), this.mirrored);
    const share = surface.mirror + (1 - surface.mirror) * (1 - Math.abs(d)) ** 5;
    const low = smoothStep(0.02, -0.12, rz);
    for (let c = 0; c < 3; c++) {
      const land = (daylight.ambient[3 + c]! / Math.PI) * 0.5 * open;
      out[c]! += share * mix(Math.min(3, this.mirrored[c]!), land, low);
    }
  }

  private skylineAt(headingRad: number): number {
    const { skyline } = this.source;
    const n = skyline.length;
    const turns = headingRad / (2 * Math.PI);
    const f = (turns - Math.floor(turns)) * n;
    const i = Math.floor(f) % n;
    return mix(skyline[i]!, skyline[(i + 1) % n]!, f - Math.floor(f));
  }
}
