import { radFromDeg, TURN_RAD } from '#core/geo/angles';
import type { Enu } from '#core/geo/enu';
import { cameraFromEnu, enuFromCamera } from '#core/panorama/direction';
import type { PanoramaPose } from '#core/panorama/pose';
import type { RawPicture } from '../io/picture';

export interface RectilinearViewOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly horizontalFovRad: number;
  /** Pose of the picture; level and facing north where absent. */
  readonly pose?: PanoramaPose;
  /** Where it looks in the level world; the pose's heading and the horizon where absent. */
  readonly headingDeg?: number;
  readonly pitchDeg?: number;
}

const LEVEL: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

/**
 * What a camera with straight lines, held level, sees in an equirectangular picture; bilinear.
 *
 * @param sphere - full 2:1 picture
 */
export function rectilinearView(sphere: RawPicture, options: RectilinearViewOptions): RawPicture {
  const { widthPx, heightPx, horizontalFovRad, pose = LEVEL } = options;
  const { headingDeg = pose.headingDeg, pitchDeg = 0 } = options;
  const focalPx = widthPx / 2 / Math.tan(horizontalFovRad / 2);
  const look = { headingDeg, pitchDeg, rollDeg: 0 };
  // The three axes of the view in the camera's own frame.
  const axis = (camera: Enu): Enu => cameraFromEnu(enuFromCamera(camera, look), pose);
  const right = axis([1, 0, 0]);
  const ahead = axis([0, 1, 0]);
  const up = axis([0, 0, 1]);
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    const high = heightPx / 2 - y - 0.5;
    for (let x = 0; x < widthPx; x++) {
      const wide = x + 0.5 - widthPx / 2;
      const east = right[0] * wide + ahead[0] * focalPx + up[0] * high;
      const north = right[1] * wide + ahead[1] * focalPx + up[1] * high;
      const above = right[2] * wide + ahead[2] * focalPx + up[2] * high;
      const u = (Math.atan2(east, north) / TURN_RAD + 0.5) * sphere.widthPx - 0.5;
      const pitchRad = Math.atan2(above, Math.hypot(east, north));
      const v = (0.5 - pitchRad / Math.PI) * sphere.heightPx - 0.5;
      sampleInto(data, (y * widthPx + x) * 3, sphere, u, v);
    }
  }
  return { data, widthPx, heightPx, channels: 3 };
}

/** Six views that show the whole sphere: north, east, south, west, the sky, the ground. */
export function contactSheet(sphere: RawPicture, pose: PanoramaPose, edgePx: number): RawPicture {
  const looks = [0, 90, 180, 270].map((headingDeg) => ({ headingDeg, pitchDeg: 0 }));
  const views = [...looks, { headingDeg: 0, pitchDeg: 90 }, { headingDeg: 0, pitchDeg: -90 }];
  const data = new Uint8Array(edgePx * 3 * edgePx * 2 * 3);
  const size = { widthPx: edgePx, heightPx: edgePx, horizontalFovRad: radFromDeg(90) };
  views.forEach((look, at) => {
    const view = rectilinearView(sphere, { ...size, pose, ...look });
    const left = (at % 3) * edgePx;
    const top = Math.floor(at / 3) * edgePx;
    for (let y = 0; y < edgePx; y++) {
      const row = view.data.subarray(y * edgePx * 3, (y + 1) * edgePx * 3);
      data.set(row, ((top + y) * edgePx * 3 + left) * 3);
    }
  });
  return { data, widthPx: edgePx * 3, heightPx: edgePx * 2, channels: 3 };
}

/** Bilinear sample at pixel coordinates; columns wrap, rows end at the poles. */
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
