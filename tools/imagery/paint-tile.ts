import { blend, type Ground, groundColour, type Mix } from './land-cover';
import { writeSrgb } from './oklab';
import { COVER } from './palette';
import { type ShadingScale, type Slopes, shadingScale, shadingTone, smooth } from './shading';
import { MARGIN_PX, PICTURE_TILE_PX, type TileLayers } from './tile-layers';

/** Width of the belt in which the picture fades into the world base, degrees, at most. */
const FADE_DEG = 0.55;

/** Paints one tile: 512 x 512 RGBA. Every pixel depends on its place and scale alone. */
export function paintTile(layers: TileLayers): Uint8Array {
  const out = new Uint8Array(PICTURE_TILE_PX * PICTURE_TILE_PX * 4);
  const scale = shadingScale(layers.metresPerPx);
  const mix: Mix = { lightness: 0, a: 0, b: 0 };
  const slopes = emptySlopes();
  const ground = emptyGround();
  for (let row = 0; row < PICTURE_TILE_PX; row++) {
    for (let col = 0; col < PICTURE_TILE_PX; col++) {
      const at = (row + MARGIN_PX) * layers.pixels.cols + col + MARGIN_PX;
      const to = (row * PICTURE_TILE_PX + col) * 4;
      const alpha = alphaAt(layers, at, row, col);
      if (alpha <= 0) continue;
      readSlopes(slopes, layers, at);
      readGround(ground, layers, slopes, at);
      groundColour(mix, ground);
      light(mix, ground, slopes, layers, at, scale);
      paintWater(mix, layers, at);
      writeSrgb(out, to, mix.lightness, mix.a, mix.b, ditherAt(layers, row, col));
      out[to + 3] = Math.round(255 * alpha);
    }
  }
  return out;
}

function readSlopes(slopes: Slopes, layers: TileLayers, at: number): void {
  const { cols } = layers.pixels;
  const across = 1 / (2 * layers.acrossMetresPerPx);
  const along = 1 / (2 * layers.metresPerPx);
  const { heights, middleForm, largeForm } = layers;
  slopes.east = (heights[at + 1]! - heights[at - 1]!) * across;
  slopes.north = (heights[at - cols]! - heights[at + cols]!) * along;
  slopes.middleEast = (middleForm[at + 1]! - middleForm[at - 1]!) * across;
  slopes.middleNorth = (middleForm[at - cols]! - middleForm[at + cols]!) * along;
  slopes.largeEast = (largeForm[at + 1]! - largeForm[at - 1]!) * across;
  slopes.largeNorth = (largeForm[at - cols]! - largeForm[at + cols]!) * along;
}

function readGround(ground: Ground, layers: TileLayers, slopes: Slopes, at: number): void {
  ground.heightM = layers.heights[at]!;
  ground.slope = Math.sqrt(slopes.east * slopes.east + slopes.north * slopes.north);
  const { middleEast, middleNorth } = slopes;
  ground.middleSlope = Math.sqrt(middleEast * middleEast + middleNorth * middleNorth);
  ground.southness = Math.min(1, Math.max(-1, 2.4 * middleNorth));
  ground.depthM = layers.tops[at]! - ground.heightM;
  ground.steepness = layers.steepness[at]!;
  ground.coverNoise = layers.coverNoise[at]!;
  ground.karst = layers.karst[at]!;
  ground.plain = layers.plain[at]!;
}

/** Light, shade, the dimness of hollows and the haze over the depths. */
function light(
  mix: Mix,
  ground: Ground,
  slopes: Slopes,
  layers: TileLayers,
  at: number,
  scale: ShadingScale,
): void {
  const high = smooth(200, 2600, ground.heightM);
  const haze =
    (0.17 + 0.13 * scale.farness) * smooth(160, 1250, ground.depthM) +
    0.07 * Math.exp(-Math.max(0, ground.heightM) / 260);
  const tone =
    shadingTone(slopes, layers.lightEast[at]!, layers.lightNorth[at]!, ground.steepness, scale) *
    (1 - 0.5 * haze) *
    (0.88 + 0.32 * high);
  const lit = Math.max(0, tone);
  const shade = tone < 0 ? -tone / (1 + 0.34 * -tone) : 0;
  const hollow =
    0.6 * smooth(-20, 150, layers.middleForm[at]! - ground.heightM) +
    0.4 * smooth(-60, 420, layers.largeForm[at]! - ground.heightM);
  const dim = Math.max(0, hollow - 0.15) * smooth(0.04, 0.2, ground.steepness);
  mix.lightness += 0.17 * lit - 0.43 * shade - 0.05 * dim;
  mix.a += 0.008 * lit + 0.014 * shade;
  mix.b += (0.032 + 0.024 * high) * lit - 0.082 * shade - 0.008 * dim;
  mix.a *= 1 - 0.35 * shade;
  blend(mix, COVER.haze, haze);
}

function paintWater(mix: Mix, layers: TileLayers, at: number): void {
  const lake = layers.water.lake[at]!;
  const river = layers.water.river[at]!;
  const bank = layers.water.bank[at]!;
  if (bank > 0) blend(mix, COVER.bank, 0.3 * bank * (1 - lake));
  if (river > 0) blend(mix, COVER.river, 0.92 * river);
  if (lake > 0) {
    blend(mix, COVER.shore, lake);
    blend(mix, COVER.lake, smooth(0.55, 1, lake));
  }
}

/** 1 inside, 0 on the sea and at the edge of the data, with an uneven belt in between. */
function alphaAt(layers: TileLayers, at: number, row: number, col: number): number {
  const { pixels, boxDeg } = layers;
  const lonDeg = pixels.westDeg + (col + MARGIN_PX + 0.5) * pixels.stepDeg;
  const latDeg = pixels.northDeg - (row + MARGIN_PX + 0.5) * pixels.stepDeg;
  const insideDeg = Math.min(
    lonDeg - boxDeg.westDeg,
    boxDeg.eastDeg - lonDeg,
    latDeg - boxDeg.southDeg,
    boxDeg.northDeg - latDeg,
  );
  if (insideDeg <= 0) return 0;
  const shortDeg = Math.min(boxDeg.eastDeg - boxDeg.westDeg, boxDeg.northDeg - boxDeg.southDeg);
  const fadeDeg = Math.min(FADE_DEG, shortDeg * 0.08);
  const uneven = 1 + 0.35 * layers.coverNoise[at]!;
  return (
    smooth(0.02 * fadeDeg, fadeDeg * uneven, insideDeg) * (1 - smooth(0.35, 0.65, layers.sea[at]!))
  );
}

/** Interleaved gradient noise over the world's pixels: no pattern, no seam. */
function ditherAt(layers: TileLayers, row: number, col: number): number {
  const x = Math.round(layers.pixels.westDeg / layers.pixels.stepDeg) + col;
  const y = Math.round(layers.pixels.northDeg / layers.pixels.stepDeg) - row;
  const value = 52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1);
  return value - Math.floor(value);
}

function emptySlopes(): Slopes {
  return { east: 0, north: 0, middleEast: 0, middleNorth: 0, largeEast: 0, largeNorth: 0 };
}

function emptyGround(): Ground {
  return {
    heightM: 0,
    slope: 0,
    middleSlope: 0,
    southness: 0,
    depthM: 0,
    steepness: 0,
    coverNoise: 0,
    karst: 0,
    plain: 0,
  };
}
