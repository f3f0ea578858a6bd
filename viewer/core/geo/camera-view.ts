import { degFromRad, radFromDeg, wrapHeadingDeg } from './angles';
import { ecefFromGeodetic, geodeticFromEcef } from './ellipsoid';
import { ecefFromEnu, sightingOf } from './enu';

/** A camera over the globe: where it stands and where it looks. */
export interface CameraView {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightEllipsoidalM: number;
  /** Compass azimuth of the view, 0 = true north, clockwise. */
  readonly headingDeg: number;
  /** + = above the camera's horizon; -90 = straight down. */
  readonly pitchDeg: number;
}

/** A position to look at. */
export interface LookTarget {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightEllipsoidalM: number;
}

/** From which side, how steeply and from how far a target is looked at. */
export interface Approach {
  readonly headingDeg: number;
  /** Negative: from above. */
  readonly pitchDeg: number;
  readonly distanceM: number;
}

/**
 * The camera that has a target in the middle of its picture.
 *
 * Heading and pitch are those of the line of sight at the target; over tens of kilometres the
 * camera's own horizon differs by the curvature, which is corrected here.
 *
 * @throws RangeError if the distance is not positive
 */
export function cameraViewOf(target: LookTarget, approach: Approach): CameraView {
  if (!(approach.distanceM > 0)) {
    throw new RangeError(`Expected a positive distance in metres, got ${approach.distanceM}.`);
  }
  const origin = {
    lonRad: radFromDeg(target.lonDeg),
    latRad: radFromDeg(target.latDeg),
    heightEllipsoidalM: target.heightEllipsoidalM,
  };
  const headingRad = radFromDeg(approach.headingDeg);
  const pitchRad = radFromDeg(approach.pitchDeg);
  const flatM = approach.distanceM * Math.cos(pitchRad);
  const [dx, dy, dz] = ecefFromEnu(origin, [
    -flatM * Math.sin(headingRad),
    -flatM * Math.cos(headingRad),
    -approach.distanceM * Math.sin(pitchRad),
  ]);
  const [x, y, z] = ecefFromGeodetic(origin);
  const camera = geodeticFromEcef([x + dx, y + dy, z + dz]);
  const sighting = sightingOf(camera, origin);
  return {
    lonDeg: degFromRad(camera.lonRad),
    latDeg: degFromRad(camera.latRad),
    heightEllipsoidalM: camera.heightEllipsoidalM,
    headingDeg: wrapHeadingDeg(sighting.headingDeg),
    pitchDeg: sighting.pitchDeg,
  };
}
