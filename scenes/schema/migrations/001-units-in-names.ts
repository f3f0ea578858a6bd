import type { Migration, RawRecord } from './migration';

const NEW_NAMES: Readonly<Record<string, string>> = {
  lon: 'lonDeg',
  lat: 'latDeg',
  heading: 'headingDeg',
  pitch: 'pitchDeg',
  roll: 'rollDeg',
  fov: 'verticalFovDeg',
  elevation: 'heightOrthometricM',
};

/** Version 0, the form of the first trials, named angles and heights without their units. */
export const unitsInNames: Migration = {
  from: 0,
  what: 'Numbers say their unit in their name: lon becomes lonDeg, elevation heightOrthometricM.',
  migrate: (_kind, record) => renamed(record) as RawRecord,
};

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      Object.hasOwn(NEW_NAMES, name) ? NEW_NAMES[name] : name,
      renamed(inner),
    ]),
  );
}
