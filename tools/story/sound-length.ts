const OPUS_RATE_HZ = 48_000;

/**
 * How long a sound file plays.
 *
 * @param bytes - a WAV (PCM) or an Ogg Opus file
 * @returns seconds, or null for formats that are not read here and for damaged files
 */
export function soundLengthS(bytes: Buffer): number | null {
  const magic = bytes.toString('latin1', 0, 4);
  if (magic === 'RIFF') return wavLengthS(bytes);
  return magic === 'OggS' ? opusLengthS(bytes) : null;
}

function wavLengthS(bytes: Buffer): number | null {
  let bytesPerS = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= bytes.length) bytesPerS = bytes.readUInt32LE(at + 16);
    if (name === 'data') {
      const length = Math.min(size, bytes.length - at - 8);
      return bytesPerS > 0 && length > 0 ? length / bytesPerS : null;
    }
    at += 8 + size + (size % 2);
  }
  return null;
}

/** @see RFC 7845, section 4: the last page's granule position, less the samples to skip. */
function opusLengthS(bytes: Buffer): number | null {
  const head = bytes.indexOf('OpusHead', 0, 'latin1');
  const lastPage = bytes.lastIndexOf('OggS', undefined, 'latin1');
  if (head < 0 || head + 12 > bytes.length || lastPage + 14 > bytes.length) return null;
  const preSkip = bytes.readUInt16LE(head + 10);
  const samples = Number(bytes.readBigInt64LE(lastPage + 6)) - preSkip;
  return samples > 0 ? samples / OPUS_RATE_HZ : null;
}
