import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listZip, readZipEntry } from './zip-entry';
import { type ZipChanges, zipBytes } from './zip-fixture';

const HELLO = Buffer.from('hello '.repeat(500));
const FILES = { 'a.txt': HELLO, 'b/c.txt': Buffer.from('other') };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-zip-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function unpackFirst(bytes: Uint8Array): Promise<Buffer> {
  const file = join(folder, 'some.zip');
  await writeFile(file, bytes);
  const [entry] = await listZip(file);
  if (entry === undefined) throw new Error('Expected an entry, got none.');
  return readZipEntry(file, entry);
}

describe('listZip', () => {
  it('lists names and sizes behind a comment', async () => {
    const file = join(folder, 'list.zip');
    await writeFile(file, zipBytes(FILES));
    const listed = (await listZip(file)).map(({ name, sizeBytes }) => [name, sizeBytes]);
    expect(listed).toEqual([
      ['a.txt', HELLO.length],
      ['b/c.txt', 5],
    ]);
  });

  it('refuses every archive that is cut short', async () => {
    const whole = zipBytes(FILES);
    for (let length = 0; length < whole.length; length++) {
      await expect(unpackFirst(whole.subarray(0, length)), `${length}`).rejects.toMatchObject({
        code: 'zip-unreadable',
      });
    }
  });
});

describe('readZipEntry', () => {
  it.each([0, 8])('unpacks method %i', async (method) => {
    expect((await unpackFirst(zipBytes(FILES, { method }))).equals(HELLO)).toBe(true);
  });

  it.each<[string, string, ZipChanges]>([
    ['zip-encrypted', 'an encrypted file', { flags: 1 }],
    ['zip-unsupported', 'another method', { method: 12 }],
    ['zip-unsupported', 'ZIP64', { sizeBytes: 0xffffffff }],
    ['zip-unreadable', 'a wrong checksum', { crc: 1 }],
    ['zip-unreadable', 'a file that is longer than it says', { sizeBytes: 100 }],
    ['zip-unreadable', 'a file that is shorter than it says', { sizeBytes: 9000 }],
  ])('says %s for %s', async (code, _what, changes) => {
    await expect(unpackFirst(zipBytes(FILES, changes))).rejects.toMatchObject({ code });
  });
});
