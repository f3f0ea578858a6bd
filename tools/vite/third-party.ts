import { join } from 'node:path';
import { listFolder, readText } from '../io/files';

/** A package whose code or files ship with the application. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package says. */
  readonly licence: string;
  /** Text of its licence file, empty where it has none. */
  readonly licenceText: string;
  /** Subresource integrity of the archive it came from, from the lockfile. */
  readonly integrity?: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)(\.(md|txt))?$/i;

/** Folders of packages, relative to the project, that module ids come from. */
export function packageFolders(moduleIds: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const path = id.replaceAll('\\', '/');
    const folder = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    // Virtual modules have no folder of their own.
    if (folder !== undefined && !path.startsWith('\0')) folders.add(folder);
  }
  return [...folders].sort();
}

/** Reads what packages say about themselves. */
export async function readShippedPackages(
  rootDir: string,
  folders: readonly string[],
): Promise<readonly ShippedPackage[]> {
  const lock: { packages: Record<string, { integrity?: string } | undefined> } = JSON.parse(
    await readText(join(rootDir, 'package-lock.json')),
  );
  const packages = folders.map(async (folder): Promise<ShippedPackage> => {
    const { name, version, license } = JSON.parse(
      await readText(join(rootDir, folder, 'package.json')),
    );
    const integrity = lock.packages[folder]?.integrity;
    return {
      name,
      version,
      licence: typeof license === 'string' ? license : (license?.type ?? 'NOASSERTION'),
      licenceText: await licenceText(join(rootDir, folder)),
      ...(integrity === undefined ? {} : { integrity }),
    };
  });
  return (await Promise.all(packages)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names, versions, licences and full licence texts, for people. */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(({ name, version, licence, licenceText: text }) =>
    [`${name} ${version}`, `Licence: ${licence}`, '', text.trim()].join('\n').trim(),
  );
  const head = 'Northwest Arc ships with the work of others. Their names, versions and licences:';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/**
 * A bill of materials, the same bytes for the same packages (no time, no serial number).
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function sbomJson(
  product: { readonly name: string; readonly version: string },
  packages: readonly ShippedPackage[],
): string {
  const components = packages.map(({ name, version, licence, integrity }) => ({
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    purl: purl(name, version),
    licenses: [licenceChoice(licence)],
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
  }));
  const metadata = { component: { type: 'application', ...product } };
  return `${JSON.stringify(
    { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata, components },
    null,
    2,
  )}\n`;
}

function licenceChoice(licence: string): object {
  return /[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } };
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** `sha512-<base64>` as CycloneDX writes it. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', digest = ''] = integrity.split('-');
  return {
    alg: algorithm.replace('sha', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}

async function licenceText(folder: string): Promise<string> {
  const names = (await listFolder(folder)).map((entry) => entry.name);
  const texts = names
    .filter((name) => LICENCE_FILE.test(name))
    .map((name) => readText(join(folder, name)));
  return (await Promise.all(texts)).join('\n\n');
}
