import { encodeMaster, type PictureFormat } from '../io/picture';

/**
 * An equirectangular picture for tests: red grows to the right, green downwards, blue marks a
 * fine check pattern, so that every pixel tells where it came from.
 */
export async function spherePicture(
  widthPx: number,
  heightPx: number,
  format: PictureFormat = 'jpeg',
): Promise<Uint8Array> {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (y * widthPx + x) * 3;
      data[at] = Math.floor((x / widthPx) * 256);
      data[at + 1] = Math.floor((y / heightPx) * 256);
      data[at + 2] = ((x >> 5) + (y >> 5)) % 2 === 0 ? 40 : 200;
    }
  }
  return encodeMaster({ data, widthPx, heightPx, channels: 3 }, format);
}

/** A JPEG with an XMP segment put in behind its start. */
export function withXmp(jpeg: Uint8Array, attributes: string): Uint8Array {
  const xmp = Buffer.from(
    `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" ${attributes}/></rdf:RDF></x:xmpmeta>`,
    'latin1',
  );
  const head = Buffer.from([0xff, 0xe1, (xmp.length + 2) >> 8, (xmp.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, xmp, jpeg.subarray(2)]);
}

/** The GPano attributes of a crop. */
export function gpanoCrop(full: readonly [number, number], left: number, top: number): string {
  return [
    'GPano:ProjectionType="equirectangular"',
    `GPano:FullPanoWidthPixels="${full[0]}" GPano:FullPanoHeightPixels="${full[1]}"`,
    `GPano:CroppedAreaLeftPixels="${left}" GPano:CroppedAreaTopPixels="${top}"`,
  ].join(' ');
}
