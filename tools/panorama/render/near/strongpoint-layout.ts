import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { Recipe } from '../recipe';

export type Strongpoint = Extract<Recipe['nearField'], { kind: 'strongpoint' }>;

const TRENCH_HALF_M = 0.55;
const TRENCH_WALL_M = 0.16;
const TRENCH_DEPTH_M = 1.45;
const SPOIL_M = 1.5;
const PATH_HALF_M = 0.95;
const TOP_SHARE = 0.2;
/** The tank stands on level ground. */
const TANK_PAD_M = 4;

/** The hill, its trenches, crater and brick path: metres east and north of the viewer. */
export class StrongpointLayout {
  readonly recipe: Strongpoint;
  private readonly noise: Noise;

  constructor(noise: Noise, recipe: Strongpoint) {
    this.noise = noise;
    this.recipe = recipe;
  }

  /** How far a point lies from the hill's top over its radius; 1 = the foot. */
  hillShare(x: number, y: number): number {
    const [hx, hy] = this.recipe.hillAt;
    const bend = 1 + 0.22 * this.noise.gradient2(x / 130 + 4, y / 130);
    return (Math.hypot(x - hx, (y - hy) * 1.25) / this.recipe.hillRadiusM) * bend;
  }

  /** Distance to the nearest trench's middle; 99 where none is near. */
  trench(x: number, y: number): number {
    let best = 99;
    const wx = x + 0.5 * this.noise.gradient2(x / 4, y / 4);
    const wy = y + 0.5 * this.noise.gradient2(x / 4 + 9, y / 4);
    for (const line of this.recipe.trenches) best = Math.min(best, lineDistance(line, wx, wy));
    return best;
  }

  /** Distance beyond the crater's rim, metres; negative inside. */
  crater(x: number, y: number): number {
    const { at, radiusM } = this.recipe.crater;
    return (
      Math.hypot(x - at[0], y - at[1]) - radiusM * (1 + 0.08 * this.noise.gradient2(x / 6, y / 6))
    );
  }

  /** Distance beyond the brick path's edge, metres; negative on it. */
  path(x: number, y: number): number {
    return lineDistance(this.recipe.path, x, y) - PATH_HALF_M;
  }

  /** Earth heaped over the bunker, open at its mouth. */
  private mound(x: number, y: number): number {
    const { at, headingDeg } = this.recipe.bunker;
    const a = (headingDeg * Math.PI) / 180;
    const behind = -(x - at[0]) * Math.sin(a) - (y - at[1]) * Math.cos(a);
    const d = Math.hypot(x - at[0] + 2.4 * Math.sin(a), y - at[1] + 2.4 * Math.cos(a));
    return 2.3 * Math.exp(-((d / 4.6) ** 4)) * smoothStep(0, 0.9, behind);
  }

  /** Ground with everything in it. */
  form(x: number, y: number, h: number): number {
    const { hillHeightM, crater } = this.recipe;
    const share = this.hillShare(x, y);
    if (share > 1.6) return h;
    const rise = smoothStep(1, TOP_SHARE, share);
    let z = h + hillHeightM * rise + 1.2 * rise * this.noise.gradient2(x / 31, y / 31);
    const out = this.crater(x, y);
    if (out < 9) {
      const inside = Math.min(1, Math.max(0, -out / crater.radiusM));
      z -= crater.radiusM * 0.42 * (1 - (1 - inside) ** 2.2);
      z += 0.9 * Math.exp(-(((out - 1.2) / 2) ** 2));
    }
    z += this.mound(x, y);
    const { at } = this.recipe.tank;
    const fromTank = Math.hypot(x - at[0], y - at[1]);
    if (fromTank < TANK_PAD_M * 2) {
      const padM = h + hillHeightM * smoothStep(1, TOP_SHARE, this.hillShare(...at));
      z = mix(padM, z, smoothStep(TANK_PAD_M * 0.75, TANK_PAD_M * 2, fromTank));
    }
    const path = this.path(x, y);
    const side = this.trench(x, y);
    if (side < 6 && out > 1 && path > 0.4) {
      z += 0.32 * Math.exp(-(((side - SPOIL_M) / 0.7) ** 2));
      z -= TRENCH_DEPTH_M * smoothStep(TRENCH_HALF_M + TRENCH_WALL_M, TRENCH_HALF_M, side);
    }
    return path < 3 ? mix(z - 0.03, z, smoothStep(0, 0.4, path)) : z;
  }
}

/** Plan distance to a polyline; far lines are not measured piece by piece. */
function lineDistance(line: readonly (readonly [number, number])[], x: number, y: number): number {
  let best = 99;
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i]!;
    const dx = line[i + 1]![0] - ax;
    const dy = line[i + 1]![1] - ay;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - ax - dx * t, y - ay - dy * t));
  }
  return best;
}
