/** A fast Fourier transform for lengths that are powers of two. */
export class Spectrum {
  readonly #length: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  /** @throws RangeError if the length is no power of two */
  constructor(length: number) {
    if (length < 2 || (length & (length - 1)) !== 0) {
      throw new RangeError(`Expected a power of two, got ${length}.`);
    }
    this.#length = length;
    this.#cos = new Float64Array(length / 2);
    this.#sin = new Float64Array(length / 2);
    for (let i = 0; i < length / 2; i++) {
      this.#cos[i] = Math.cos((2 * Math.PI * i) / length);
      this.#sin[i] = Math.sin((2 * Math.PI * i) / length);
    }
  }

  /** Transforms real and imaginary parts in place, forwards. */
  run(re: Float64Array, im: Float64Array): void {
    const n = this.#length;
    reorder(re, im, n);
    for (let size = 2; size <= n; size *= 2) {
      const half = size / 2;
      const stride = n / size;
      for (let start = 0; start < n; start += size) {
        for (let k = 0; k < half; k++) {
          const c = this.#cos[k * stride] ?? 0;
          const s = this.#sin[k * stride] ?? 0;
          const a = start + k;
          const b = a + half;
          const [reB, imB] = [re[b] ?? 0, im[b] ?? 0];
          const turnedRe = c * reB + s * imB;
          const turnedIm = c * imB - s * reB;
          const [reA, imA] = [re[a] ?? 0, im[a] ?? 0];
          re[b] = reA - turnedRe;
          im[b] = imA - turnedIm;
          re[a] = reA + turnedRe;
          im[a] = imA + turnedIm;
        }
      }
    }
  }
}

function reorder(re: Float64Array, im: Float64Array, n: number): void {
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0];
    [im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0];
  }
}
