import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { CESIUM_BARREL_PATH, namesImportedFromCesium } from './cesium-barrel';
import { cesiumStaticFiles, importedChunks } from './cesium-static';
import { threeCopies } from './one-three-plugin';
import { annotatePureComponents } from './resium-pure';
import { applyPatches, patchesFor } from './source-patch';
import {
  CONTEXT_PATCHES,
  CSP_PATCHES,
  cesiumBaseUrlPatch,
  STORAGE_PATCHES,
} from './vendor-patches';

const PATCH = { fileEnd: 'a/b.js', reason: 'a reason', find: 'old', replace: '$& new' };

describe('applyPatches', () => {
  it('replaces the text as it is, without patterns', () => {
    expect(applyPatches('an old hat', [PATCH])).toBe('an $& new hat');
  });
  it.each([
    ['is gone', 'a hat'],
    ['is there twice', 'old and old'],
  ])('fails when the text %s', (_, source) => {
    expect(() => applyPatches(source, [PATCH])).toThrow(
      /expected the text of the patch "a reason"/,
    );
  });
});

describe('patchesFor', () => {
  it('knows a file by its end, with or without a query', () => {
    expect(patchesFor([PATCH], '/x/a/b.js?v=1')).toEqual([PATCH]);
    expect(patchesFor([PATCH], 'C:\\x\\a\\b.js')).toEqual([PATCH]);
    expect(patchesFor([PATCH], '/x/a/c.js')).toEqual([]);
  });
});

describe('CSP_PATCHES', () => {
  it.each([...CSP_PATCHES, ...CONTEXT_PATCHES, ...STORAGE_PATCHES, cesiumBaseUrlPatch('0')])(
    'fits the installed package: $reason',
    async (patch) => {
      const source = await readFile(join(ROOT_DIR, 'node_modules', patch.fileEnd), 'utf8');
      expect(applyPatches(source, [patch])).toContain(patch.replace);
    },
  );
});

describe('annotatePureComponents', () => {
  it('marks every factory call of the installed resium', async () => {
    const source = await readFile(join(ROOT_DIR, 'node_modules/resium/dist/resium.js'), 'utf8');
    const annotated = annotatePureComponents(source);
    expect(annotated.replaceAll('/* @__PURE__ */ ', '')).toBe(
      source.replaceAll('/* @__PURE__ */ ', ''),
    );
    expect(annotated).toMatch(/= \/\* @__PURE__ \*\/ J\(\{\n\tname: "Cesium3DTileset"/);
  });
  it('fails on a file of another shape', () => {
    expect(() => annotatePureComponents('var a = b({});')).toThrow('found 1');
  });
});

describe('CESIUM_BARREL_PATH', () => {
  it('has every name that resium imports, from the engine or as undefined', async () => {
    const read = (path: string) => readFile(join(ROOT_DIR, path), 'utf8');
    const engine = await read('node_modules/@cesium/engine/index.js');
    const barrel = await read(CESIUM_BARREL_PATH);
    const missing = namesImportedFromCesium(
      await read('node_modules/resium/dist/resium.js'),
    ).filter((name) => !engine.includes(`default as ${name} }`));
    expect(missing).toEqual(['Viewer']);
    expect(barrel).toContain('export const Viewer = undefined;');
  });
});

describe('namesImportedFromCesium', () => {
  it('reads values and not types', () => {
    expect(
      namesImportedFromCesium(`import { A as b,\n type C, D } from 'cesium'; import {E} from "x"`),
    ).toEqual(['A', 'D']);
  });
});

describe('cesiumStaticFiles', () => {
  it('ships every chunk that a shipped worker imports, and stays small', async () => {
    const files = new Set(await cesiumStaticFiles(ROOT_DIR));
    expect(files).toContain('Workers/createVerticesFromQuantizedTerrainMesh.js');
    expect(files).not.toContain('Workers/decodeDraco.js');
    for (const file of files) {
      if (!file.startsWith('Workers/')) continue;
      const text = await readFile(join(ROOT_DIR, 'node_modules/cesium/Build/Cesium', file), 'utf8');
      for (const chunk of importedChunks(text)) expect(files).toContain(`Workers/${chunk}`);
    }
  });
});

describe('threeCopies', () => {
  it('counts packages, not modules', () => {
    const one = '/a/node_modules/three/build/three.module.js';
    expect(threeCopies([one, '/a/node_modules/three/build/three.core.js', '/a/b.js'])).toEqual([
      '/a/node_modules/three',
    ]);
    expect(threeCopies([one, '/a/node_modules/x/node_modules/three/build/three.js'])).toHaveLength(
      2,
    );
  });
});
