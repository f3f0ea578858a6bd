import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { paintRock, type RockLook } from '../shade/rock';
import {
  blendColour,
  bump,
  detailShare,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
  setNormal,
} from '../shade/surface';
import type { GroundAt } from './near-field';
import type { RoadLine } from './road-line';

const SHOULDER_M = 1.2;
/** Cut and bank beside a main road. */
const BANK_M = 9;
const WALL_M = 26;
const LINE_FROM_EDGE_M = 0.3;
const CUT_ROCK: RockLook = { colour: [0.19, 0.165, 0.135], lichenRatio: 0.25, mossRatio: 0.55 };

/**
 * Paints a road where the point lies on one or on its shoulder.
 *
 * @returns whether it does
 */
export function paintRoadAt(
  noise: Noise,
  roads: readonly RoadLine[],
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): boolean {
  if (point.distanceM > 5000) return false;
  for (const line of roads) {
    if (!line.near(point.x, point.y)) continue;
    if (Math.abs(line.hit.besideM) >= line.road.widthM / 2 + SHOULDER_M) continue;
    paintRoad(noise, line, point, surface, groundAt);
    return true;
  }
  return false;
}

function paintRoad(
  noise: Noise,
  { road, hit }: RoadLine,
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): void {
  const { x, y, footprintM: fp } = point;
  resetSurface(surface);
  const e = Math.max(0.8, fp);
  setNormal(
    surface,
    (groundAt(x - e, y) - groundAt(x + e, y)) / (2 * e),
    (groundAt(x, y - e) - groundAt(x, y + e)) / (2 * e),
    1,
  );
  const half = road.widthM / 2;
  const side = Math.abs(hit.besideM);
  const wear = noise.fractal2(x * 0.7, y * 0.7, 4);
  const isAsphalt = road.surface === 'asphalt';
  const [r, g, b] = isAsphalt ? [0.088, 0.087, 0.086] : [0.2, 0.16, 0.12];
  setColour(surface.albedo, r, g, b);
  scaleColour(surface.albedo, 1 + 0.28 * wear);
  if (isAsphalt) paintWear(noise, point, surface, side, half);
  else paintRuts(noise, point, surface, side, half);
  const gravel = noise.gradient2(x * 6, y * 6) * detailShare(fp, 0.05, 0.3);
  const edge = smoothStep(half - 0.12, half + 0.3, side + wear * 0.45 + 0.1 * gravel);
  const k = 0.85 + 0.5 * wear + 0.35 * gravel;
  blendColour(surface.albedo, 0.185 * k, 0.15 * k, 0.11 * k, edge);
  if (isAsphalt && road.widthM > 5) paintLines(point, surface, hit, half, wear);
  if (fp < 0.012) bump(noise, surface, point, 60, 0.05 + 0.25 * edge, 2);
  surface.shadowSoftM = 0.25 + point.distanceM * 0.003;
}

/** Aggregate, wheel tracks, mended patches and cracks. */
function paintWear(
  noise: Noise,
  { x, y, footprintM: fp }: SurfacePoint,
  surface: Surface,
  side: number,
  half: number,
): void {
  const track = Math.abs(side - half * 0.5);
  scaleColour(surface.albedo, 1 - 0.2 * Math.exp(-track * track * 3));
  const patch = noise.gradient2(x / 5 + 50, y / 5);
  scaleColour(surface.albedo, 1 - 0.35 * smoothStep(0.34, 0.37, patch));
  const dust = smoothStep(half - 1.1, half, side + 0.6 * noise.gradient2(x / 1.3, y / 1.3));
  blendColour(surface.albedo, 0.15, 0.13, 0.1, 0.45 * dust);
  if (fp > 0.05) return;
  const fine = detailShare(fp, 0.012, 0.05);
  const crack = Math.abs(noise.fractal2(x / 1.9 + 7, y / 1.9, 4));
  const cracked = smoothStep(0.02, 0.25, noise.gradient2(x / 7, y / 7 + 3));
  scaleColour(surface.albedo, 1 - 0.32 * fine * cracked * (1 - smoothStep(0.003, 0.011, crack)));
  const grit = noise.gradient3(x * 70, y * 70, 0) + 0.6 * noise.gradient3(x * 150, y * 150, 4);
  scaleColour(surface.albedo, 1 + 0.34 * fine * grit);
}

/** Two hollow tracks with stones and weeds between them. */
function paintRuts(
  noise: Noise,
  { x, y, footprintM: fp }: SurfacePoint,
  surface: Surface,
  side: number,
  half: number,
): void {
  const track = Math.abs(side - half * 0.55) / half;
  const worn = Math.exp(-track * track * 22);
  blendColour(surface.albedo, 0.24, 0.185, 0.13, 0.6 * worn);
  const weeds = smoothStep(0.05, 0.3, noise.fractal2(x / 0.8, y / 0.8, 3) + 0.25 - 2 * worn * 0.4);
  blendColour(surface.albedo, 0.1, 0.115, 0.04, 0.5 * weeds * (1 - worn));
  if (fp > 0.05) return;
  const stones = noise.cells2(x * 6, y * 6);
  const isStone = smoothStep(0.34, 0.26, stones.nearest) * (stones.id % 3 === 0 ? 1 : 0);
  const tone = 0.75 + (stones.id % 17) / 28;
  blendColour(surface.albedo, 0.27 * tone, 0.255 * tone, 0.23 * tone, 0.85 * isStone);
}

/** White lines along the edges, yellow dashes along the middle. */
function paintLines(
  { footprintM: fp }: SurfacePoint,
  surface: Surface,
  hit: RoadLine['hit'],
  half: number,
  wear: number,
): void {
  const side = Math.abs(hit.besideM);
  const paint = 0.82 * smoothStep(-0.32, 0.02, wear);
  const cover = Math.min(1, 0.15 / (0.15 + fp * 0.5));
  const width = 0.065 + fp * 0.25;
  const isEdge = Math.abs(side - (half - LINE_FROM_EDGE_M)) < width;
  const isDash = side < width && hit.alongM % 6 < 3.4;
  if (isEdge) blendColour(surface.albedo, 0.56, 0.56, 0.54, paint * cover);
  else if (isDash) blendColour(surface.albedo, 0.56, 0.37, 0.05, paint * cover);
}

/** Bare earth or rock where a road was cut into the slope. */
export function paintBanks(
  noise: Noise,
  roads: readonly RoadLine[],
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, z, distanceM } = point;
  if (distanceM > 5000) return;
  for (const line of roads) {
    if (!line.near(x, y)) continue;
    const beyond = Math.abs(line.hit.besideM) - line.road.widthM / 2;
    const above = z - line.hit.z;
    if (line.road.wall === 'rock' && above > 0.4 && beyond < WALL_M) {
      paintWall(noise, point, surface, above);
      continue;
    }
    const ragged = beyond + 3.5 * noise.fractal2(x / 6, y / 6, 3);
    const share = 0.8 * smoothStep(line.road.widthM > 5 ? BANK_M : 3, 1.2, ragged);
    if (share <= 0) continue;
    const k = 0.9 + 0.5 * noise.fractal2(x / 2.1, y / 2.1, 3);
    blendColour(surface.albedo, 0.215 * k, 0.148 * k, 0.098 * k, share);
  }
}

/** A blasted rock face: beds, stains, plants in its cracks, bands of shotcrete. */
function paintWall(noise: Noise, point: SurfacePoint, surface: Surface, aboveM: number): void {
  const { x, y, z, footprintM: fp } = point;
  const steep = smoothStep(0.16, 0.4, 1 - surface.face[2]!);
  if (steep <= 0) return;
  const [r, g, b] = [surface.albedo[0]!, surface.albedo[1]!, surface.albedo[2]!];
  paintRock(noise, CUT_ROCK, surface, point, 5);
  const bed = noise.gradient3(x * 0.25, y * 0.25, z * 2.4) + 0.5 * noise.gradient3(x, y, z * 7);
  scaleColour(surface.albedo, 1 + 0.4 * bed * detailShare(fp, 0.2, 1.2));
  if (fp < 0.12) bump(noise, surface, point, 1.6, 0.55, 4);
  const sprayed = smoothStep(0.2, 0.3, noise.gradient2((x + y) / 17 + 4, (x - y) / 23));
  const low = smoothStep(9, 6, aboveM + 2 * noise.gradient2(x / 6, y / 6));
  const run = noise.fractal3(x * 0.9, y * 0.9, z * 0.12, 3);
  const k = 1 + 0.5 * run;
  blendColour(surface.albedo, 0.16 * k, 0.152 * k, 0.14 * k, 0.9 * sprayed * low);
  const green = smoothStep(0.12, 0.34, noise.fractal3(x / 2.2, y / 2.2, z / 3, 4));
  blendColour(surface.albedo, 0.06, 0.085, 0.026, 0.85 * green * (1 - sprayed * low));
  for (const [c, wild] of [r, g, b].entries()) {
    surface.albedo[c] = mix(wild, surface.albedo[c]!, steep);
  }
}
