import { degFromRad, radFromDeg, TURN_RAD } from '#core/geo/angles';
import type { Enu } from '#core/geo/enu';
import { enuFromCamera } from '#core/panorama/direction';
import type { PaintedLight, PictureWindow } from '../paint-picture';

/** Measures of a still's picture. */
export const STILL_SIZE = { widthPx: 1200, heightPx: 800 } as const;

/** Where a still looks; held level. */
export interface StillCamera {
  /** True north, clockwise. */
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly horizontalFovDeg: number;
}

/** Linear light in perspective, three numbers a pixel, top row first. */
export interface StillLight {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly light: Float32Array;
  /** Row of the horizon; outside the picture where the camera looks far up or down. */
  readonly horizonRow: number;
}

const MARGIN_PX = 3;

/** The part of a panorama of a width that a camera sees. */
export function windowOf(camera: StillCamera, panoramaWidthPx: number): PictureWindow {
  const { widthPx, heightPx } = STILL_SIZE;
  const rayOf = createRays(camera);
  const perTurn = panoramaWidthPx / TURN_RAD;
  const columns = { from: Infinity, to: -Infinity };
  const rows = { from: Infinity, to: -Infinity };
  for (let i = 0; i <= 40; i++) {
    for (const [x, y] of [
      [(widthPx * i) / 40, 0],
      [(widthPx * i) / 40, heightPx],
      [0, (heightPx * i) / 40],
      [widthPx, (heightPx * i) / 40],
    ] as const) {
      const { turnRad, pitchRad } = rayOf(x, y);
      const column = (radFromDeg(camera.headingDeg) + turnRad) * perTurn + panoramaWidthPx / 2;
      const row = (0.5 - pitchRad / Math.PI) * (panoramaWidthPx / 2);
      columns.from = Math.min(columns.from, column);
      columns.to = Math.max(columns.to, column);
      rows.from = Math.min(rows.from, row);
      rows.to = Math.max(rows.to, row);
    }
  }
  return {
    fromColumn: Math.floor(columns.from) - MARGIN_PX,
    toColumn: Math.ceil(columns.to) + MARGIN_PX,
    fromRow: Math.max(0, Math.floor(rows.from) - MARGIN_PX),
    toRow: Math.min(panoramaWidthPx / 2, Math.ceil(rows.to) + MARGIN_PX),
  };
}

/** Half of the angle between the leftmost and rightmost heading of a picture, degrees. */
export function halfAngleDeg(camera: StillCamera): number {
  const rayOf = createRays(camera);
  const { widthPx, heightPx } = STILL_SIZE;
  return Math.max(...[0, heightPx].map((y) => Math.abs(degFromRad(rayOf(widthPx, y).turnRad))));
}

/** What the camera sees of painted light; bilinear. */
export function perspective(painted: PaintedLight, camera: StillCamera): StillLight {
  const { widthPx, heightPx } = STILL_SIZE;
  const rayOf = createRays(camera);
  const wide = painted.widthPx;
  const high = wide / 2;
  const light = new Float32Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const { turnRad, pitchRad } = rayOf(x + 0.5, y + 0.5);
      const u = ((radFromDeg(camera.headingDeg) + turnRad) / TURN_RAD + 0.5) * wide - 0.5;
      const v = (0.5 - pitchRad / Math.PI) * high - 0.5;
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const left = ((i % wide) + wide) % wide;
      const right = (left + 1) % wide;
      const [s, t] = [u - i, v - j];
      for (let c = 0; c < 3; c++) {
        const at = (col: number, row: number) => painted.light[(row * wide + col) * 3 + c] ?? 0;
        const above = at(left, j) * (1 - s) + at(right, j) * s;
        const below = at(left, j + 1) * (1 - s) + at(right, j + 1) * s;
        light[(y * widthPx + x) * 3 + c] = above * (1 - t) + below * t;
      }
    }
  }
  const focalPx = focalOf(camera);
  const horizonRow = heightPx / 2 + focalPx * Math.tan(radFromDeg(camera.pitchDeg));
  return { widthPx, heightPx, light, horizonRow };
}

function focalOf({ horizontalFovDeg }: StillCamera): number {
  return STILL_SIZE.widthPx / 2 / Math.tan(radFromDeg(horizontalFovDeg) / 2);
}

/** Direction of a point of the picture: turn from the camera's heading, and elevation. */
function createRays(
  camera: StillCamera,
): (x: number, y: number) => { turnRad: number; pitchRad: number } {
  const { widthPx, heightPx } = STILL_SIZE;
  const focalPx = focalOf(camera);
  const look = { headingDeg: 0, pitchDeg: camera.pitchDeg, rollDeg: 0 };
  return (x, y) => {
    const ray: Enu = [x - widthPx / 2, focalPx, heightPx / 2 - y];
    const [east, north, up] = enuFromCamera(ray, look);
    return {
      turnRad: Math.atan2(east, north),
      pitchRad: Math.atan2(up, Math.hypot(east, north)),
    };
  };
}
