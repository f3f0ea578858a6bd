import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** Line of the stream that the valley is carved along: metres east and north of the viewer. */
const STREAM: readonly (readonly [number, number])[] = [
  [-700, 3400],
  [-250, 2300],
  [20, 1500],
  [210, 900],
  [330, 480],
  [640, 170],
  [1400, 120],
  [2300, -60],
  [3600, -500],
];
/** The designed valley holds to the first distance and has become the true land at the second. */
const DESIGNED_TO_M = 900;
const TRUE_FROM_M = 3000;

/** Distance to the stream, metres. */
export function streamDistance(x: number, y: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < STREAM.length; i++) {
    const [ax, ay] = STREAM[i]!;
    const dx = STREAM[i + 1]![0] - ax;
    const dy = STREAM[i + 1]![1] - ay;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return best;
}

function dome(x: number, y: number, cx: number, cy: number, radius: number, h: number): number {
  const q = ((x - cx) ** 2 + (y - cy) ** 2) / (radius * radius);
  return h * Math.exp(-q) * (1 - 0.12 * q * Math.exp(-q));
}

function ridge(noise: Noise, x: number, y: number, size: number, offset: number): number {
  const v = noise.gradient2(x / size + offset, y / size - offset);
  return Math.sqrt(v * v + 0.006);
}

/** The nose of land that the viewer stands on. */
function spur(x: number, y: number): number {
  const a = (x + y) * Math.SQRT1_2;
  const b = (x - y) * Math.SQRT1_2;
  const along = a < 0 ? (a * a) / 230 ** 2 : (a * a) / 120 ** 2;
  return 25 * Math.exp(-along - (b * b) / 135 ** 2);
}

/**
 * Smooth relief of an imagined valley: walls, rounded spurs with sharp gullies, the round hill.
 *
 * @param hill - where the round hill stands, metres east and north of the viewer
 */
function valleyHeight(noise: Noise, hill: readonly [number, number], x: number, y: number): number {
  const n = noise.gradient2;
  const wx = x + 70 * n(x / 520, y / 520 + 9);
  const wy = y + 70 * n(x / 520 + 40, y / 520);
  const d = streamDistance(wx, wy) + 18 * n(x / 130, y / 130);
  const soft = Math.sqrt(d * d + 60 * 60) - 60;
  let h = 1052 + 300 * (1 - Math.exp(-soft / 820)) + 0.09 * soft;
  const rough = smoothStep(20, 420, d) * (0.3 + 0.7 * smoothStep(120, 520, Math.hypot(x, y)));
  h +=
    rough *
    (92 * (ridge(noise, wx, wy, 470, 3.7) - 0.3) + 34 * (ridge(noise, wx, wy, 210, 11.1) - 0.3));
  h += (0.25 + 0.75 * rough) * (8 * n(x / 85, y / 85 + 5) + 1.8 * n(x / 34, y / 34));
  const [hx, hy] = hill;
  return (
    h +
    dome(x, y, hx, hy, 84, 44) +
    dome(x, y, hx - 220, hy + 245, 105, 34) +
    dome(x, y, hx + 180, hy - 185, 85, 26) +
    spur(x, y)
  );
}

/**
 * Ground before terraces are cut: the imagined valley near by, the true land from 3 km on.
 *
 * @param farHeight - the true land with eroded form
 * @param eyeGroundM - height of the ground under the viewer
 */
export function createValley(
  noise: Noise,
  hill: readonly [number, number],
  farHeight: (x: number, y: number) => number,
  eyeGroundM: number,
): (x: number, y: number) => number {
  const floorLift = eyeGroundM - 1192;
  const lift = 1192 - valleyHeight(noise, hill, 0, 0);
  return (x, y) => {
    const r = Math.hypot(x, y);
    const share = smoothStep(DESIGNED_TO_M, TRUE_FROM_M, r);
    const far = share > 0 ? farHeight(x, y) : 0;
    if (share >= 1) return far;
    const near =
      valleyHeight(noise, hill, x, y) +
      floorLift +
      lift * Math.exp((-r * r) / 260 ** 2) +
      2 * Math.exp(-((r / 70) ** 2));
    return share <= 0 ? near : mix(near, far, share);
  };
}
