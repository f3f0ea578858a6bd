/** What a small film of a test says about itself. */
export interface FilmOptions {
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly codec?: string;
  readonly seconds?: number;
  /** Words in the boxes of makers and places. */
  readonly secret?: string;
  /** Handler of a further track. */
  readonly extraTrack?: string;
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function hdlr(handler: string): Buffer {
  const body = Buffer.alloc(25);
  body.write(handler, 8, 'latin1');
  return box('hdlr', body);
}

/** An MP4 of the right shape, with frames of noise: what its container says is what is tested. */
export function mp4Film(options: FilmOptions = {}): Buffer {
  const { widthPx = 3840, heightPx = 1920, codec = 'avc1', seconds = 12.5, secret } = options;
  const mdhd = Buffer.alloc(24);
  mdhd.writeUInt32BE(1000, 12);
  mdhd.writeUInt32BE(seconds * 1000, 16);
  const stsd = Buffer.alloc(8 + 86);
  stsd.writeUInt32BE(1, 4);
  stsd.writeUInt32BE(86, 8);
  stsd.write(codec, 12, 'latin1');
  stsd.writeUInt16BE(widthPx, 40);
  stsd.writeUInt16BE(heightPx, 42);
  const film = box(
    'trak',
    box('mdia', box('mdhd', mdhd), hdlr('vide'), box('minf', box('stbl', box('stsd', stsd)))),
  );
  const extra =
    options.extraTrack === undefined ? [] : [box('trak', box('mdia', hdlr(options.extraTrack)))];
  const words = secret === undefined ? [] : [box('udta', Buffer.from(secret))];
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
    box('moov', film, ...extra, ...words),
    box('mdat', Buffer.alloc(4096, 7)),
  ]);
}

function element(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const idBytes = Buffer.from(id.toString(16), 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x1000_0000 | body.length);
  return Buffer.concat([idBytes, size, body]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A WebM of the right shape. */
export function webmFilm(options: FilmOptions = {}): Buffer {
  const { widthPx = 3840, heightPx = 1920, codec = 'V_VP9', seconds = 12.5, secret } = options;
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds * 1000);
  const video = element(0xe0, element(0xb0, number(widthPx)), element(0xba, number(heightPx)));
  const track = element(
    0xae,
    element(0x83, Buffer.from([1])),
    element(0x86, Buffer.from(codec)),
    video,
  );
  return Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))),
    element(
      0x18538067,
      element(0x1549a966, element(0x2ad7b1, number(1_000_000)), element(0x4489, duration)),
      element(0x1654ae6b, track),
      ...(secret === undefined ? [] : [element(0x1254c367, Buffer.from(secret))]),
      element(0x1f43b675, Buffer.alloc(4096, 7)),
    ),
  ]);
}
