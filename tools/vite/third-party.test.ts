import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { noticesText, packageFolders, readShippedPackages, sbomJson } from './third-party';

describe('packageFolders', () => {
  it('names each package once, scoped and nested ones too', () => {
    expect(
      packageFolders([
        '/x/node_modules/three/build/a.js',
        '/x/node_modules/three/build/b.js?v=1',
        '/x/node_modules/@cesium/engine/index.js',
        '/x/node_modules/a/node_modules/b/c.js',
        '/x/viewer/app/main.tsx',
        '\0/x/node_modules/virtual/x.js',
      ]),
    ).toEqual([
      'node_modules/@cesium/engine',
      'node_modules/a/node_modules/b',
      'node_modules/three',
    ]);
  });
});

describe('readShippedPackages', () => {
  it('gives licence texts and a bill of materials with hashes', async () => {
    const packages = await readShippedPackages(ROOT_DIR, [
      'node_modules/three',
      'node_modules/@cesium/engine',
    ]);
    const notices = noticesText(packages);
    expect(notices).toContain('@cesium/engine 26.3.0\nLicence: Apache-2.0');
    expect(notices).toContain('Permission is hereby granted, free of charge');
    const sbom = JSON.parse(sbomJson({ name: 'x', version: '1' }, packages));
    expect(sbom.components[1]).toEqual({
      type: 'library',
      'bom-ref': 'pkg:npm/three@0.185.1',
      name: 'three',
      version: '0.185.1',
      purl: 'pkg:npm/three@0.185.1',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    });
  });
});
