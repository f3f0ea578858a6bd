import { deflateBytes } from '../../io/compress';
import type { PictureFormat } from '../../io/picture';
import { gpanoCrop, spherePicture, withXmp } from '../../testing/sphere-picture';

/** A file that somebody might hand in as a panorama. */
export interface HostilePicture {
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** Whether it may happen to be a whole picture all the same (a flipped bit that shows nowhere). */
  readonly mayPass: boolean;
}

type Random = () => number;
type Maker = (
  random: Random,
) => Omit<HostilePicture, 'kind'> | Promise<Omit<HostilePicture, 'kind'>>;

const FORMATS: readonly PictureFormat[] = ['jpeg', 'png', 'webp', 'avif', 'tiff'];
const bases = new Map<PictureFormat, Promise<Buffer>>();

/** A whole picture of 1024 x 512 in a format, made once. */
function base(format: PictureFormat): Promise<Buffer> {
  const known = bases.get(format) ?? spherePicture(1024, 512, format).then(Buffer.from);
  bases.set(format, known);
  return known;
}

const pick = <T>(list: readonly T[], random: Random): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('Expected a list with entries.');
  return item;
};
const latin = (text: string) => Buffer.from(text, 'latin1');
const refused = (bytes: Uint8Array) => ({ bytes, mayPass: false });

const MAKERS: Readonly<Record<string, Maker>> = {
  truncated: async (random) => {
    const whole = await base(pick(FORMATS, random));
    return refused(whole.subarray(0, Math.floor(whole.length * (0.01 + 0.8 * random()))));
  },
  flipped: async (random) => {
    const bytes = Buffer.from(await base(pick(FORMATS, random)));
    for (let i = 0; i < 12; i++) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return { bytes, mayPass: true };
  },
  'magic and noise': (random) => {
    const magic = pick(['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'II*\0', 'MM\0*'], random);
    const noise = Buffer.from(Array.from({ length: 2000 }, () => Math.floor(random() * 256)));
    return refused(Buffer.concat([latin(magic), noise]));
  },
  'pixel bomb': (random) => {
    const side = pick([33_000, 65_535, 200_000, 2 ** 31 - 1], random);
    return refused(png(side, Math.floor(side / 2), deflateBytes(Buffer.alloc(1 << 20))));
  },
  'hollow giant': (random) => {
    // As large as we take, with hardly a row in it.
    const height = pick([4096, 8192, 16384], random);
    return refused(png(2 * height, height, deflateBytes(Buffer.alloc(height))));
  },
  'lying JPEG header': async (random) => {
    const bytes = Buffer.from(await base('jpeg'));
    const sof = bytes.findIndex(
      (_, at) => bytes[at] === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0),
    );
    const height = pick([1000, 16000, 32767], random);
    bytes.writeUInt16BE(height, sof + 5);
    bytes.writeUInt16BE(Math.min(65_000, 2 * height), sof + 7);
    return refused(bytes);
  },
  'lying TIFF header': async (random) => {
    const bytes = Buffer.from(await base('tiff'));
    const directory = bytes.readUInt32LE(4);
    for (let i = 0; i < 3; i++) {
      const at = directory + 2 + 12 * Math.floor(random() * bytes.readUInt16LE(directory)) + 8;
      bytes.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
    }
    return { bytes, mayPass: true };
  },
  SVG: (random) =>
    refused(
      Buffer.from(
        pick(
          [
            '<svg xmlns="http://www.w3.org/2000/svg" width="2048" height="1024"><image href="file:///etc/passwd"/></svg>',
            '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>',
            `\n\n<svg width="1e9" height="1e9"><script>fetch("http://192.0.2.1/${random()}")</script></svg>`,
          ],
          random,
        ),
      ),
    ),
  'wrong type': (random) =>
    refused(
      pick(
        [
          latin('GIF89a\x00\x08\x00\x04'),
          latin('%PDF-1.7\n%'),
          latin('PK\x03\x04'),
          latin('BM\0\0\0\0'),
          latin('#!/bin/sh\nrm -rf .'),
          latin('\0\0\0\x18ftypheic\0\0\0\0'),
          latin('not a picture at all'),
          Buffer.alloc(0),
          Buffer.alloc(4096),
        ],
        random,
      ),
    ),
  'polyglot head': async (random) => {
    const head = pick(['GIF89a', '%PDF-1.4\n', '<html><script>', '<svg>', 'PK\x03\x04'], random);
    return refused(Buffer.concat([latin(head), await base('jpeg')]));
  },
  'crop that lies': async (random) => {
    const far = Math.floor(random() * 1e9);
    const crop = pick(
      [
        gpanoCrop([far, far], 0, 0),
        gpanoCrop([4096, 2048], 4000, 0),
        gpanoCrop([2048, 1024], -1, 0),
      ],
      random,
    );
    return refused(withXmp(await spherePicture(640, 512), crop));
  },
  'no sphere': async (random) =>
    refused(
      await spherePicture(600 + Math.floor(random() * 400), 512, pick(['jpeg', 'png'], random)),
    ),
};

/** The same files for the same seed. */
export async function* hostilePictures(
  count: number,
  random: Random,
): AsyncGenerator<HostilePicture> {
  const kinds = Object.keys(MAKERS);
  for (let i = 0; i < count; i++) {
    const kind = kinds[i % kinds.length] ?? '';
    const made = await MAKERS[kind]?.(random);
    if (made !== undefined) yield { kind, ...made };
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** A PNG of any size with the checksums that belong to it. */
function png(widthPx: number, heightPx: number, idat: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([latin(type), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = latin('\x89PNG\r\n\x1a\n');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', idat),
    chunk('IEND', new Uint8Array()),
  ]);
}
