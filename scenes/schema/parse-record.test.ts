import { describe, expect, it } from 'vitest';
import { fixtureJson, panoramaJson } from '../../tools/scene/testing/scene-fixture';
import { parseRecord } from './parse-record';
import { RECORD_KINDS, type RecordKind } from './record-kinds';

const place = () => fixtureJson('lao-cai/places/hill.json');
const route = () => fixtureJson('routes/there.json');

/** Code and path of every fault. */
function faults(kind: RecordKind, json: unknown): [string, string][] {
  const parsed = parseRecord(kind, json);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => [code, path]);
}

describe('parseRecord', () => {
  it('fills in the defaults', () => {
    const parsed = parseRecord('panorama', panoramaJson('east'));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        isDraft: false,
        medium: 'still',
        order: 0,
        links: [],
        hotspots: [],
        pose: { headingDeg: 90, pitchDeg: 0, rollDeg: 0 },
      },
    });
  });

  it('reports every fault at once with path, expected and found', () => {
    const parsed = parseRecord('place', {
      ...place(),
      name: { vi: 'Đồi' },
      position: { lonDeg: 'x', latDeg: 91 },
      extra: 1,
    });
    expect(parsed).toEqual({
      ok: false,
      error: [
        {
          code: 'scene-missing-field',
          path: '$.name.en',
          expected: 'a string',
          found: 'nothing',
          fix: 'Add the field.',
        },
        {
          code: 'scene-wrong-type',
          path: '$.position.lonDeg',
          expected: 'a number',
          found: '"x"',
          fix: 'Write a number.',
        },
        {
          code: 'scene-out-of-range',
          path: '$.position.latDeg',
          expected: 'at most 90',
          found: '91',
          fix: 'Write at most 90.',
        },
        {
          code: 'scene-unknown-field',
          path: '$.extra',
          expected: 'only fields of the schema',
          found: '"extra": 1',
          fix: 'Delete it, or mend its spelling.',
        },
      ],
    });
  });

  it.each<[string, RecordKind, () => unknown, [string, string][]]>([
    ['no object', 'place', () => [], [['scene-wrong-type', '$']]],
    ['null', 'place', () => null, [['scene-wrong-type', '$']]],
    [
      'no version',
      'place',
      () => ({ ...place(), schemaVersion: undefined }),
      [['scene-version-missing', '$.schemaVersion']],
    ],
    [
      'a newer version',
      'place',
      () => ({ ...place(), schemaVersion: 99 }),
      [['scene-version-newer', '$.schemaVersion']],
    ],
    [
      'an id with capitals',
      'place',
      () => ({ ...place(), id: 'Hill' }),
      [['scene-id-format', '$.id']],
    ],
    [
      'an unknown kind of place',
      'place',
      () => ({ ...place(), kind: 'volcano' }),
      [['scene-wrong-value', '$.kind']],
    ],
    [
      'an importance of six',
      'place',
      () => ({ ...place(), importance: 6 }),
      [['scene-wrong-value', '$.importance']],
    ],
    [
      'no province',
      'place',
      () => ({ ...place(), provinceIds: [] }),
      [['scene-out-of-range', '$.provinceIds']],
    ],
    [
      'three provinces',
      'place',
      () => ({ ...place(), provinceIds: ['a', 'b', 'c'] }),
      [['scene-out-of-range', '$.provinceIds']],
    ],
    [
      'a province named twice',
      'place',
      () => ({ ...place(), provinceIds: ['a', 'a'] }),
      [['scene-list-repeats', '$.provinceIds']],
    ],
    [
      'a height without its source',
      'place',
      () => ({ ...place(), heights: [{ heightOrthometricM: 5, says: { vi: 'a', en: 'a' } }] }),
      [['scene-missing-field', '$.heights[0].sourceIds']],
    ],
    [
      'an unknown without its reason',
      'place',
      () => ({ ...place(), heights: { unknown: null } }),
      [['scene-wrong-type', '$.heights.unknown']],
    ],
    [
      'fees without a date',
      'place',
      () => ({
        ...place(),
        fees: {
          items: [{ label: { vi: 'Vé', en: 'Fee' }, amountVnd: 20_000 }],
          sourceIds: ['own'],
        },
      }),
      [['scene-missing-field', '$.fees.validOn']],
    ],
    [
      'a fee of 30 February',
      'place',
      () => ({
        ...place(),
        fees: {
          items: [{ label: { vi: 'Vé', en: 'Fee' }, amountVnd: 1 }],
          validOn: '2026-02-30',
          sourceIds: ['own'],
        },
      }),
      [['scene-date-format', '$.fees.validOn']],
    ],
    [
      'no source at all',
      'place',
      () => ({ ...place(), sources: [] }),
      [['scene-out-of-range', '$.sources']],
    ],
    [
      'a source of no known type',
      'place',
      () => ({ ...place(), sources: [{ type: 'rumour' }] }),
      [['scene-wrong-value', '$.sources[0].type']],
    ],
    [
      'a script as address',
      'place',
      () => ({
        ...place(),
        links: [{ title: 'x', url: 'javascript:alert(1)', language: 'vi' }],
      }),
      [['scene-url-format', '$.links[0].url']],
    ],
    [
      'a way of travelling that there is not',
      'route',
      () => ({ ...route(), legs: [{ mode: 'dragon', coordinates: [] }] }),
      [['scene-wrong-value', '$.legs[0].mode']],
    ],
    [
      'a road number in words',
      'route',
      () => ({
        ...route(),
        legs: [
          {
            mode: 'road',
            roads: ['road six'],
            coordinates: [
              [104, 21],
              [104.1, 21],
            ],
          },
        ],
      }),
      [['scene-road-format', '$.legs[0].roads[0]']],
    ],
    [
      'a vertex with a height',
      'route',
      () => ({
        ...route(),
        legs: [
          {
            mode: 'trek',
            coordinates: [
              [104, 21, 5],
              [104.1, 21],
            ],
          },
        ],
      }),
      [['scene-out-of-range', '$.legs[0].coordinates[0]']],
    ],
    [
      'days the wrong way round',
      'route',
      () => ({ ...route(), days: { from: 3, to: 2 } }),
      [['scene-range-order', '$.days']],
    ],
    [
      'the same month twice',
      'route',
      () => ({ ...route(), seasons: [{ months: [9, 9], why: { vi: 'a', en: 'b' } }] }),
      [['scene-months-order', '$.seasons[0].months']],
    ],
    [
      'a heading of 360',
      'panorama',
      () => panoramaJson('east', { pose: { headingDeg: 360 } }),
      [['scene-out-of-range', '$.pose.headingDeg']],
    ],
    [
      'a licence that is none',
      'panorama',
      () => panoramaJson('east', { licence: 'free' }),
      [['scene-wrong-value', '$.licence']],
    ],
    [
      'a photograph with a recipe',
      'panorama',
      () => panoramaJson('east', { recipe: 'recipe.json' }),
      [['scene-unknown-field', '$.recipe']],
    ],
    [
      'a render whose recipe lies elsewhere',
      'panorama',
      () =>
        panoramaJson('east', {
          kind: 'render',
          recipe: '../recipe.json',
          renderNote: { vi: 'a', en: 'b' },
        }),
      [['scene-file-format', '$.recipe']],
    ],
    [
      'HTML in a hotspot',
      'panorama',
      () =>
        panoramaJson('east', {
          hotspots: [
            {
              id: 'x',
              type: 'info',
              at: { type: 'direction', headingDeg: 0, pitchDeg: 0 },
              title: { vi: 'a', en: 'b' },
              text: { vi: '<img src=x onerror=alert(1)>', en: 'b' },
            },
          ],
        }),
      [['scene-text-html', '$.hotspots[0].text.vi']],
    ],
  ])('refuses %s', (_what, kind, json, expected) => {
    expect(faults(kind, json())).toEqual(expected);
  });

  it.each(RECORD_KINDS)('refuses an empty %s without throwing', (kind) => {
    expect(faults(kind, { schemaVersion: 1 }).length).toBeGreaterThan(0);
  });
});
