import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#scene';
import { addressOfFile, fileOfRecord } from './record-file';

describe('addressOfFile', () => {
  it.each([
    ['scene.json', { kind: 'scene', id: 'northwest', provinceId: null }],
    ['routes/northwest-arc.json', { kind: 'route', id: 'northwest-arc', provinceId: null }],
    ['climate/sa-pa.json', { kind: 'climate', id: 'sa-pa', provinceId: null }],
    ['lao-cai/places/sa-pa.json', { kind: 'place', id: 'sa-pa', provinceId: 'lao-cai' }],
    ['lao-cai/sa-pa.json', null],
    ['lao-cai/temples/x.json', null],
    ['a/b/c/d.json', null],
    ['constructor/x.json', null],
  ])('reads %s', (file, address) => {
    expect(addressOfFile(file, 'northwest')).toEqual(address);
  });
});

describe('fileOfRecord', () => {
  it.each(RECORD_KINDS)('is undone by addressOfFile for a %s', (kind) => {
    const isOwned = ['place', 'panorama', 'event', 'product'].includes(kind);
    const id = kind === 'scene' ? 'northwest' : 'x';
    const address = { kind, id, provinceId: isOwned ? 'son-la' : null };
    expect(addressOfFile(fileOfRecord(address), 'northwest')).toEqual(address);
  });

  it('wants a province for a place', () => {
    expect(() => fileOfRecord({ kind: 'place', id: 'x', provinceId: null })).toThrow(RangeError);
  });
});
