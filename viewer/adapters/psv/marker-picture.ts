import { directionOfPixel, enuOfDirection, type WorldDirection } from '#core/panorama/direction';
import type { PanoramaPose } from '#core/panorama/pose';

/** A coloured disc at a known direction of the world. */
export interface Marker {
  readonly direction: WorldDirection;
  readonly colour: readonly [red: number, green: number, blue: number];
}

const WIDTH_PX = 1024;
const RADIUS_RAD = (5 * Math.PI) / 180;

/**
 * An equirectangular picture as a camera of a given pose would take it of a grey world with
 * coloured discs. For tests of where things appear.
 *
 * @returns address of the picture, to be revoked by the caller
 */
export async function markerPictureUrl(
  pose: PanoramaPose,
  markers: readonly Marker[],
): Promise<string> {
  const canvas = new OffscreenCanvas(WIDTH_PX, WIDTH_PX / 2);
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('Expected a 2D context, found none.');
  const image = context.createImageData(WIDTH_PX, WIDTH_PX / 2);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const seen = directionOfPixel((x + 0.5) / image.width, (y + 0.5) / image.height, pose);
      const [red, green, blue] = colourAt(seen, markers);
      image.data.set([red, green, blue, 255], (y * image.width + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }));
}

function colourAt(seen: WorldDirection, markers: readonly Marker[]): Marker['colour'] {
  const [e, n, u] = enuOfDirection(seen);
  for (const marker of markers) {
    const [me, mn, mu] = enuOfDirection(marker.direction);
    if (e * me + n * mn + u * mu > Math.cos(RADIUS_RAD)) return marker.colour;
  }
  return [128, 128, 128];
}
