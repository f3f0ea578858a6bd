import { createRandom } from './random';

/** Distances found by {@link Noise.cells2}, and an id in [0, 255] of the nearest feature. */
export interface CellHit {
  nearest: number;
  second: number;
  id: number;
}

/** Height and slope found by {@link Noise.stripes2}. */
export interface StripeHit {
  height: number;
  slopeX: number;
  slopeY: number;
}

/** Seeded noise: every thread that has the same seed sees the same world. */
export interface Noise {
  /** Smooth gradient noise, about -1 to 1, period 256. */
  gradient2(x: number, y: number): number;
  gradient3(x: number, y: number, z: number): number;
  /** Octaves of gradient noise, each turned so that lattice directions never line up. */
  fractal2(x: number, y: number, octaves: number): number;
  fractal3(x: number, y: number, z: number, octaves: number): number;
  /** Worley cells; the answer is in the shared `cell`. */
  cells2(x: number, y: number): CellHit;
  /** Cosine stripes across the unit vector (acrossX, acrossY); the answer is in `stripe`. */
  stripes2(x: number, y: number, acrossX: number, acrossY: number, wavesPerCell: number): StripeHit;
}

interface Tables {
  readonly order: Uint8Array;
  readonly g2x: Float64Array;
  readonly g2y: Float64Array;
  readonly g3x: Float64Array;
  readonly g3y: Float64Array;
  readonly g3z: Float64Array;
  readonly jitterU: Float64Array;
  readonly jitterV: Float64Array;
}

/**
 * Makes the noise of one seed.
 *
 * @param seed - any integer
 */
export function createNoise(seed: number): Noise {
  const tables = createTables(seed);
  const gradient2 = createGradient2(tables);
  const gradient3 = createGradient3(tables);
  return {
    gradient2,
    gradient3,
    fractal2: createFractal2(gradient2),
    fractal3: createFractal3(gradient3),
    cells2: createCells2(tables),
    stripes2: createStripes2(tables),
  };
}

function createTables(seed: number): Tables {
  const random = createRandom(seed);
  const shuffled = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = shuffled[i]!;
    shuffled[i] = shuffled[j]!;
    shuffled[j] = kept;
  }
  const floats = () => new Float64Array(256);
  const tables: Tables = {
    order: Uint8Array.from({ length: 1024 }, (_, i) => shuffled[i & 255]!),
    g2x: floats(),
    g2y: floats(),
    g3x: floats(),
    g3y: floats(),
    g3z: floats(),
    jitterU: floats(),
    jitterV: floats(),
  };
  for (let i = 0; i < 256; i++) {
    const a = random() * 2 * Math.PI;
    const z = random() * 2 - 1;
    const flat = Math.sqrt(1 - z * z);
    const b = random() * 2 * Math.PI;
    tables.g2x[i] = Math.cos(a);
    tables.g2y[i] = Math.sin(a);
    tables.g3x[i] = flat * Math.cos(b);
    tables.g3y[i] = flat * Math.sin(b);
    tables.g3z[i] = z;
    tables.jitterU[i] = random();
    tables.jitterV[i] = random();
  }
  return tables;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function createGradient2({ order: p, g2x, g2y }: Tables): Noise['gradient2'] {
  return (x, y) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const u = x - fx;
    const v = y - fy;
    const i = fx & 255;
    const j = fy & 255;
    const a = p[i]! + j;
    const b = p[i + 1]! + j;
    const h00 = p[a]!;
    const h01 = p[a + 1]!;
    const h10 = p[b]!;
    const h11 = p[b + 1]!;
    const n00 = g2x[h00]! * u + g2y[h00]! * v;
    const n10 = g2x[h10]! * (u - 1) + g2y[h10]! * v;
    const n01 = g2x[h01]! * u + g2y[h01]! * (v - 1);
    const n11 = g2x[h11]! * (u - 1) + g2y[h11]! * (v - 1);
    const s = fade(u);
    const low = n00 + s * (n10 - n00);
    return (low + fade(v) * (n01 + s * (n11 - n01) - low)) * 1.5;
  };
}

function createGradient3({ order: p, g3x, g3y, g3z }: Tables): Noise['gradient3'] {
  const dot = (h: number, x: number, y: number, z: number) =>
    g3x[h]! * x + g3y[h]! * y + g3z[h]! * z;
  return (x, y, z) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const fz = Math.floor(z);
    const u = x - fx;
    const v = y - fy;
    const w = z - fz;
    const i = fx & 255;
    const j = fy & 255;
    const k = fz & 255;
    const a = p[i]! + j;
    const b = p[i + 1]! + j;
    const aa = p[a]! + k;
    const ab = p[a + 1]! + k;
    const ba = p[b]! + k;
    const bb = p[b + 1]! + k;
    const s = fade(u);
    const t = fade(v);
    const a0 = dot(p[aa]!, u, v, w);
    const a2 = dot(p[ab]!, u, v - 1, w);
    const near0 = a0 + s * (dot(p[ba]!, u - 1, v, w) - a0);
    const near1 = a2 + s * (dot(p[bb]!, u - 1, v - 1, w) - a2);
    const b0 = dot(p[aa + 1]!, u, v, w - 1);
    const b2 = dot(p[ab + 1]!, u, v - 1, w - 1);
    const far0 = b0 + s * (dot(p[ba + 1]!, u - 1, v, w - 1) - b0);
    const far1 = b2 + s * (dot(p[bb + 1]!, u - 1, v - 1, w - 1) - b2);
    const near = near0 + t * (near1 - near0);
    return (near + fade(w) * (far0 + t * (far1 - far0) - near)) * 1.5;
  };
}

function createFractal2(gradient2: Noise['gradient2']): Noise['fractal2'] {
  return (x, y, octaves) => {
    let amplitude = 0.5;
    let sum = 0;
    let px = x;
    let py = y;
    for (let i = 0; i < octaves; i++) {
      sum += amplitude * gradient2(px, py);
      amplitude *= 0.5;
      const turned = 1.62 * px - 1.18 * py + 13.1;
      py = 1.18 * px + 1.62 * py - 7.7;
      px = turned;
    }
    return sum;
  };
}

function createFractal3(gradient3: Noise['gradient3']): Noise['fractal3'] {
  return (x, y, z, octaves) => {
    let amplitude = 0.5;
    let sum = 0;
    let px = x;
    let py = y;
    let pz = z;
    for (let i = 0; i < octaves; i++) {
      sum += amplitude * gradient3(px, py, pz);
      amplitude *= 0.5;
      const turned = 1.6 * px - 1.2 * py + 5.3;
      py = 1.2 * px + 1.6 * py + 9.1;
      px = turned;
      pz = pz * 2.03 + 3.7;
    }
    return sum;
  };
}

function createCells2({ order: p, jitterU, jitterV }: Tables): Noise['cells2'] {
  const cell: CellHit = { nearest: 0, second: 0, id: 0 };
  return (x, y) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    let best = 9;
    let next = 9;
    let id = 0;
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const h = p[p[(fx + i) & 255]! + ((fy + j) & 255)]!;
        const dx = fx + i + jitterU[h]! - x;
        const dy = fy + j + jitterV[h]! - y;
        const d = dx * dx + dy * dy;
        if (d < best) {
          next = best;
          best = d;
          id = h;
        } else if (d < next) next = d;
      }
    }
    cell.nearest = Math.sqrt(best);
    cell.second = Math.sqrt(next);
    cell.id = id;
    return cell;
  };
}

function createStripes2({ order: p, jitterU, jitterV }: Tables): Noise['stripes2'] {
  const stripe: StripeHit = { height: 0, slopeX: 0, slopeY: 0 };
  return (x, y, acrossX, acrossY, wavesPerCell) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const k = 2 * Math.PI * wavesPerCell;
    let c = 0;
    let s = 0;
    let weight = 1e-6;
    for (let j = -1; j <= 2; j++) {
      for (let i = -1; i <= 2; i++) {
        const h = p[p[(fx + i) & 255]! + ((fy + j) & 255)]!;
        const dx = x - fx - i + (jitterU[h]! - 0.5) * 0.8;
        const dy = y - fy - j + (jitterV[h]! - 0.5) * 0.8;
        const q = 1 - (dx * dx + dy * dy) * 0.42;
        if (q <= 0) continue;
        const g = q * q * q;
        const phase = k * (dx * acrossX + dy * acrossY);
        c += g * Math.cos(phase);
        s += g * Math.sin(phase);
        weight += g;
      }
    }
    const slope = (-k * s) / weight;
    stripe.height = c / weight;
    stripe.slopeX = slope * acrossX;
    stripe.slopeY = slope * acrossY;
    return stripe;
  };
}
