import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { startApp } from './start-app';
import { startOptions } from './start-options';

const OPTIONS = startOptions(['--no-build', '--port', '0', '--base-path', 'map'], {});
const lines: string[] = [];
const REPORT = { progress: { report: () => undefined }, print: (line: string) => lines.push(line) };

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
  lines.length = 0;
});
afterEach(() => project.remove());

describe('startApp', () => {
  it('says what to do where nothing is built', async () => {
    const { signal } = new AbortController();
    await expect(startApp(project.rootDir, OPTIONS, REPORT, signal)).rejects.toMatchObject({
      code: 'start-not-built',
      name: 'UsageError',
    });
  });

  it('serves what is built and makes tiles behind', async () => {
    for (const [path, data] of [
      ['dist/index.html', '<p>map</p>'],
      ['dist/scene/index.json', '{}'],
      ['panoramas/a/master.jpg', await spherePicture(1024, 512)],
    ] as const) {
      await mkdir(join(project.rootDir, path, '..'), { recursive: true });
      await writeFile(join(project.rootDir, path), data);
    }
    const { signal } = new AbortController();
    const { server, buildPanoramas } = await startApp(project.rootDir, OPTIONS, REPORT, signal);
    try {
      expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/map\/$/);
      expect(await (await fetch(server.url)).text()).toBe('<p>map</p>');
      await buildPanoramas();
      expect(await project.fingerprint()).toMatch(/panoramas\/a\/built\/\w+\/0\/1_0\.webp/);
    } finally {
      await server.close();
    }
  });
});
