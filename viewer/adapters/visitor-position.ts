/** A position as the device gives it, WGS84. */
export interface DevicePosition {
  readonly lonDeg: number;
  readonly latDeg: number;
}

const TIMEOUT_MS = 12_000;
const MAX_AGE_MS = 60_000;

/**
 * Asks the device where it is; the browser asks the visitor first. Coarse is enough, and spares
 * the battery.
 *
 * @returns null where the device has no sense of it, or the visitor or the device refuses
 */
export function askPosition(): Promise<DevicePosition | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lonDeg: coords.longitude, latDeg: coords.latitude }),
      () => resolve(null),
      { enableHighAccuracy: false, timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  });
}
