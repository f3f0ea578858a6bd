import type { LargeForm } from '../land/relief';
import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { Recipe } from '../recipe';
import type { FieldContext } from './field-context';
import { RoadLine } from './road-line';

export type LaneRecipe = Extract<Recipe['nearField'], { kind: 'lane' }>;

/** A level yard under a house. */
export interface HousePad {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly turnRad: number;
  /** 0, 1, 2 ...: which house of the village stands there. */
  readonly kind: number;
}

const PAD_X_M = 6.2;
const PAD_Y_M = 5.4;
const PAD_RIM_M = 3.5;
/** The lane's level has passed into the slope this far beside it. */
const LANE_RIM_M = 4;
const STEP_M = 1.25;
const TERRACES_FROM_M = 7;
const TERRACES_TO_M = 520;

/** A lane on its slope, level yards beside it, field terraces beyond. */
export class LaneLayout {
  readonly lane: RoadLine;
  readonly pads: readonly HousePad[];
  private readonly noise: Noise;

  constructor(context: FieldContext, recipe: LaneRecipe, slope: LargeForm) {
    const { frame } = context;
    this.noise = context.noise;
    const at = { lonDeg: 0, latDeg: 0 };
    const line = recipe.line.map(([x, y]): [number, number] => {
      frame.toGeographic(x, y, at);
      return [at.lonDeg, at.latDeg];
    });
    const road = {
      id: 'lane',
      widthM: recipe.widthM,
      surface: 'gravel' as const,
      guard: 'none' as const,
      line,
    };
    this.lane = new RoadLine(road, frame, slope);
    this.pads = recipe.houses.map(({ at: [x, y], headingDeg }, kind) => {
      const near = this.lane.near(x, y);
      const side = Math.abs(this.lane.hit.besideM);
      // A yard beside the lane is near its level, one further off near that of the slope.
      const z = near
        ? mix(this.lane.hit.z + 0.25, slope(x, y), smoothStep(7, 22, side))
        : slope(x, y);
      return { x, y, z, turnRad: ((90 - headingDeg) * Math.PI) / 180, kind };
    });
  }

  /** Distance beyond the lane's edge, metres; large far from it. */
  besideLane(x: number, y: number): number {
    if (!this.lane.near(x, y)) return 99;
    return Math.abs(this.lane.hit.besideM) - this.lane.road.widthM / 2;
  }

  /** Plan distance to the nearest yard, 0 on it. */
  besideYard(x: number, y: number): number {
    let best = 99;
    for (const pad of this.pads) best = Math.min(best, outsidePad(pad, x, y));
    return best;
  }

  /** Ground with terraces, yards and the lane in it. */
  form(x: number, y: number, h: number): number {
    let z = this.terraced(x, y, h);
    for (const pad of this.pads) {
      const out = outsidePad(pad, x, y);
      if (out < PAD_RIM_M) z = mix(pad.z, z, smoothStep(0, PAD_RIM_M, out));
    }
    if (!this.lane.near(x, y)) return z;
    const { besideM, z: laneM } = this.lane.hit;
    const half = this.lane.road.widthM / 2;
    return mix(laneM, z, smoothStep(half + 0.7, half + LANE_RIM_M, Math.abs(besideM)));
  }

  /** Share of a point's terrace: 0 off the fields, else 1; and where on its tread, 0 to 1. */
  tread(x: number, y: number, h: number): { readonly share: number; readonly u: number } {
    const r = Math.hypot(x, y);
    const share =
      smoothStep(TERRACES_FROM_M, TERRACES_FROM_M + 8, r) *
      smoothStep(TERRACES_TO_M, TERRACES_TO_M * 0.8, r);
    const u = h / STEP_M;
    return { share, u: u - Math.floor(u) };
  }

  /** What is on the field there: 0, 1 = stubble, 2 = turned earth, 3 = greens, 4 = grass. */
  plot(x: number, y: number): number {
    const bend = 0.25 * this.noise.gradient2(x / 9, y / 9);
    const pick = this.noise.cells2(x / 12 + bend, y / 12 + bend).id % 8;
    return pick < 5 ? pick : pick - 4;
  }

  private terraced(x: number, y: number, h: number): number {
    const { share, u } = this.tread(x, y, h);
    if (share <= 0) return h;
    const level = Math.floor(h / STEP_M);
    // A tread, a small bund at its outer edge, then the bank up to the next.
    const bund = 0.22 * Math.exp(-(((u - 0.06) / 0.05) ** 2));
    const stepped = (level + smoothStep(0.74, 0.98, u)) * STEP_M + bund;
    return mix(h, stepped, clamp(share, 0, 1));
  }
}

function outsidePad(pad: HousePad, x: number, y: number): number {
  const c = Math.cos(pad.turnRad);
  const s = Math.sin(pad.turnRad);
  const dx = x - pad.x;
  const dy = y - pad.y;
  return Math.hypot(
    Math.max(0, Math.abs(dx * c + dy * s) - PAD_X_M),
    Math.max(0, Math.abs(dy * c - dx * s) - PAD_Y_M),
  );
}
