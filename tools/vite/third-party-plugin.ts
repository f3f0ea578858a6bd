import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readText } from '../io/files';
import { noticesText, packageFolders, readShippedPackages, sbomJson } from './third-party';

/** Packages whose files are copied, not bundled. */
const COPIED = ['node_modules/cesium'];

/** Writes `third-party-notices.txt` and `sbom.cdx.json`: of what ships, not of what is installed. */
export function thirdPartyPlugin(rootDir: string): Plugin {
  return {
    name: 'arc:third-party',
    apply: 'build',
    async generateBundle() {
      const ids = [...this.getModuleIds(), ...COPIED.map((folder) => `${folder}/`)];
      const packages = await readShippedPackages(rootDir, packageFolders(ids));
      const { name, version } = JSON.parse(await readText(join(rootDir, 'package.json')));
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('third-party-notices.txt', noticesText(packages));
      emit('sbom.cdx.json', sbomJson({ name, version }, packages));
    },
  };
}
