import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { formatCheck } from './text';

/** WGS84 longitude in degrees, east positive. */
export const lonDegSchema = z.number().min(-180).max(180);
/** WGS84 latitude in degrees, north positive. */
export const latDegSchema = z.number().min(-90).max(90);
/** Height above the EGM96 geoid (mean sea level) in metres: what maps and signs say. */
export const heightOrthometricMSchema = z.number().min(-100).max(9000);
/** Compass azimuth in degrees, 0 = true north, clockwise, [0, 360). */
export const headingDegSchema = z.number().min(0).lt(360);
/** Degrees above the horizon, + = up. */
export const pitchDegSchema = z.number().min(-90).max(90);

/** A vertex of a line: [longitude, latitude] in degrees (RFC 7946 order). */
export const vertexSchema = z.tuple([lonDegSchema, latDegSchema]).meta({ id: 'Vertex' });

/** A point on the ground. */
export const groundPositionSchema = z.strictObject({
  lonDeg: lonDegSchema,
  latDeg: latDegSchema,
  /** True where the point is only roughly known (some hundreds of metres). */
  isApproximate: z.boolean().exactOptional(),
});

/** Where a camera stood or would stand. */
export const cameraPositionSchema = z.strictObject({
  lonDeg: lonDegSchema,
  latDeg: latDegSchema,
  /** Of the lens, not of the ground below. */
  heightOrthometricM: heightOrthometricMSchema,
});

/** A box in degrees; west may be greater than east across the antimeridian. */
export const boxDegSchema = z
  .strictObject({
    westDeg: lonDegSchema,
    southDeg: latDegSchema,
    eastDeg: lonDegSchema,
    northDeg: latDegSchema,
  })
  .check(
    formatCheck(
      'scene-box-empty',
      (box) => box.southDeg < box.northDeg && box.westDeg !== box.eastDeg,
    ),
  );

/** A camera over the globe. */
export const cameraViewSchema = z.strictObject({
  lonDeg: lonDegSchema,
  latDeg: latDegSchema,
  /** Above the WGS84 ellipsoid. */
  heightEllipsoidalM: z.number().min(10).max(30_000_000),
  headingDeg: headingDegSchema,
  pitchDeg: pitchDegSchema,
});

export type GroundPosition = DeepReadonly<z.output<typeof groundPositionSchema>>;
export type CameraPosition = DeepReadonly<z.output<typeof cameraPositionSchema>>;
