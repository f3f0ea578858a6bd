import type { OpenFile } from '../io/file-parts';
import type { VideoFacts } from './video-facts';

interface Element {
  readonly id: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const ID = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  entry: 0xae,
  kind: 0x83,
  codec: 0x86,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  attachments: 0x1941a469,
} as const;

const VIDEO_TRACK = 1;
const AUDIO_TRACK = 2;
const MAX_ELEMENTS = 100_000;
const DEFAULT_SCALE_NS = 1_000_000;

/**
 * Reads a WebM's film track.
 *
 * @throws RangeError where elements do not follow the format
 * @see RFC 8794 (EBML), RFC 9559 (Matroska)
 */
export async function readWebmFacts(source: OpenFile): Promise<Omit<VideoFacts, 'format'>> {
  const top = await elements(source, 0, source.sizeBytes);
  const segment = top.find(({ id }) => id === ID.segment);
  if (segment === undefined) throw new RangeError('no segment: it was cut off');
  const parts = await elements(source, segment.from, segment.to);
  if (!parts.some(({ id }) => id === ID.cluster)) throw new RangeError('no frames (cluster)');
  const info = await inner(source, parts, ID.info);
  const scaleNs = (await unsigned(source, info, ID.scale)) ?? DEFAULT_SCALE_NS;
  const duration = await float(source, info, ID.duration);
  const film = await filmTrack(source, await inner(source, parts, ID.tracks));
  const isPrivate = ({ id }: Element) => id === ID.tags || id === ID.attachments;
  return {
    ...film,
    durationS: (duration * scaleNs) / 1e9,
    privateRuns: parts.filter(isPrivate).map(({ at, to }) => ({ from: at, to })),
  };
}

async function filmTrack(source: OpenFile, tracks: readonly Element[]) {
  let film: { widthPx: number; heightPx: number; codec: string } | undefined;
  for (const track of tracks.filter(({ id }) => id === ID.entry)) {
    const parts = await elements(source, track.from, track.to);
    const kind = await unsigned(source, parts, ID.kind);
    if (kind === VIDEO_TRACK) {
      const video = await inner(source, parts, ID.video);
      film ??= {
        widthPx: (await unsigned(source, video, ID.width)) ?? 0,
        heightPx: (await unsigned(source, video, ID.height)) ?? 0,
        codec: (await bytesOf(source, parts, ID.codec)).toString('latin1'),
      };
    } else if (kind !== AUDIO_TRACK) {
      throw new RangeError('a track of telemetry or text, which may tell positions');
    }
  }
  if (film === undefined) throw new RangeError('no film track');
  return film;
}

async function elements(source: OpenFile, from: number, to: number): Promise<readonly Element[]> {
  const found: Element[] = [];
  let at = from;
  while (at < to && found.length < MAX_ELEMENTS) {
    const head = Buffer.from(await source.read(at, 12));
    const idBytes = Math.clz32(head[0] ?? 0) - 23;
    const sizeBytes = Math.clz32(head[idBytes] ?? 0) - 23;
    if (idBytes > 4 || sizeBytes > 8 || head.length < idBytes + sizeBytes) {
      throw new RangeError(`no element at byte ${at}`);
    }
    const id = head.readUIntBE(0, idBytes);
    const start = at + idBytes + sizeBytes;
    const end = start + elementSize(head.subarray(idBytes, idBytes + sizeBytes), to - start);
    if (end > to) throw new RangeError('an element that ends beyond the file');
    found.push({ id, at, from: start, to: end });
    at = end;
  }
  return found;
}

/** A size whose bits are all set says "up to the end". */
function elementSize(bytes: Uint8Array, rest: number): number {
  let size = (bytes[0] ?? 0) & (0xff >> bytes.length);
  let isUnknown = size === 0xff >> bytes.length;
  for (const byte of bytes.subarray(1)) {
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return isUnknown ? rest : size;
}

async function inner(source: OpenFile, list: readonly Element[], id: number) {
  const element = list.find((known) => known.id === id);
  if (element === undefined) throw new RangeError(`no element ${id.toString(16)}`);
  return elements(source, element.from, element.to);
}

async function bytesOf(source: OpenFile, list: readonly Element[], id: number): Promise<Buffer> {
  const element = list.find((known) => known.id === id);
  if (element === undefined) return Buffer.alloc(0);
  return Buffer.from(await source.read(element.from, Math.min(64, element.to - element.from)));
}

async function unsigned(
  source: OpenFile,
  list: readonly Element[],
  id: number,
): Promise<number | undefined> {
  const bytes = await bytesOf(source, list, id);
  return bytes.length === 0 ? undefined : bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

async function float(source: OpenFile, list: readonly Element[], id: number): Promise<number> {
  const bytes = await bytesOf(source, list, id);
  if (bytes.length === 4) return bytes.readFloatBE();
  return bytes.length === 8 ? bytes.readDoubleBE() : 0;
}
