import type { Daylight } from '../light/daylight';
import { clamp, mix } from '../maths/curves';
import { createRandom, type Random } from '../maths/random';
import { riceColour } from '../near/rice';
import { type Tile, tileColumn } from './tile';
import { TUFT_AT, TUFT_FLOATS, TUFT_KINDS } from './tuft-list';

/** What tufts are painted with. */
export interface TuftPainterSource {
  readonly tufts: Float32Array;
  readonly grass: readonly [number, number, number];
  readonly daylight: Daylight;
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
}

/** How a kind of tuft is drawn. */
interface TuftStyle {
  readonly spreadM: number;
  readonly counts: readonly [number, number, number];
  readonly thickM: number;
  readonly lean: readonly [number, number];
}

const STYLES: Readonly<Record<string, TuftStyle>> = {
  rice: { spreadM: 0.09, counts: [20, 10, 7], thickM: 0.0037, lean: [0.04, 0.16] },
  grass: { spreadM: 0.18, counts: [14, 10, 8], thickM: 0.0044, lean: [0.1, 0.28] },
  stubble: { spreadM: 0.09, counts: [6, 4, 3], thickM: 0.004, lean: [0.03, 0.09] },
  seedling: { spreadM: 0.09, counts: [6, 4, 3], thickM: 0.0044, lean: [0.1, 0.28] },
  tea: { spreadM: 0.15, counts: [20, 12, 8], thickM: 0.014, lean: [0.2, 0.8] },
  buckwheat: { spreadM: 0.14, counts: [15, 9, 6], thickM: 0.0105, lean: [0.06, 0.24] },
  bamboo: { spreadM: 0.2, counts: [16, 11, 8], thickM: 0.0075, lean: [0.12, 0.4] },
};
const LOD_THICKNESS = [1, 1.5, 3] as const;
const LOD_PIECES = [9, 4, 3] as const;

/** One blade while it is drawn. */
interface Blade {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly lengthM: number;
  readonly leanX: number;
  readonly leanY: number;
  readonly droop: number;
  readonly isPanicle: boolean;
  readonly tone: number;
  readonly thickM: number;
  readonly pieces: number;
}

/** Paints blades over a strip, back to front. */
export class TuftPainter {
  private readonly source: TuftPainterSource;
  private readonly colour = new Float64Array(3);
  private readonly lit = new Float64Array(3);

  constructor(source: TuftPainterSource) {
    this.source = source;
  }

  paint(tile: Tile): void {
    const { tufts, eye } = this.source;
    const perRad = tile.allColumns / (2 * Math.PI);
    for (let o = 0; o < tufts.length; o += TUFT_FLOATS) {
      const heading = Math.atan2(tufts[o]! - eye.x, tufts[o + 1]! - eye.y);
      const u = tileColumn(tile, heading);
      const reach = (0.9 / tufts[o + TUFT_AT.distanceM]!) * perRad + 3;
      if (u + reach < 0 || u - reach > tile.columns) continue;
      this.paintTuft(tile, o, heading, perRad);
    }
  }

  private paintTuft(tile: Tile, o: number, heading: number, perRad: number): void {
    const { tufts, daylight } = this.source;
    const kind = TUFT_KINDS[tufts[o + TUFT_AT.kind]!]!;
    const style = STYLES[kind]!;
    const lod = tufts[o + TUFT_AT.lod]! as 0 | 1 | 2;
    const random = createRandom(tufts[o + TUFT_AT.seed]!);
    const ripeness = tufts[o + TUFT_AT.ripeness]!;
    const heightM = tufts[o + TUFT_AT.heightM]!;
    const clump = 0.78 + 0.4 * random();
    const count = Math.round(style.counts[lod] * tufts[o + TUFT_AT.densityRatio]!);
    const { sun } = daylight;
    const flat = 1 / Math.max(0.05, Math.hypot(sun.x, sun.y));
    const toward = Math.max(0, (Math.cos(heading) * sun.y + Math.sin(heading) * sun.x) * flat);
    daylight.sunAt(tufts[o]!, tufts[o + 1]!, tufts[o + 2]!);
    for (let b = 0; b < count; b++) {
      const isPanicle =
        (kind === 'rice' && ripeness > 0.25 && b >= count * 0.45) ||
        (kind === 'buckwheat' && b >= count * 0.4);
      const blade = this.grow(o, kind, style, lod, random, isPanicle, heightM, clump);
      this.pickColour(kind, ripeness, isPanicle, random);
      this.paintBlade(tile, blade, tufts[o + TUFT_AT.visible]!, toward, perRad);
    }
  }

  private grow(
    o: number,
    kind: string,
    style: TuftStyle,
    lod: 0 | 1 | 2,
    random: Random,
    isPanicle: boolean,
    heightM: number,
    clump: number,
  ): Blade {
    const { tufts } = this.source;
    const turn =
      kind === 'rice'
        ? tufts[o + TUFT_AT.windRad]! + (random() - 0.5) * 3.4
        : random() * 2 * Math.PI;
    const [least, more] = isPanicle ? [0.1, 0.15] : style.lean;
    const lean = (least + more * random()) * heightM * 2.4;
    const lengthM = heightM * (0.7 + 0.42 * random());
    const spread = style.spreadM * (1 + lod * 1.6);
    const ripeness = tufts[o + TUFT_AT.ripeness]!;
    return {
      x: tufts[o]! + (random() - 0.5) * spread,
      y: tufts[o + 1]! + (random() - 0.5) * spread,
      z: tufts[o + 2]!,
      lengthM,
      leanX: Math.cos(turn) * lean,
      leanY: Math.sin(turn) * lean,
      droop: isPanicle ? 0.5 + 0.5 * ripeness : 0.25 + 0.5 * random(),
      isPanicle,
      tone: (0.6 + 0.55 * random()) * clump,
      thickM: style.thickM * LOD_THICKNESS[lod],
      pieces: LOD_PIECES[lod],
    };
  }

  private pickColour(kind: string, ripeness: number, isPanicle: boolean, random: Random): void {
    const { colour } = this;
    const { grass } = this.source;
    if (kind === 'rice') {
      riceColour(
        isPanicle ? ripeness + 0.08 * random() : ripeness * 0.5 - 0.1 + 0.3 * random(),
        colour,
      );
      const pale = 0.35 * random();
      colour[0] = mix(colour[0]!, 0.27, pale);
      colour[1] = mix(colour[1]!, 0.215, pale);
      colour[2] = mix(colour[2]!, 0.1, pale);
      return;
    }
    if (kind === 'tea') {
      const young = clamp(ripeness + 0.5 * (random() - 0.5), 0, 1);
      colour[0] = mix(0.052, 0.165, young);
      colour[1] = mix(0.095, 0.215, young);
      colour[2] = mix(0.024, 0.036, young);
      return;
    }
    if (kind === 'buckwheat') {
      const bloom = clamp(ripeness + 0.5 * (random() - 0.5), 0, 1);
      colour[0] = isPanicle ? mix(0.64, 0.5, bloom) : 0.11;
      colour[1] = isPanicle ? mix(0.46, 0.13, bloom) : 0.13;
      colour[2] = isPanicle ? mix(0.48, 0.24, bloom) : 0.04;
      return;
    }
    if (kind === 'stubble' || kind === 'seedling') {
      const isStubble = kind === 'stubble';
      colour[0] = isStubble ? 0.36 : 0.11;
      colour[1] = isStubble ? 0.29 : 0.22;
      colour[2] = isStubble ? 0.15 : 0.03;
      return;
    }
    const dry = random() < ripeness ? 0.75 + 0.25 * random() : random() * 0.25;
    colour[0] = mix(grass[0], 0.3, dry);
    colour[1] = mix(grass[1] * 1.1, 0.24, dry);
    colour[2] = mix(grass[2], 0.1, dry);
  }

  private paintBlade(
    tile: Tile,
    blade: Blade,
    visible: number,
    toward: number,
    perRad: number,
  ): void {
    const { eye } = this.source;
    let ux = 0;
    let uy = 0;
    let before = 0;
    for (let i = 0; i <= blade.pieces; i++) {
      const t = i / blade.pieces;
      const bend = t * t;
      const x = blade.x + blade.leanX * bend - eye.x;
      const y = blade.y + blade.leanY * bend - eye.y;
      const fall = 0.3 * blade.droop * (blade.isPanicle ? t ** 4 : t ** 3);
      const z = blade.z + blade.lengthM * (t - fall) - eye.z;
      const r = Math.hypot(x, y);
      const u = tileColumn(tile, Math.atan2(x, y));
      const v = tile.rows / 2 - Math.atan(z / r) * perRad;
      if (i > 0 && Math.abs(u - ux) < tile.columns) {
        const middle = t - 0.5 / blade.pieces;
        const swell =
          blade.isPanicle && middle > 0.62 ? (1.5 - 0.5 * middle) * 1.35 : 1.15 - 0.85 * middle;
        const width = ((blade.thickM * swell) / before) * perRad;
        this.lightPiece(blade, middle, visible, toward);
        stroke(
          tile,
          ux,
          uy,
          u,
          v,
          Math.max(width, 0.7),
          Math.min(1, width / 0.7) * 0.95,
          r,
          this.lit,
        );
      }
      ux = u;
      uy = v;
      before = r;
    }
  }

  private lightPiece(blade: Blade, along: number, visible: number, toward: number): void {
    const { direct, ambient } = this.source.daylight;
    const up = Math.min(1, 0.1 + along);
    const through = 0.45 * toward * up * (blade.isPanicle ? 0.8 : 1);
    const sun = visible * (0.26 + 0.4 * up + through) * (0.12 + 0.88 * up * up);
    for (let c = 0; c < 3; c++) {
      this.lit[c] =
        this.colour[c]! *
        blade.tone *
        (direct[c]! * 0.3 * sun + ambient[c]! * 0.318 * (0.22 + 0.75 * up));
    }
  }
}

/** A round-ended line, tested against what stands before it. */
function stroke(
  tile: Tile,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  cover: number,
  distanceM: number,
  colour: Float64Array,
): void {
  const half = width / 2;
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length2 = dx * dx + dy * dy + 1e-9;
  const a0 = Math.max(0, Math.floor(Math.min(x0, x1) - half));
  const a1 = Math.min(tile.columns - 1, Math.floor(Math.max(x0, x1) + half));
  const b0 = Math.max(0, Math.floor(Math.min(y0, y1) - half));
  const b1 = Math.min(tile.rows - 1, Math.floor(Math.max(y0, y1) + half));
  for (let j = b0; j <= b1; j++) {
    for (let i = a0; i <= a1; i++) {
      const ex = i + 0.5 - x0;
      const ey = j + 0.5 - y0;
      const t = clamp((ex * dx + ey * dy) / length2, 0, 1);
      const share = clamp(half + 0.5 - Math.hypot(ex - t * dx, ey - t * dy), 0, 1) * cover;
      const p = j * tile.columns + i;
      if (share <= 0.02 || tile.distance[p]! < distanceM - 0.3) continue;
      const q = p * 3;
      tile.rgb[q]! += (colour[0]! - tile.rgb[q]!) * share;
      tile.rgb[q + 1]! += (colour[1]! - tile.rgb[q + 1]!) * share;
      tile.rgb[q + 2]! += (colour[2]! - tile.rgb[q + 2]!) * share;
    }
  }
}
