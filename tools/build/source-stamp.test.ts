import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { isStampFresh, sourcesHash, writeStamp } from './source-stamp';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

describe('sourcesHash', () => {
  it('follows the bytes of every file that counts', async () => {
    const sources = { paths: ['scenes', 'gone'], accepts: (path: string) => !path.endsWith('.md') };
    const before = await sourcesHash(project.rootDir, sources);
    await writeFile(join(project.rootDir, 'scenes/note.md'), 'x');
    expect(await sourcesHash(project.rootDir, sources)).toBe(before);
    await writeFile(join(project.rootDir, 'scenes/more.json'), 'x');
    expect(await sourcesHash(project.rootDir, sources)).not.toBe(before);
  });
});

describe('isStampFresh', () => {
  it('knows what was written, and nothing before', async () => {
    expect(await isStampFresh(project.rootDir, 'app', 'a')).toBe(false);
    await writeStamp(project.rootDir, 'app', 'a');
    expect(await isStampFresh(project.rootDir, 'app', 'a')).toBe(true);
    expect(await isStampFresh(project.rootDir, 'app', 'b')).toBe(false);
  });
});
