import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic, writeFolderAtomic } from './atomic';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-atomic-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeFileAtomic', () => {
  it('makes the folders on the way and leaves nothing beside', async () => {
    await writeFileAtomic(join(folder, 'a/b.json'), '{}');
    expect(await readFile(join(folder, 'a/b.json'), 'utf8')).toBe('{}');
    expect(await readdir(join(folder, 'a'))).toEqual(['b.json']);
  });
});

describe('writeFolderAtomic', () => {
  it('keeps the old folder when filling fails', async () => {
    await writeFolderAtomic(join(folder, 'x'), (inside) =>
      writeFileAtomic(join(inside, 'one'), '1'),
    );
    await expect(
      writeFolderAtomic(join(folder, 'x'), async (inside) => {
        await writeFileAtomic(join(inside, 'two'), '2');
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await readdir(folder)).toEqual(['x']);
    expect(await readdir(join(folder, 'x'))).toEqual(['one']);
  });

  it('replaces the folder whole', async () => {
    for (const name of ['one', 'two']) {
      await writeFolderAtomic(join(folder, 'x'), (inside) =>
        writeFileAtomic(join(inside, name), name),
      );
    }
    expect(await readdir(join(folder, 'x'))).toEqual(['two']);
  });
});
