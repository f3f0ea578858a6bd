import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-chromium-'));
  await writeFile(join(folder, 'chromium'), '');
});
afterEach(() => rm(folder, { recursive: true }));

describe('findChromium', () => {
  it('takes CHROMIUM_PATH first', async () => {
    const told = join(folder, 'chromium');
    expect(await findChromium({ CHROMIUM_PATH: told, PATH: '/usr/bin' })).toBe(told);
  });
  it('does not pass over a CHROMIUM_PATH that leads nowhere', async () => {
    const env = { CHROMIUM_PATH: join(folder, 'gone'), PATH: folder };
    expect(await findChromium(env)).toBeUndefined();
  });
  it('looks along the PATH', async () => {
    expect(await findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'));
  });
});
