import { join } from 'node:path';
import { brotliText } from '../io/compress';
import { readBytes, readText } from '../io/files';

/** What a visitor downloads together. */
export type BundlePart = 'shell' | 'globe' | 'panorama' | 'other';

/** Budgets in KiB, brotli at its best, script and style; stack.md says what was measured. */
export const BUNDLE_BUDGETS_KIB: Readonly<Record<Exclude<BundlePart, 'other'>, number>> = {
  shell: 120,
  globe: 800,
  panorama: 170,
};

/** A file of Vite's manifest, as far as it is read here. */
interface ManifestEntry {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

/** Entries by key. */
export type BundleManifest = Readonly<Record<string, ManifestEntry>>;

/**
 * Which part of the application each file belongs to: the shell is what the page needs at once,
 * the globe and the panorama what is loaded with their vendors.
 *
 * @returns part by file
 */
export function partsOfBundle(manifest: BundleManifest): ReadonlyMap<string, BundlePart> {
  const parts = new Map<string, BundlePart>();
  const put = (keys: Iterable<string>, part: BundlePart): void => {
    for (const key of keys) {
      const entry = manifest[key];
      for (const file of entry === undefined ? [] : [entry.file, ...(entry.css ?? [])]) {
        if (!parts.has(file)) parts.set(file, part);
      }
    }
  };
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  put(reachable(manifest, entries), 'shell');
  for (const [key, { dynamicImports = [] }] of Object.entries(manifest)) {
    void key;
    for (const lazy of dynamicImports) {
      const closure = reachable(manifest, [lazy]);
      put(closure, partOf(manifest, closure));
    }
  }
  put(Object.keys(manifest), 'other');
  return parts;
}

/** Sizes of each part in KiB. */
export async function measureBundle(distDir: string): Promise<Record<BundlePart, number>> {
  const manifest = JSON.parse(await readText(join(distDir, '.vite/manifest.json')));
  const sizes = { shell: 0, globe: 0, panorama: 0, other: 0 };
  for (const [file, part] of partsOfBundle(manifest)) {
    if (!/\.(js|css)$/.test(file)) continue;
    sizes[part] += (await brotliText(await readBytes(join(distDir, file)), 11)).length / 1024;
  }
  return sizes;
}

/** Keys that load with `keys`, without what is loaded later. */
function reachable(manifest: BundleManifest, keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set(keys);
  const queue = [...keys];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const next of manifest[key]?.imports ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}

function partOf(manifest: BundleManifest, closure: ReadonlySet<string>): BundlePart {
  const names = [...closure].map((key) => manifest[key]?.name);
  if (names.includes('globe')) return 'globe';
  return names.includes('panorama') ? 'panorama' : 'other';
}
