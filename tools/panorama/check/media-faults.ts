import { join } from 'node:path';
import { ProjectError } from '#core/errors';
import type { Panorama } from '#scene';
import { fileFacts, listFolder } from '../../io/files';
import {
  hiddenBytes,
  MEDIA_FILM_LIMIT_BYTES,
  MEDIA_PICTURE_LIMIT_BYTES,
  readMediaFile,
} from '../media-file';
import { panoramaDir } from '../panorama-files';
import type { PanoramaFinding } from './check-panoramas';

/** A file that a record names, and what it should be. */
interface NamedMedia {
  readonly file: string;
  readonly type: 'picture' | 'film';
  /** JSON path in the record. */
  readonly path: string;
}

/** The pictures and films beside a panorama: there, what they are named, small, silent, used. */
export async function mediaFindings(
  rootDir: string,
  id: string,
  record: Panorama | undefined,
): Promise<PanoramaFinding[]> {
  const folder = join(panoramaDir(rootDir, id), 'media');
  const named = record === undefined ? [] : namedMedia(record);
  const findings: PanoramaFinding[] = [];
  for (const media of named) findings.push(...(await fileFindings(folder, id, media)));
  const isNamed = new Set(named.map(({ file }) => file));
  for (const { name } of await listFolder(folder)) {
    if (isNamed.has(name)) continue;
    const found = `media/${name}`;
    const fix = 'Name it in a hotspot, or remove it: it is sent to whoever guesses its name.';
    findings.push(
      finding('panorama-media-unused', 'warning', id, 'files that the record names', found, fix),
    );
  }
  return findings;
}

function namedMedia({ hotspots, videoFile }: Panorama): NamedMedia[] {
  const named = hotspots.flatMap((hotspot, index): NamedMedia[] => {
    if (hotspot.type !== 'picture' && hotspot.type !== 'video') return [];
    const type = hotspot.type === 'video' ? 'film' : 'picture';
    return [{ file: hotspot.file, type, path: `$.hotspots[${index}].file` }];
  });
  if (videoFile === undefined) return named;
  return [...named, { file: videoFile, type: 'film', path: '$.videoFile' }];
}

async function fileFindings(
  folder: string,
  id: string,
  { file, type, path }: NamedMedia,
): Promise<PanoramaFinding[]> {
  const facts = await fileFacts(join(folder, file));
  const fault = (code: string, expected: string, found: string, fix: string) =>
    finding(code, 'fault', id, expected, found, fix);
  if (facts === undefined || facts.isFolder) {
    const expected = `media/${file}, which ${path} names`;
    return [fault('panorama-media-missing', expected, 'no such file', LAY)];
  }
  try {
    const media = await readMediaFile(join(folder, file));
    const findings: PanoramaFinding[] = [];
    if (media.type !== type || !file.endsWith(`.${media.extension}`)) {
      const found = `a ${media.type} (${media.extension}) in media/${file}`;
      findings.push(fault('panorama-media-type', `a ${type} of the type it is named`, found, LAY));
    }
    const hidden = await hiddenBytes(join(folder, file), media);
    if (hidden > 0) {
      const found = `${hidden} bytes of place, time, device or comment in media/${file}`;
      findings.push(fault('panorama-media-metadata', 'nothing but what is seen', found, LAY));
    }
    const limit = type === 'film' ? MEDIA_FILM_LIMIT_BYTES : MEDIA_PICTURE_LIMIT_BYTES;
    if (facts.sizeBytes > limit && path !== '$.videoFile') {
      const found = `${facts.sizeBytes} in media/${file}`;
      const fix = type === 'film' ? 'Shorten it, or export it smaller.' : LAY;
      findings.push(
        finding('panorama-media-size', 'warning', id, `at most ${limit} bytes`, found, fix),
      );
    }
    return findings;
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    const { expected, found, fix } = error.details;
    return [fault(error.code, expected, `${found} (media/${file})`, fix)];
  }
}

const LAY = 'Lay the file there with arc panorama media ID FILE, which strips and names it.';

function finding(
  code: string,
  severity: PanoramaFinding['severity'],
  panoramaId: string,
  expected: string,
  found: string,
  fix: string,
): PanoramaFinding {
  return { code, severity, panoramaId, expected, found, fix };
}
