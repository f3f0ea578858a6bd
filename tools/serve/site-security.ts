import { join } from 'node:path';
import { readFileIfThere } from '../io/tile-files';
import { SECURITY_DEFAULTS, type SecurityOptions } from './security-headers';

/**
 * What a built site's pages may ask for: where its scene may show online terrain, also the origin
 * of those tiles.
 *
 * @param rootDir - root of the project; its scene is read from dist
 */
export async function siteSecurity(rootDir: string): Promise<SecurityOptions> {
  const bytes = await readFileIfThere(join(rootDir, 'dist', 'scene', 'index.json'));
  if (bytes === undefined) return SECURITY_DEFAULTS;
  const index: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const template = templateIn(index);
  if (template === undefined) return SECURITY_DEFAULTS;
  return { ...SECURITY_DEFAULTS, connectOrigins: [new URL(template).origin] };
}

function templateIn(index: unknown): string | undefined {
  if (!isObject(index) || !isObject(index['onlineTerrainSource'])) return undefined;
  const template = index['onlineTerrainSource']['urlTemplate'];
  return typeof template === 'string' ? template : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
