import type { LandFrame } from '../land/land-frame';
import type { LargeForm } from '../land/relief';
import { clamp, mix } from '../maths/curves';

/** Where a point lies to a crest. */
export interface CrestHit {
  /** Distance beside the line, + = left of its direction, metres. */
  besideM: number;
  alongM: number;
  /** Height of the crest there, above the sea. */
  z: number;
}

const STEP_M = 8;
const CHUNK = 16;

/** A smooth line over the land with a height of its own. */
export class CrestLine {
  readonly hit: CrestHit = { besideM: 0, alongM: 0, z: 0 };
  readonly lengthM: number;
  private readonly points: readonly (readonly [number, number, number])[];
  /** West, south, east, north of each run of pieces. */
  private readonly boxes: readonly (readonly [number, number, number, number])[];

  /** @param crest - longitude, latitude and height over the land, metres */
  constructor(
    crest: readonly (readonly [number, number, number])[],
    frame: LandFrame,
    land: LargeForm,
  ) {
    const local = crest.map(([lon, lat, overM]) => {
      const [x, y] = frame.toLocal(lon, lat);
      return [x, y, land(x, y) + overM] as const;
    });
    this.points = curveThrough(local);
    this.lengthM = (this.points.length - 1) * STEP_M;
    this.boxes = Array.from({ length: Math.ceil((this.points.length - 1) / CHUNK) }, (_, c) => {
      const run = this.points.slice(c * CHUNK, c * CHUNK + CHUNK + 1);
      return [
        Math.min(...run.map((p) => p[0])),
        Math.min(...run.map((p) => p[1])),
        Math.max(...run.map((p) => p[0])),
        Math.max(...run.map((p) => p[1])),
      ] as const;
    });
  }

  /**
   * Finds the nearest point of the line; the answer is in `hit`.
   *
   * @returns false if it is further than `reachM`
   */
  near(x: number, y: number, reachM: number): boolean {
    let best = reachM * reachM;
    let isFound = false;
    this.boxes.forEach(([west, south, east, north], c) => {
      const dx = Math.max(west - x, 0, x - east);
      const dy = Math.max(south - y, 0, y - north);
      if (dx * dx + dy * dy >= best) return;
      const end = Math.min(this.points.length - 1, (c + 1) * CHUNK);
      for (let i = c * CHUNK; i < end; i++) {
        const d = this.measure(i, x, y, best);
        if (d >= best) continue;
        best = d;
        isFound = true;
      }
    });
    return isFound;
  }

  /** Point at a distance from the start: x, y, height. */
  at(alongM: number): readonly [number, number, number] {
    const f = clamp(alongM / STEP_M, 0, this.points.length - 1.001);
    const i = Math.floor(f);
    const a = this.points[i]!;
    const b = this.points[i + 1]!;
    const t = f - i;
    return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
  }

  private measure(i: number, x: number, y: number, best: number): number {
    const a = this.points[i]!;
    const b = this.points[i + 1]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const t = clamp(((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy), 0, 1);
    const px = x - a[0] - dx * t;
    const py = y - a[1] - dy * t;
    const d = px * px + py * py;
    if (d < best) {
      this.hit.besideM = Math.sqrt(d) * (dx * py - dy * px > 0 ? 1 : -1);
      this.hit.alongM = (i + t) * STEP_M;
      this.hit.z = mix(a[2], b[2], t);
    }
    return d;
  }
}

/** Catmull-Rom through the vertices at even steps. */
function curveThrough(
  vertices: readonly (readonly [number, number, number])[],
): readonly (readonly [number, number, number])[] {
  const fine: [number, number, number][] = [];
  const at = (i: number) => vertices[clamp(i, 0, vertices.length - 1)]!;
  for (let i = 0; i + 1 < vertices.length; i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < 60; k++) {
      const t = k / 60;
      const axis = (a: 0 | 1 | 2) =>
        q[a] +
        0.5 *
          t *
          (r[a] -
            p[a] +
            t * (2 * p[a] - 5 * q[a] + 4 * r[a] - s[a] + t * (3 * (q[a] - r[a]) + s[a] - p[a])));
      fine.push([axis(0), axis(1), axis(2)]);
    }
  }
  fine.push([...at(vertices.length - 1)]);
  const even = [fine[0]!];
  for (const p of fine) {
    const last = even[even.length - 1]!;
    if (Math.hypot(p[0] - last[0], p[1] - last[1]) >= STEP_M) even.push(p);
  }
  return even;
}
