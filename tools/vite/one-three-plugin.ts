import type { Plugin } from 'vite';

/**
 * Fails the build when two copies of three.js would ship (73 KB gzip for nothing, and objects of
 * one that the other does not know).
 */
export function oneThreePlugin(): Plugin {
  return {
    name: 'arc:one-three',
    apply: 'build',
    buildEnd() {
      const copies = threeCopies(this.getModuleIds());
      if (copies.length > 1) {
        this.error(
          `Expected one copy of three, found ${copies.length}: ${copies.join(', ')}. ` +
            'Pin three to the range of @photo-sphere-viewer/core in package.json.',
        );
      }
    },
  };
}

/** Folders of the three.js packages that modules come from. */
export function threeCopies(moduleIds: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const folder = /^(.*\/node_modules\/three)\//.exec(id.replaceAll('\\', '/'))?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].sort();
}
