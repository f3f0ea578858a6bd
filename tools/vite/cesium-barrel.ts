/** Where the stand-in for `cesium` lies, relative to the project; Vite's alias points there. */
export const CESIUM_BARREL_PATH = 'viewer/adapters/cesium/cesium-barrel.js';

/** Names that a module's text imports as values from `cesium`. */
export function namesImportedFromCesium(source: string): readonly string[] {
  const names: string[] = [];
  for (const [, list] of source.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']cesium["']/g)) {
    for (const part of (list ?? '').split(',')) {
      const name = part.trim().split(/\s+as\s+/)[0];
      if (name !== undefined && name !== '' && !name.startsWith('type ')) names.push(name);
    }
  }
  return names;
}
