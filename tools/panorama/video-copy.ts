import { openFile, writeParts } from '../io/file-parts';
import type { VideoFacts } from './video-facts';

const FREE_BOX = new TextEncoder().encode('free');
/** EBML's element of no meaning, with a size of eight bytes. */
const VOID_HEAD_BYTES = 9;

/**
 * Copies a film without what its container tells of place, time and device: those boxes become
 * empty space of the same length, so that every offset in the film stays right.
 */
export async function copyFilm(from: string, facts: VideoFacts, to: string): Promise<void> {
  const source = await openFile(from);
  try {
    const parts: ({ from: number; to: number } | Uint8Array)[] = [];
    let at = 0;
    for (const run of facts.privateRuns.toSorted((a, b) => a.from - b.from)) {
      parts.push({ from: at, to: run.from }, blank(facts.format, run.to - run.from));
      at = run.to;
    }
    await writeParts(source, [...parts, { from: at, to: source.sizeBytes }], to);
  } finally {
    await source.close();
  }
}

/** An MP4 run begins at the box's type (its size stays), a WebM run at the element. */
function blank(format: VideoFacts['format'], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  if (format === 'mp4') {
    bytes.set(FREE_BOX);
    return bytes;
  }
  bytes[0] = 0xec;
  const isShort = length < VOID_HEAD_BYTES;
  if (isShort) bytes[1] = 0x80 | (length - 2);
  else {
    bytes[1] = 0x01;
    const size = length - VOID_HEAD_BYTES;
    new DataView(bytes.buffer).setUint32(5, size);
  }
  return bytes;
}
