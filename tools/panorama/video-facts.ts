import { AssetError } from '#core/errors';
import type { OpenFile } from '../io/file-parts';
import { readMp4Facts } from './video-mp4';
import { readWebmFacts } from './video-webm';

/** What a film's container says. */
export interface VideoFacts {
  readonly format: 'mp4' | 'webm';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationS: number;
  /** Four characters of an MP4 (`avc1`, `hvc1`, `av01`), the codec id of a WebM (`V_VP9`). */
  readonly codec: string;
  /** Runs of bytes that tell where and with what it was filmed, to be blanked. */
  readonly privateRuns: readonly { readonly from: number; readonly to: number }[];
}

/** Codecs that browsers play without asking: H.264, VP8, VP9, AV1. */
const CODECS = /^(avc1|avc3|av01|vp08|vp09|V_VP8|V_VP9|V_AV1)/;
const MAX_WIDTH_PX = 8192;

/** Whether a file is a film by its first bytes, whatever its name says. */
export function videoFormatOf(head: Uint8Array): 'mp4' | 'webm' | undefined {
  const text = Buffer.from(head.subarray(0, 12)).toString('latin1');
  if (text.startsWith('\x1aE\xdf\xa3')) return 'webm';
  const brand = text.slice(8, 12);
  const isMp4 = text.slice(4, 8) === 'ftyp' && !/^(avi[fs]|hei[cx]|mif1|msf1)$/.test(brand);
  return isMp4 ? 'mp4' : undefined;
}

/**
 * Reads size, length and codec of an equirectangular film from its container.
 *
 * @param file - for messages
 * @throws AssetError `video-unreadable` (also for tracks of telemetry, which may tell positions),
 *   `video-not-equirectangular` or `video-codec`
 */
export async function readVideoFacts(source: OpenFile, file: string): Promise<VideoFacts> {
  const facts = await readFilmFacts(source, file);
  const { widthPx, heightPx } = facts;
  if (widthPx !== 2 * heightPx || widthPx < 1024 || widthPx > MAX_WIDTH_PX) {
    throw new AssetError('video-not-equirectangular', {
      file,
      expected: `an equirectangular film: twice as wide as high, 1024 to ${MAX_WIDTH_PX} px wide`,
      found: `${widthPx} x ${heightPx}`,
      fix: 'Export the full sphere (2:1) from the camera’s program, 3840 x 1920 for most visitors.',
    });
  }
  return facts;
}

/**
 * The same of a film of any shape.
 *
 * @throws AssetError `video-unreadable` or `video-codec`
 */
export async function readFilmFacts(source: OpenFile, file: string): Promise<VideoFacts> {
  const format = videoFormatOf(await source.read(0, 64));
  if (format === undefined) throw unreadable(file, 'no MP4 or WebM by its first bytes');
  const read = format === 'mp4' ? readMp4Facts : readWebmFacts;
  const facts = await read(source).catch((error: unknown) => {
    if (error instanceof RangeError) throw unreadable(file, error.message);
    throw error;
  });
  const { durationS, codec } = facts;
  if (!(durationS > 0)) throw unreadable(file, 'a film without a length');
  if (!CODECS.test(codec)) {
    throw new AssetError('video-codec', {
      file,
      expected: 'H.264, VP9 or AV1, which every browser plays',
      found: codec,
      fix: 'Export it as H.264 (MP4) or VP9 (WebM).',
    });
  }
  return { format, ...facts };
}

function unreadable(file: string, found: string): AssetError {
  return new AssetError('video-unreadable', {
    file,
    expected: 'a whole MP4 or WebM film',
    found,
    fix: 'Export it again from the camera’s program; the file may have been cut off on the way.',
  });
}
