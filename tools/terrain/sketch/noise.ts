/** A number in [0, 1) that depends on two whole numbers and a seed alone. */
export function hash01(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1442695041);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/**
 * Smooth noise of wavelength 1: gradients on a lattice, quintic in between.
 *
 * @returns about -1 to 1, mean 0
 * @see K. Perlin, Improving Noise (2002)
 */
export function gradientNoise(x: number, y: number, seed: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const north = slant(ix, iy, fx, fy, seed) * (1 - u) + slant(ix + 1, iy, fx - 1, fy, seed) * u;
  const south =
    slant(ix, iy + 1, fx, fy - 1, seed) * (1 - u) + slant(ix + 1, iy + 1, fx - 1, fy - 1, seed) * u;
  return 1.5 * (north + v * (south - north));
}

/** Sum of noises whose wavelength halves and whose height falls by `falloff` each time. */
export function fractalNoise(
  x: number,
  y: number,
  seed: number,
  octaves: number,
  falloff: number,
): number {
  let sum = 0;
  let amplitude = 1;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += amplitude * gradientNoise(x * scale, y * scale, seed + octave);
    amplitude *= falloff;
    scale *= 2;
  }
  return sum;
}

function slant(ix: number, iy: number, fx: number, fy: number, seed: number): number {
  const turn = hash01(ix, iy, seed) * 8;
  // Eight directions, a little uneven, without sine and cosine.
  const a = 1 - Math.abs((turn % 4) - 2);
  const b = 1 - Math.abs(((turn + 2) % 4) - 2) * 1;
  const side = turn < 4 ? 1 : -1;
  return side * (a * fx + b * fy);
}
