import { clamp } from '../maths/curves';
import { createRandom, type Random } from '../maths/random';
import type { SpriteKind } from '../near/near-field';

/** A plant drawn once: cover, normal and shade by pixel, all times cover; with smaller copies. */
export interface SpriteLevel {
  readonly width: number;
  readonly height: number;
  /** Interleaved: cover, normal right, normal up, normal toward the eye, shade. */
  readonly texels: Float32Array;
}

/** Numbers a texel. */
export const TEXEL = 5;
const WIDTH = 192;
const HEIGHT = 240;
/** Strokes are designed on a sheet of 128 x 160. */
const SCALE = WIDTH / 128;

const COUNTS: readonly (readonly [SpriteKind, number, number])[] = [
  ['broad', 8, 100],
  ['bamboo', 3, 200],
  ['pine', 3, 300],
  ['shrub', 3, 400],
  ['dwarf-bamboo', 3, 500],
  ['plum', 3, 600],
  ['peach', 3, 700],
];

/** First sprite and number of sprites of a kind. */
export function spriteRange(kind: SpriteKind): readonly [number, number] {
  let first = 0;
  for (const [name, count] of COUNTS) {
    if (name === kind) return [first, count];
    first += count;
  }
  throw new RangeError(`Expected a kind of sprite, got ${kind}.`);
}

/** Draws all sprites; for each, its levels from full size down. */
export function drawSprites(): readonly (readonly SpriteLevel[])[] {
  return COUNTS.flatMap(([kind, count, seed]) =>
    Array.from({ length: count }, (_, i) => withSmaller(drawSprite(kind, seed + i))),
  );
}

interface Dab {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly radius: number;
  readonly aspect: number;
  readonly turnRad: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly shade: number;
}

function drawSprite(kind: SpriteKind, seed: number): SpriteLevel {
  const random = createRandom(seed);
  const texels = new Float32Array(WIDTH * HEIGHT * TEXEL);
  const dabs =
    kind === 'bamboo' || kind === 'dwarf-bamboo'
      ? bambooDabs(random, kind === 'dwarf-bamboo')
      : crownDabs(random, kind, texels);
  dabs.sort((a, b) => a.depth - b.depth);
  for (const dab of dabs) stamp(texels, dab, 0.88);
  for (let o = 0; o < texels.length; o += TEXEL) {
    for (let c = 1; c < TEXEL; c++) texels[o + c]! *= texels[o]!;
  }
  return { width: WIDTH, height: HEIGHT, texels };
}

function stamp(texels: Float32Array, dab: Dab, cover: number): void {
  const x = dab.x * SCALE;
  const y = dab.y * SCALE;
  const radius = dab.radius * SCALE;
  const c = Math.cos(dab.turnRad);
  const s = Math.sin(dab.turnRad);
  const reach = Math.ceil(radius + 1);
  for (let j = Math.max(0, Math.floor(y - reach)); j <= Math.min(HEIGHT - 1, y + reach); j++) {
    for (let i = Math.max(0, Math.floor(x - reach)); i <= Math.min(WIDTH - 1, x + reach); i++) {
      const u = ((i - x) * c + (j - y) * s) / radius;
      const v = (-(i - x) * s + (j - y) * c) / (radius * dab.aspect);
      const q = u * u + v * v;
      if (q > 1) continue;
      const a = cover * Math.min(1, (1 - q) * 3);
      const o = (j * WIDTH + i) * TEXEL;
      texels[o]! += (1 - texels[o]!) * a;
      texels[o + 1]! += (dab.nx - texels[o + 1]!) * a;
      texels[o + 2]! += (dab.ny - texels[o + 2]!) * a;
      texels[o + 3]! += (dab.nz - texels[o + 3]!) * a;
      texels[o + 4]! += (dab.shade - texels[o + 4]!) * a;
    }
  }
}

/** Arching plumes feathered with narrow leaves. */
function bambooDabs(random: Random, isDwarf: boolean): Dab[] {
  const dabs: Dab[] = [];
  const plumes = isDwarf ? 52 : 34;
  const spread = isDwarf ? 84 : 18;
  for (let k = 0; k < plumes; k++) {
    const x0 = 64 + (random() - 0.5) * spread;
    const direction = (x0 - 64) / (isDwarf ? 40 : 9) + (random() - 0.5) * 1.1;
    const top = 160 * (isDwarf ? 0.3 + 0.62 * random() : 0.5 + 0.46 * random());
    const z = random() * 2 - 1;
    for (let t = 0; t < 1; t += 0.01) {
      const x = x0 + direction * (isDwarf ? 22 : 46) * t ** 3;
      const y = 158 - top * (t - 0.22 * t ** 4 * Math.abs(direction));
      if (random() > 0.9 || (t < 0.12 && random() > (isDwarf ? 0.7 : 0.3))) continue;
      const lx = x + (random() - 0.5) * (7 + 36 * t * (1 - t));
      dabs.push({
        x: lx,
        y: y + (random() - 0.35) * 9,
        depth: z + 0.4 * (random() - 0.5),
        radius: (3 + 2.4 * random()) * (isDwarf ? 1.2 : 1),
        aspect: 0.3,
        turnRad: (direction > 0 ? 0.9 : 2.2) + (random() - 0.5) * 1.5,
        nx: (lx - 64) / 60 + direction * 0.2,
        ny: 0.15 + 0.5 * t,
        nz: 0.3 + 0.45 * z,
        shade: clamp(0.12 + 0.5 * t + 0.25 * z + 0.3 * (random() - 0.5), 0.06, 1.05),
      });
    }
  }
  return dabs;
}

/** Leaves on the lobes of a crown; trunk and limbs are drawn at once, behind them. */
function crownDabs(random: Random, kind: SpriteKind, texels: Float32Array): Dab[] {
  const isPine = kind === 'pine';
  const isShrub = kind === 'shrub';
  const baseY = isShrub ? 157 : 115;
  const topY = 10;
  if (!isShrub) drawTrunk(random, isPine, texels);
  const dabs: Dab[] = [];
  const lobes = isPine ? 15 : 15 + Math.floor(random() * 6);
  for (let k = 0; k < lobes; k++) {
    const t = (k + 0.5) / lobes;
    const y = topY + 12 + (baseY - topY - 24) * (isPine ? t : t ** 0.85) + (random() - 0.5) * 8;
    const profile = isPine ? 0.22 + 0.6 * t : Math.sqrt(Math.max(0.05, 1 - (t * 1.75 - 0.95) ** 2));
    const radius = (isPine ? 9 + 9 * t : 15 + 9 * random()) * (isShrub ? 1.5 : 1);
    const turn = k * 2.4 + random();
    const out = profile * (isPine ? 26 : isShrub ? 30 : 40) * (0.35 + 0.6 * random());
    const lobe = { x: 64 + Math.cos(turn) * out, y, z: Math.sin(turn) * out, radius };
    const isOrchard = kind === 'plum' || kind === 'peach';
    const leaves = Math.round((isShrub ? 330 : isOrchard ? 95 : 220) * 1.5);
    for (let i = 0; i < leaves; i++) {
      const dab = leafDab(random, isPine, lobe, topY, baseY);
      if (dab.y <= 158) dabs.push(dab);
    }
  }
  return dabs;
}

function leafDab(
  random: Random,
  isPine: boolean,
  lobe: { x: number; y: number; z: number; radius: number },
  topY: number,
  baseY: number,
): Dab {
  const u = 2 * random() - 1;
  const p = random() * 2 * Math.PI;
  const flat = Math.sqrt(1 - u * u);
  const r = lobe.radius * (0.72 + 0.38 * random());
  const dx = flat * Math.cos(p);
  const dy = u * 0.82;
  const dz = flat * Math.sin(p);
  const x = lobe.x + dx * r;
  const y = lobe.y + dy * r;
  const z = lobe.z + dz * r;
  const below = clamp(0.62 - 0.45 * dy, 0.12, 1);
  const height = 1 - (y - topY) / (baseY - topY + 10);
  const shade = clamp(0.18 + 0.5 * below + 0.35 * height + (random() - 0.5) * 0.3, 0.08, 1.15);
  return {
    x,
    y,
    depth: z,
    radius: isPine ? 1.7 : 1.25 + 1.1 * random(),
    aspect: 0.55,
    turnRad: random() * Math.PI,
    nx: dx * 0.75 + (lobe.x - 64) / 120,
    ny: -dy * 0.8 + 0.15,
    nz: dz * 0.75 + lobe.z / 120,
    shade: shade * (0.55 + 0.45 * clamp(0.45 + z / 70, 0.3, 1)),
  };
}

function drawTrunk(random: Random, isPine: boolean, texels: Float32Array): void {
  const stick = (x0: number, y0: number, x1: number, y1: number, width: number): void => {
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let t = 0; t <= length; t += 0.5) {
      const x = x0 + ((x1 - x0) * t) / length;
      const y = y0 + ((y1 - y0) * t) / length;
      const dab = {
        x,
        y,
        depth: 0,
        radius: width,
        aspect: 1,
        turnRad: 0,
        nx: 0,
        ny: 0.2,
        nz: 0.6,
        shade: -0.25,
      };
      stamp(texels, dab, 1);
    }
  };
  const lean = (random() - 0.5) * 10;
  stick(64, 159, 64 + lean, 72, isPine ? 1.2 : 1.5);
  if (isPine) return;
  for (let k = 0; k < 4; k++) {
    stick(
      64 + lean * 0.6,
      160 * (0.62 - 0.05 * k),
      64 + (random() - 0.5) * 70,
      160 * (0.35 + 0.15 * random()),
      1.2,
    );
  }
}

function withSmaller(full: SpriteLevel): readonly SpriteLevel[] {
  const levels = [full];
  for (let from = full; from.width > 3; ) {
    const width = from.width >> 1;
    const height = from.height >> 1;
    const texels = new Float32Array(width * height * TEXEL);
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) {
        for (let c = 0; c < TEXEL; c++) {
          const p = (2 * j * from.width + 2 * i) * TEXEL + c;
          const q = p + from.width * TEXEL;
          texels[(j * width + i) * TEXEL + c] =
            (from.texels[p]! +
              from.texels[p + TEXEL]! +
              from.texels[q]! +
              from.texels[q + TEXEL]!) /
            4;
        }
      }
    }
    from = { width, height, texels };
    levels.push(from);
  }
  return levels;
}
