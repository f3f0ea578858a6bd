import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { type AddedMedia, addMedia } from '../../panorama/add-media';
import type { ArcCommand } from '../arc-command';

/** `arc panorama media ID FILE...` */
export const panoramaMediaCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'media',
  summary: 'lay pictures and films beside a panorama, stripped, for its hotspots to show',
  example: 'npx arc panorama media sa-pa-1 stairs.jpg market.mp4',
  args: [
    { name: 'id', description: 'panorama that shows them' },
    { name: 'files...', description: 'JPEG, PNG, WebP, AVIF, TIFF, MP4 or WebM' },
  ],
  options: [],
  async run([id, ...files], _options, { rootDir, cwd, print, signal }) {
    if (id === undefined || files.length === 0) throw nothingNamed();
    const added: AddedMedia[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      const media = await addMedia(rootDir, id, resolve(cwd, file));
      added.push(media);
      const how = media.isKept ? 'as it was, without metadata' : 'encoded anew';
      print(`${media.file}: ${media.sizeBytes} bytes, ${how}`);
    }
    return added;
  },
};

function nothingNamed(): UsageError {
  return new UsageError('usage-media', {
    expected: 'a panorama and at least one file',
    found: 'less',
    fix: 'Write arc panorama media ID FILE.',
  });
}
