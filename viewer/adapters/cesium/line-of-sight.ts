import { Cartesian3, type CesiumWidget, Ray } from 'cesium';
import { isBelowHorizon } from '#core/geo/horizon';

/** Slack before a hill counts as standing in front of a pin. */
const SLACK_M = 250;

/** True while the curve of the Earth does not hide a position. Cheap: for every frame. */
export function isOverHorizon(widget: CesiumWidget, position: Cartesian3): boolean {
  const { positionWC } = widget.scene.camera;
  return !isBelowHorizon(
    [positionWC.x, positionWC.y, positionWC.z],
    [position.x, position.y, position.z],
  );
}

/** True if no loaded terrain stands between camera and position. For settled views. */
export function isInSight(widget: CesiumWidget, position: Cartesian3): boolean {
  const { scene } = widget;
  const origin = scene.camera.positionWC;
  const toPlace = Cartesian3.subtract(position, origin, new Cartesian3());
  const distanceM = Cartesian3.magnitude(toPlace);
  if (distanceM < 1) return true;
  Cartesian3.divideByScalar(toPlace, distanceM, toPlace);
  const hit = scene.globe.pick(new Ray(origin, toPlace), scene);
  if (!hit) return true;
  return Cartesian3.distance(origin, hit) > distanceM - SLACK_M;
}
