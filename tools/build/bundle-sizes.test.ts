import { describe, expect, it } from 'vitest';
import { partsOfBundle } from './bundle-sizes';

describe('partsOfBundle', () => {
  it('counts a file with the first part that loads it', () => {
    const parts = partsOfBundle({
      'index.html': {
        file: 'index.js',
        isEntry: true,
        imports: ['_react.js'],
        dynamicImports: ['a.ts', 'b.ts', 'c.ts'],
        css: ['index.css'],
      },
      '_react.js': { file: 'react.js', name: 'react' },
      'a.ts': { file: 'a.js', imports: ['_react.js', '_globe.js'], css: ['a.css'] },
      '_globe.js': { file: 'globe.js', name: 'globe' },
      'b.ts': { file: 'b.js', imports: ['_panorama.js'], dynamicImports: ['d.ts'] },
      '_panorama.js': { file: 'panorama.js', name: 'panorama' },
      'c.ts': { file: 'c.js' },
      'd.ts': { file: 'd.js', imports: ['_panorama.js'] },
      '_font.css': { file: 'font.woff2' },
    });
    expect(Object.fromEntries(parts)).toEqual({
      'index.js': 'shell',
      'index.css': 'shell',
      'react.js': 'shell',
      'a.js': 'globe',
      'a.css': 'globe',
      'globe.js': 'globe',
      'b.js': 'panorama',
      'panorama.js': 'panorama',
      'd.js': 'panorama',
      'c.js': 'other',
      'font.woff2': 'other',
    });
  });
});
