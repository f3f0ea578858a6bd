import { writeArrayBuffer } from 'geotiff';
import { writeInto } from '../io/files';

/** Where the pixels of a {@link writeDem} file lie and what its keys say. */
export interface DemShape {
  readonly cols: number;
  readonly rows: number;
  /** Corner of the first pixel, in the file's own plane. */
  readonly west: number;
  readonly north: number;
  readonly step: number;
  readonly stepY?: number;
  /** EPSG of a projected plane; degrees of WGS84 without it. */
  readonly epsg?: number;
  /** More tags and keys. */
  readonly tags?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a GeoTIFF of 32-bit heights.
 *
 * @param surface - height at the centre of a pixel, in the file's own plane
 */
export async function writeDem(
  file: string,
  shape: DemShape,
  surface: (x: number, y: number) => number,
): Promise<string> {
  const { cols, rows, west, north, step, stepY = step, epsg } = shape;
  const heights = Float32Array.from({ length: cols * rows }, (_, i) =>
    surface(west + ((i % cols) + 0.5) * step, north - (Math.floor(i / cols) + 0.5) * stepY),
  );
  const crs =
    epsg === undefined
      ? { GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 }
      : { GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: epsg };
  const metadata = {
    width: cols,
    height: rows,
    ModelTiepoint: [0, 0, 0, west, north, 0],
    ModelPixelScale: [step, stepY, 0],
    GTRasterTypeGeoKey: 1,
    ...crs,
    ...shape.tags,
  };
  const bytes = writeArrayBuffer(heights as unknown as number[], metadata as never);
  await writeInto(file, new Uint8Array(bytes as ArrayBuffer));
  return file;
}
