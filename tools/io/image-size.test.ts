import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFileAtomic } from './atomic';
import { removePath } from './files';
import { imageSize } from './image-size';
import { encodeWebp } from './picture';

const folder = join(tmpdir(), `arc-image-size-${randomUUID()}`);
afterAll(() => removePath(folder));

describe('imageSize', () => {
  it('reads the size from the header', async () => {
    const data = new Uint8Array(64 * 32 * 3);
    const picture = { data, widthPx: 64, heightPx: 32, channels: 3 } as const;
    const path = join(folder, 'small.webp');
    await writeFileAtomic(path, await encodeWebp(picture, { quality: 80, effort: 1 }));
    expect(await imageSize(path)).toEqual({ widthPx: 64, heightPx: 32 });
  });

  it('says what is no picture', async () => {
    const path = join(folder, 'text.jpg');
    await writeFileAtomic(path, 'no picture');
    await expect(imageSize(path)).rejects.toMatchObject({ code: 'image-unreadable' });
    await expect(imageSize(join(folder, 'none.jpg'))).rejects.toMatchObject({
      code: 'image-unreadable',
    });
  });
});
