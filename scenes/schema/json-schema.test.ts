import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { fixtureJson, panoramaJson } from '../../tools/scene/testing/scene-fixture';
import { jsonSchemaOf } from './json-schema';
import { parseRecord } from './parse-record';
import { RECORD_KINDS, type RecordKind } from './record-kinds';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map(RECORD_KINDS.map((kind) => [kind, ajv.compile(jsonSchemaOf(kind))]));

const place = fixtureJson('lao-cai/places/hill.json');
const route = fixtureJson('routes/there.json');
const { credit: _, ...withoutCredit } = panoramaJson('east');

const VALID: readonly [string, RecordKind, unknown][] = [
  ['the scene', 'scene', fixtureJson('scene.json')],
  ['a province', 'province', fixtureJson('provinces/lao-cai.json')],
  ['an old province', 'province-before-2025', fixtureJson('provinces-before-2025/yen-bai.json')],
  ['a gateway', 'gateway', fixtureJson('gateways/ha-noi.json')],
  ['a place', 'place', place],
  ['a place with an unknown height', 'place', fixtureJson('lao-cai/places/lake.json')],
  ['a place that names its schema', 'place', { $schema: '../place.json', ...place }],
  ['a panorama', 'panorama', panoramaJson('east')],
  ['a draft without credit', 'panorama', { ...withoutCredit, isDraft: true }],
  ['a route', 'route', route],
];

const INVALID: readonly [string, RecordKind, unknown][] = [
  ['an unknown field', 'place', { ...place, colour: 'red' }],
  ['a missing language', 'place', { ...place, name: { vi: 'Đồi' } }],
  ['HTML', 'place', { ...place, name: { vi: '<b>Đồi</b>', en: 'Hill' } }],
  ['a control character', 'place', { ...place, name: { vi: 'Đ\u0007ồi', en: 'Hill' } }],
  ['a zero-width space', 'place', { ...place, name: { vi: 'Đ\u200bồi', en: 'Hill' } }],
  ['an id with a space', 'place', { ...place, id: 'the hill' }],
  ['a repeated province', 'place', { ...place, provinceIds: ['a', 'a'] }],
  ['a latitude of 91', 'place', { ...place, position: { lonDeg: 1, latDeg: 91 } }],
  ['a published panorama without credit', 'panorama', withoutCredit],
  ['a photograph with a recipe', 'panorama', panoramaJson('east', { recipe: 'recipe.json' })],
  ['a heading of 360', 'panorama', panoramaJson('east', { pose: { headingDeg: 360 } })],
  ['a leg of one vertex', 'route', { ...route, legs: [{ mode: 'trek', coordinates: [[1, 2]] }] }],
  ['an old version', 'place', { ...place, schemaVersion: 2 }],
];

function accepts(kind: RecordKind, json: unknown) {
  return { zod: parseRecord(kind, json).ok, ajv: validators.get(kind)?.(json) };
}

describe('jsonSchemaOf', () => {
  it.each(VALID)('accepts %s as the parser does', (_what, kind, json) => {
    expect(accepts(kind, json)).toEqual({ zod: true, ajv: true });
  });

  it.each(INVALID)('refuses %s as the parser does', (_what, kind, json) => {
    expect(accepts(kind, json)).toEqual({ zod: false, ajv: false });
  });

  it('names the dialect and gives no address of a host', () => {
    const schema = jsonSchemaOf('place');
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe('place.json');
  });
});
