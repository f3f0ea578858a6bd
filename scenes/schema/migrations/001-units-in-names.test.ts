import { describe, expect, it } from 'vitest';
import { panoramaJson } from '../../../tools/scene/testing/scene-fixture';
import { parseRecord } from '../parse-record';
import { SCENE_SCHEMA_VERSION } from '../record-header';
import { unitsInNames } from './001-units-in-names';
import { MIGRATIONS, migrateRecord } from './migrate';

describe('unitsInNames', () => {
  it('puts the unit into every name, at any depth, and leaves the rest alone', () => {
    const old = {
      schemaVersion: 0,
      id: 'x',
      position: { lon: 104, lat: 21, elevation: 900 },
      legs: [{ coordinates: [[104, 21]], heading: 12 }],
      summary: { vi: 'lon', en: 'lat' },
    };
    expect(unitsInNames.migrate('place', old)).toEqual({
      schemaVersion: 0,
      id: 'x',
      position: { lonDeg: 104, latDeg: 21, heightOrthometricM: 900 },
      legs: [{ coordinates: [[104, 21]], headingDeg: 12 }],
      summary: { vi: 'lon', en: 'lat' },
    });
  });
});

describe('migrateRecord', () => {
  it('has one migration for every version', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: SCENE_SCHEMA_VERSION }, (_, version) => version),
    );
  });

  it('lifts a file of version 0 into one that parses like today’s', () => {
    const today = panoramaJson('east');
    const old = {
      ...today,
      schemaVersion: 0,
      position: { lon: 104.001, lat: 21.001, elevation: 1000 },
      pose: { heading: 90 },
    };
    expect(parseRecord('panorama', old)).toEqual(parseRecord('panorama', today));
  });

  it('does not touch a file of today', () => {
    const today = panoramaJson('east');
    expect(migrateRecord('panorama', today)).toEqual({ ok: true, value: today });
  });
});
