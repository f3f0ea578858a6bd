import { clamp, mix } from '../maths/curves';
import { hashCell } from '../maths/random';
import { GRADE_CELL_PX, type Grade, luminance } from './grade';

const BRIGHTEST = 60;
const MIDDLE_LOG = Math.log(0.42);

/**
 * Develops rows of a linear picture: dodging below the horizon as a photographer would, bloom,
 * a film-like curve in which bright light loses colour, sRGB, dither.
 *
 * @param out - 8-bit picture, three bytes a pixel
 */
export function developRows(
  frame: Float32Array,
  widthPx: number,
  grade: Grade,
  fromRow: number,
  toRow: number,
  out: Uint8Array,
): void {
  const heightPx = widthPx / 2;
  const light = new Float64Array(3);
  const corner = { a: 0, b: 0, c: 0, d: 0, u: 0, v: 0 };
  for (let y = fromRow; y < toRow; y++) {
    const dodge = 0.12 + 0.36 * clamp((y / heightPx - 0.485) / 0.05, 0, 1);
    for (let x = 0; x < widthPx; x++) {
      locate(grade, x, y, corner);
      const around = bilinear(grade.surround, 1, 0, corner);
      const gain = grade.exposure * Math.exp(clamp((MIDDLE_LOG - around) * dodge, -0.25, 1.1));
      const o = (y * widthPx + x) * 3;
      for (let c = 0; c < 3; c++) {
        light[c] =
          gain * (Math.min(frame[o + c]!, BRIGHTEST) + bilinear(grade.bloom, 3, c, corner));
      }
      const mean = luminance(light[0]!, light[1]!, light[2]!);
      const fade = 0.02 + (0.22 * mean) / (mean + 6);
      for (let c = 0; c < 3; c++) {
        const dither = hashCell(x, y, 40 + c) - 0.5;
        out[o + c] = toByte(light[c]! * (1 - fade) + mean * fade, dither);
      }
    }
  }
}

export function toByte(value: number, dither: number): number {
  const x = Math.max(0, value - 0.0015);
  const film = Math.min(1, ((x * (1 + x / 30)) / (x + 0.78)) * 1.02);
  const s = film < 0.0031308 ? 12.92 * film : 1.055 * film ** (1 / 2.4) - 0.055;
  const contrast = s + 0.12 * (s * s * (3 - 2 * s) - s);
  return clamp(Math.round(contrast * 255 + dither), 0, 255);
}

interface Corner {
  a: number;
  b: number;
  c: number;
  d: number;
  u: number;
  v: number;
}

function locate({ columns, rows }: Grade, x: number, y: number, corner: Corner): void {
  const fx = (x + 0.5) / GRADE_CELL_PX - 0.5;
  const fy = clamp((y + 0.5) / GRADE_CELL_PX - 0.5, 0, rows - 1.001);
  const i = Math.floor(fx);
  const j = Math.floor(fy);
  const left = (i + columns) % columns;
  const right = (i + 1) % columns;
  corner.a = j * columns + left;
  corner.b = j * columns + right;
  corner.c = corner.a + columns;
  corner.d = corner.b + columns;
  corner.u = fx - i;
  corner.v = fy - j;
}

function bilinear(map: Float32Array, stride: number, c: number, corner: Corner): number {
  const low = mix(map[corner.a * stride + c]!, map[corner.b * stride + c]!, corner.u);
  const high = mix(map[corner.c * stride + c]!, map[corner.d * stride + c]!, corner.u);
  return mix(low, high, corner.v);
}
