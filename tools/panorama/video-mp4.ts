import type { OpenFile } from '../io/file-parts';
import type { VideoFacts } from './video-facts';

interface Box {
  readonly type: string;
  /** Of the box, and of what is in it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Facts = Omit<VideoFacts, 'format'>;

/** More boxes side by side than this are no film. */
const MAX_BOXES = 4096;
/** Boxes of words and places that players do without. */
const PRIVATE = /^(udta|meta)$/;
/** Google's spherical video box, which only says that it is a sphere. */
const SPHERICAL_UUID = 'ffcc8263f8554a938814587a02521fdd';

/**
 * Reads an MP4's film track.
 *
 * @throws RangeError where boxes do not follow the format
 * @see ISO/IEC 14496-12
 */
export async function readMp4Facts(source: OpenFile): Promise<Facts> {
  const top = await boxes(source, 0, source.sizeBytes);
  const moov = top.find(({ type }) => type === 'moov');
  if (moov === undefined) throw new RangeError('no table of contents (moov): it was cut off');
  const mdat = top.find(({ type }) => type === 'mdat');
  if (mdat === undefined) throw new RangeError('no frames (mdat)');
  const inside = await boxes(source, moov.from, moov.to);
  const tracks = inside.filter(({ type }) => type === 'trak');
  const privateRuns = [...(await privateIn(source, top)), ...(await privateIn(source, inside))];
  let film: Pick<Facts, 'widthPx' | 'heightPx' | 'codec' | 'durationS'> | undefined;
  for (const track of tracks) {
    const parts = await boxes(source, track.from, track.to);
    privateRuns.push(...(await privateIn(source, parts)));
    const handler = await handlerOf(source, parts);
    if (handler === 'vide') film ??= await filmTrack(source, parts);
    else if (handler !== 'soun' && handler !== 'tmcd') {
      throw new RangeError(`a track of telemetry or text (${handler}), which may tell positions`);
    }
  }
  if (film === undefined) throw new RangeError('no film track');
  return { ...film, privateRuns };
}

/** Boxes between two offsets, one after the other. */
async function boxes(source: OpenFile, from: number, to: number): Promise<readonly Box[]> {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to && found.length < MAX_BOXES) {
    const head = Buffer.from(await source.read(at, 16));
    if (head.length < 8) break;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const isLong = short === 1;
    if (isLong && head.length < 16) break;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    if (size < (isLong ? 16 : 8) || at + size > to) {
      throw new RangeError(`a box ${JSON.stringify(type)} that ends beyond the file`);
    }
    found.push({ type, at, from: at + (isLong ? 16 : 8), to: at + size });
    at += size;
  }
  return found;
}

async function privateIn(source: OpenFile, list: readonly Box[]): Promise<Facts['privateRuns']> {
  const runs: { from: number; to: number }[] = [];
  for (const box of list) {
    const isUuid = box.type === 'uuid' && !(await isSpherical(source, box));
    if (PRIVATE.test(box.type) || isUuid) runs.push({ from: box.at + 4, to: box.to });
  }
  return runs;
}

async function isSpherical(source: OpenFile, box: Box): Promise<boolean> {
  return Buffer.from(await source.read(box.from, 16)).toString('hex') === SPHERICAL_UUID;
}

async function handlerOf(source: OpenFile, track: readonly Box[]): Promise<string> {
  const mdia = await inner(source, track, 'mdia');
  const hdlr = mdia.find(({ type }) => type === 'hdlr');
  if (hdlr === undefined) throw new RangeError('a track without a handler');
  return Buffer.from(await source.read(hdlr.from + 8, 4)).toString('latin1');
}

async function filmTrack(source: OpenFile, track: readonly Box[]) {
  const mdia = await inner(source, track, 'mdia');
  const mdhd = await bytesOf(source, mdia, 'mdhd', 32);
  const isLong = mdhd[0] === 1;
  const timescale = mdhd.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(mdhd.readBigUInt64BE(24)) : mdhd.readUInt32BE(16);
  const minf = await inner(source, mdia, 'minf');
  const stbl = await inner(source, minf, 'stbl');
  // Version and count (8), the entry's size and type (8), then 24 bytes to its width.
  const stsd = await bytesOf(source, stbl, 'stsd', 44);
  return {
    codec: stsd.toString('latin1', 12, 16),
    widthPx: stsd.readUInt16BE(40),
    heightPx: stsd.readUInt16BE(42),
    durationS: timescale > 0 ? duration / timescale : 0,
  };
}

async function inner(source: OpenFile, list: readonly Box[], type: string) {
  const box = list.find((known) => known.type === type);
  if (box === undefined) throw new RangeError(`a track without its box ${type}`);
  return boxes(source, box.from, box.to);
}

async function bytesOf(source: OpenFile, list: readonly Box[], type: string, length: number) {
  const box = list.find((known) => known.type === type);
  const bytes = Buffer.from(box === undefined ? [] : await source.read(box.from, length));
  if (bytes.length < length) throw new RangeError(`a track without its box ${type}`);
  return bytes;
}
