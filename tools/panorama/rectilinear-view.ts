import type { RawPicture } from '../io/picture';

export interface RectilinearViewOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly horizontalFovRad: number;
}

/**
 * What a camera with straight lines sees when it looks at the centre of an equirectangular
 * picture; bilinear.
 *
 * @param sphere - full 2:1 picture
 */
export function rectilinearView(sphere: RawPicture, options: RectilinearViewOptions): RawPicture {
  const { widthPx, heightPx, horizontalFovRad } = options;
  const focalPx = widthPx / 2 / Math.tan(horizontalFovRad / 2);
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    const down = y + 0.5 - heightPx / 2;
    for (let x = 0; x < widthPx; x++) {
      const right = x + 0.5 - widthPx / 2;
      const yawRad = Math.atan2(right, focalPx);
      const pitchRad = -Math.atan2(down, Math.hypot(right, focalPx));
      const u = (yawRad / (2 * Math.PI) + 0.5) * sphere.widthPx - 0.5;
      const v = (0.5 - pitchRad / Math.PI) * sphere.heightPx - 0.5;
      sampleInto(data, (y * widthPx + x) * 3, sphere, u, v);
    }
  }
  return { data, widthPx, heightPx, channels: 3 };
}

/** Bilinear sample at pixel coordinates well inside the rows; columns wrap. */
function sampleInto(out: Uint8Array, at: number, sphere: RawPicture, u: number, v: number): void {
  const { data, widthPx, heightPx } = sphere;
  const x0 = Math.floor(u);
  const y0 = Math.min(Math.max(Math.floor(v), 0), heightPx - 2);
  const fx = u - x0;
  const fy = Math.min(Math.max(v - y0, 0), 1);
  const left = ((x0 + widthPx) % widthPx) * 3;
  const right = ((x0 + 1 + widthPx) % widthPx) * 3;
  const top = y0 * widthPx * 3;
  const bottom = top + widthPx * 3;
  for (let c = 0; c < 3; c++) {
    const above = (data[top + left + c] ?? 0) * (1 - fx) + (data[top + right + c] ?? 0) * fx;
    const below = (data[bottom + left + c] ?? 0) * (1 - fx) + (data[bottom + right + c] ?? 0) * fx;
    out[at + c] = Math.round(above * (1 - fy) + below * fy);
  }
}
