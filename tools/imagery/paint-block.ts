import { coverAtEdge } from './edge-fade';
import { type GroundTexture, groundTexture } from './ground-texture';
import { type GullyPixels, gullyPixels } from './gullies';
import { blend, type Cover, type Ground, groundColour, type Mix, readCover } from './land-cover';
import { hazeOver, type LightOnPixel, lightAtDusk, lightByDay } from './light-colour';
import { writeSrgb } from './oklab';
import { type BlockLayers, MARGIN_PX } from './picture-block';
import type { PictureStyle } from './picture-style';
import { pixelLatDeg, pixelLonDeg } from './resample-field';
import {
  type ShadingScale,
  type Slopes,
  shadingScale,
  shadingTone,
  smooth,
  sunFacing,
} from './shading';
import { drawTerraces, type TerraceGround } from './terrace-lines';

/** What stays the same over a block, and what is filled anew for every pixel. */
interface Brush {
  readonly layers: BlockLayers;
  readonly texture: GroundTexture;
  readonly gullies: GullyPixels | undefined;
  readonly style: PictureStyle;
  readonly scale: ShadingScale;
  readonly mix: Mix;
  readonly slopes: Slopes;
  readonly ground: Ground;
  readonly cover: Cover;
  readonly light: LightOnPixel;
}

/**
 * Paints one block: RGBA, row by row from the north. Every pixel depends on its place and level
 * alone, not on the block it is painted in.
 */
export function paintBlock(layers: BlockLayers, style: PictureStyle): Uint8Array {
  const { pixels } = layers;
  const cols = pixels.cols - 2 * MARGIN_PX;
  const rows = pixels.rows - 2 * MARGIN_PX;
  const out = new Uint8Array(cols * rows * 4);
  const brush = newBrush(layers, style);
  const { mix, slopes } = brush;
  for (let row = MARGIN_PX; row < rows + MARGIN_PX; row++) {
    const latDeg = pixelLatDeg(pixels, row);
    const acrossM = pixels.stepDeg * 111_320 * Math.cos((latDeg * Math.PI) / 180);
    for (let col = MARGIN_PX; col < cols + MARGIN_PX; col++) {
      const at = row * pixels.cols + col;
      const lonDeg = pixelLonDeg(pixels, col);
      const unevenness = layers.coverNoise[at]!;
      const alpha = coverAtEdge(layers.boxDeg, lonDeg, latDeg, unevenness, layers.sea[at]!);
      const to = ((row - MARGIN_PX) * cols + col - MARGIN_PX) * 4;
      if (alpha <= 0) continue;
      readSlopes(slopes, layers, at, 0.5 / acrossM);
      paintGround(brush, at, 0.5 / acrossM);
      paintLight(brush, at);
      paintWater(brush, at);
      const dither = ditherAt(pixels.westPx + col, pixels.northPx + row);
      writeSrgb(out, to, mix.lightness, mix.a, mix.b, dither);
      out[to + 3] = Math.round(255 * alpha);
    }
  }
  return out;
}

function newBrush(layers: BlockLayers, style: PictureStyle): Brush {
  return {
    layers,
    texture: groundTexture(layers.pixels, layers.metresPerPx, layers.karst),
    gullies: gullyPixels(layers),
    style,
    scale: shadingScale(layers.metresPerPx),
    mix: { lightness: 0, a: 0, b: 0 },
    slopes: { east: 0, north: 0, middleEast: 0, middleNorth: 0, largeEast: 0, largeNorth: 0 },
    ground: {
      heightM: 0,
      slope: 0,
      middleSlope: 0,
      southness: 0,
      depthM: 0,
      incisionM: 0,
      steepness: 0,
      coverNoise: 0,
      patchNoise: 0,
      karst: 0,
      plain: 0,
      knownTerraces: 0,
      rib: 0,
      wet: 0,
      cone: 0,
      stone: 0,
    },
    cover: { forest: 0, terraces: 0, paddy: 0 },
    light: { tone: 0, closed: 0, haze: 0, high: 0, sunFacing: 0, sunReach: 0 },
  };
}

function readSlopes(slopes: Slopes, layers: BlockLayers, at: number, across: number): void {
  const { cols } = layers.pixels;
  const along = 0.5 / layers.metresPerPx;
  const { heights, middleForm, largeForm } = layers;
  slopes.east = (heights[at + 1]! - heights[at - 1]!) * across;
  slopes.north = (heights[at - cols]! - heights[at + cols]!) * along;
  slopes.middleEast = (middleForm[at + 1]! - middleForm[at - 1]!) * across;
  slopes.middleNorth = (middleForm[at - cols]! - middleForm[at + cols]!) * along;
  slopes.largeEast = (largeForm[at + 1]! - largeForm[at - 1]!) * across;
  slopes.largeNorth = (largeForm[at - cols]! - largeForm[at + cols]!) * along;
}

/** Height, cover and colour of the ground; then woods and karst hills are added to its slopes. */
function paintGround(brush: Brush, at: number, across: number): void {
  const { layers, texture, slopes, ground, cover, mix } = brush;
  ground.heightM = layers.heights[at]!;
  ground.slope = Math.sqrt(slopes.east * slopes.east + slopes.north * slopes.north);
  const { middleEast, middleNorth } = slopes;
  ground.middleSlope = Math.sqrt(middleEast * middleEast + middleNorth * middleNorth);
  ground.southness = Math.min(1, Math.max(-1, 2.4 * middleNorth));
  ground.depthM = layers.tops[at]! - ground.heightM;
  ground.incisionM = layers.middleForm[at]! - ground.heightM;
  ground.steepness = layers.steepness[at]!;
  ground.coverNoise = layers.coverNoise[at]!;
  ground.patchNoise = texture.patch[at]! * (1 - 0.5 * brush.scale.generalised);
  ground.karst = layers.karst[at]!;
  ground.plain = layers.plain[at]!;
  ground.knownTerraces = layers.terraces[at]!;
  ground.rib = brush.gullies?.crest[at] ?? 0;
  ground.wet = layers.streams?.wet[at] ?? 0;
  ground.cone = texture.cones[at]!;
  ground.stone = texture.mottle[at]!;
  const { scale } = brush;
  readCover(cover, ground, scale.coverEdge);
  groundColour(mix, ground, cover, brush.style.rice, scale.coverShare, scale.closeness);
  const mottle = texture.mottle[at]!;
  mix.lightness += (0.03 + 0.012 * scale.closeness) * mottle * cover.forest;
  mix.a -= 0.004 * mottle * cover.forest;
  if (scale.closeness > 0) paintFieldsOf(brush, at);
  paintTerraces(brush, at);
  const rough = Math.max(cover.forest, ground.karst * (1 - 0.8 * cover.paddy));
  if (rough > 0) {
    const { bumpM } = texture;
    const { cols } = layers.pixels;
    slopes.east += rough * (bumpM[at + 1]! - bumpM[at - 1]!) * across;
    slopes.north += (rough * (bumpM[at - cols]! - bumpM[at + cols]!) * 0.5) / layers.metresPerPx;
  }
  addRibs(brush, at, across);
}

/** Parcels and hedges: fields lie wherever it is low and gentle enough and no wood stands. */
function paintFieldsOf(brush: Brush, at: number): void {
  const { texture, ground, cover, mix, scale } = brush;
  const fields =
    (1 - smooth(1350, 1700, ground.heightM)) * (1 - smooth(0.35, 0.6, ground.middleSlope));
  const open = fields * (1 - cover.forest) * (1 - 0.8 * cover.terraces);
  const parcels = texture.parcels[at]! * open;
  mix.lightness += 0.018 * parcels - 0.022 * texture.bunds[at]! * open;
  mix.a += (0.006 + 0.006 * scale.closeness) * parcels;
  mix.b += 0.008 * parcels;
}

/** Treads and risers of terraces, gold and green, and the bare ground of hamlets among them. */
function paintTerraces(brush: Brush, at: number): void {
  const { layers, texture, ground, cover, mix, style, gullies } = brush;
  if (cover.terraces < 0.02) return;
  const terraces: TerraceGround = {
    heightM: ground.heightM + 0.7 * (gullies?.heightM[at] ?? 0),
    slope: 0.4 * ground.slope + 0.6 * ground.middleSlope,
    parcel: texture.parcels[at]!,
    patch: ground.patchNoise,
    share: cover.terraces,
  };
  drawTerraces(mix, terraces, style.riceBeside, layers.metresPerPx);
}

function addRibs(brush: Brush, at: number, across: number): void {
  const { gullies, slopes, ground, cover, layers, mix } = brush;
  if (gullies === undefined) return;
  const { cols } = layers.pixels;
  const { heightM } = gullies;
  const share = 1 - 0.4 * cover.terraces - cover.paddy;
  if (share <= 0) return;
  slopes.east += share * (heightM[at + 1]! - heightM[at - 1]!) * across;
  slopes.north += (share * (heightM[at - cols]! - heightM[at + cols]!) * 0.5) / layers.metresPerPx;
  mix.lightness += 0.018 * share * ground.rib;
}

function paintLight(brush: Brush, at: number): void {
  const { layers, slopes, ground, light, scale, style, mix } = brush;
  const east = layers.lightEast[at]!;
  const north = layers.lightNorth[at]!;
  // Close by slopes are shown as they are: the light alone has to tell them.
  const force = 1 + 0.25 * scale.closeness;
  light.tone = Math.min(1, force * shadingTone(slopes, east, north, ground.steepness, scale));
  const closed = 0.55 * (1 - layers.skyNear[at]!) + 0.7 * (1 - layers.skyFar[at]!);
  light.closed = Math.max(0, closed - 0.05);
  light.haze = scale.hazeShare * hazeOver(ground.depthM, ground.heightM, scale.farness);
  light.high = smooth(200, 2600, ground.heightM);
  if (style.name === 'day' || layers.duskHorizon === undefined) {
    lightByDay(mix, light, style.colours);
    sharpenEdges(brush, at);
    return;
  }
  light.sunFacing = sunFacing(slopes, scale);
  light.sunReach = 1 - smooth(0.06, 0.4, layers.duskHorizon[at]!);
  lightAtDusk(mix, light, style.colours);
}

/** A thin light on crests and a thin shade in the creases of valleys: edges cut instead of glowing. */
function sharpenEdges(brush: Brush, at: number): void {
  const { layers, mix, light, scale } = brush;
  const { heights, metresPerPx } = layers;
  const { cols } = layers.pixels;
  const around = heights[at + 1]! + heights[at - 1]! + heights[at + cols]! + heights[at - cols]!;
  const bend = (4 * heights[at]! - around) / (metresPerPx * metresPerPx);
  const share = 1 - scale.generalised;
  if (share <= 0) return;
  const crest = smooth(0.0006, 0.005, bend);
  mix.lightness += share * crest * (light.tone > 0 ? 0.025 : -0.02);
  mix.lightness -= 0.035 * share * smooth(0.0006, 0.004, -bend);
}

function paintWater(brush: Brush, at: number): void {
  const { water } = brush.layers;
  const { colours } = brush.style;
  const lake = water.lake[at]!;
  const river = water.river[at]!;
  const bank = water.bank[at]!;
  const stream = brush.layers.streams?.water[at] ?? 0;
  if (stream > 0) blend(brush.mix, colours.river, 0.7 * stream * (1 - smooth(0.02, 0.2, bank)));
  if (bank > 0) blend(brush.mix, colours.bank, 0.22 * bank * (1 - lake));
  if (river > 0) blend(brush.mix, colours.river, 0.92 * river);
  if (lake > 0) {
    blend(brush.mix, colours.shore, lake);
    blend(brush.mix, colours.lake, smooth(0.55, 1, lake));
  }
}

/** Interleaved gradient noise over the world's pixels: no pattern, no seam. */
function ditherAt(x: number, y: number): number {
  const value = 52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1);
  return value - Math.floor(value);
}
