import type { LandFrame } from '../land/land-frame';
import { hashCell } from '../maths/random';
import type { HeightAt } from './choose-view';
import type { StillLand } from './still-recipe';

const STEP_M = 55;
const STEPS = 32;
/** A lane turns at most this much from step to step, radians. */
const MOST_TURN_RAD = 0.55;
const TURNS = 9;

/**
 * Lanes through a place that keep to the contours as roads in hills do. Imagined: the road graph
 * knows which places are joined, not where each bend lies.
 */
export function layLanes(heightAt: HeightAt, frame: LandFrame, seed: number): StillLand['roads'] {
  const first = hashCell(seed, 5, 9) * Math.PI;
  const main = [...lane(heightAt, first + Math.PI).reverse(), ...lane(heightAt, first).slice(1)];
  const side = lane(heightAt, first + Math.PI / 2).slice(0, 12);
  return [main, side].map((points) =>
    points.map(([x, y]) => {
      const at = { lonDeg: 0, latDeg: 0 };
      frame.toGeographic(x, y, at);
      return [Number(at.lonDeg.toFixed(6)), Number(at.latDeg.toFixed(6))] as [number, number];
    }),
  );
}

function lane(heightAt: HeightAt, headingRad: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[0, 0]];
  let heading = headingRad;
  let [x, y] = [0, 0];
  for (let k = 0; k < STEPS; k++) {
    const here = heightAt(x, y);
    let best = heading;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < TURNS; i++) {
      const turn = (i / (TURNS - 1) - 0.5) * 2 * MOST_TURN_RAD;
      const a = heading + turn;
      const climb = Math.abs(heightAt(x + Math.sin(a) * STEP_M, y + Math.cos(a) * STEP_M) - here);
      const cost = climb / STEP_M + 0.06 * Math.abs(turn);
      if (cost < least) [best, least] = [a, cost];
    }
    heading = best;
    x += Math.sin(heading) * STEP_M;
    y += Math.cos(heading) * STEP_M;
    points.push([x, y]);
  }
  return points;
}
