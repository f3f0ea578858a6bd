export { instantInVietnam, type SunPosition, sunPosition } from '#core/geo/sun-position';
