/** A value of an EXIF field: text, a rational or several, or small whole numbers. */
type ExifValue = string | readonly (readonly [number, number])[] | { readonly short: number };

/** Fields by tag number, in a block of their own each. */
export interface ExifBlocks {
  readonly main?: Readonly<Record<number, ExifValue>>;
  readonly exif?: Readonly<Record<number, ExifValue>>;
  readonly gps?: Readonly<Record<number, ExifValue>>;
  /** Ricoh writes big-endian ("MM"), most others little-endian ("II"). */
  readonly isBigEndian?: boolean;
}

/** Tag numbers of EXIF 2.32 that tests write. */
export const EXIF = {
  make: 0x010f,
  model: 0x0110,
  dateTimeOriginal: 0x9003,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
  altitude: 6,
  directionRef: 16,
  direction: 17,
} as const;

const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;

/**
 * A JPEG with the metadata segments of a camera behind its start, in the order given: nothing of
 * the picture library takes part, so that its own way of writing them is not what is read again.
 */
export function cameraFile(jpeg: Uint8Array, segments: readonly Uint8Array[]): Buffer {
  const parts = segments.map((body) => {
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

/** An XMP segment. */
export function xmpSegment(packet: string): Buffer {
  return Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`, 'utf8');
}

/** A part of an extended XMP packet: GUID, whole length, offset, text (XMP part 3, 1.1.3.1). */
export function extendedXmpSegment(guid: string, packet: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(packet.length, 0);
  return Buffer.concat([
    Buffer.from(`http://ns.adobe.com/xmp/extension/\0${guid}`, 'latin1'),
    head,
    Buffer.from(packet, 'utf8'),
  ]);
}

/** An EXIF segment: the main block, then the EXIF and GPS blocks that it points to. */
export function exifSegment(blocks: ExifBlocks): Buffer {
  const writer = new TiffWriter(blocks.isBigEndian === true);
  const exifAt = blocks.exif === undefined ? undefined : writer.block(blocks.exif);
  const gpsAt = blocks.gps === undefined ? undefined : writer.block(blocks.gps);
  const mainAt = writer.block(blocks.main ?? {}, {
    ...(exifAt === undefined ? {} : { [EXIF_POINTER]: exifAt }),
    ...(gpsAt === undefined ? {} : { [GPS_POINTER]: gpsAt }),
  });
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), writer.finish(mainAt)]);
}

/** Writes blocks of tags one behind the other, values beside them. */
class TiffWriter {
  readonly #bytes = Buffer.alloc(4096);
  readonly #isBig: boolean;
  #end = 8;

  constructor(isBig: boolean) {
    this.#isBig = isBig;
    this.#bytes.write(isBig ? 'MM\0*' : 'II*\0', 'latin1');
  }

  /** @returns offset of the block */
  block(
    fields: Readonly<Record<number, ExifValue>>,
    pointers: Readonly<Record<number, number>> = {},
  ): number {
    const values = Object.entries(fields).map(([tag, value]) => [Number(tag), value] as const);
    const links = Object.entries(pointers).map(
      ([tag, at]) => [Number(tag), { offset: at }] as const,
    );
    const entries = [...values, ...links].sort(([a], [b]) => a - b);
    const from = this.#end;
    this.#end += 2 + entries.length * 12 + 4;
    this.#u16(entries.length, from);
    entries.forEach(([tag, value], index) => {
      const at = from + 2 + index * 12;
      this.#u16(tag, at);
      if (typeof value === 'object' && 'offset' in value) this.#field(at, 4, 1, value.offset);
      else this.#value(at, value);
    });
    return from;
  }

  finish(mainAt: number): Buffer {
    this.#u32(mainAt, 4);
    return Buffer.from(this.#bytes.subarray(0, this.#end));
  }

  #value(at: number, value: ExifValue): void {
    if (typeof value === 'string') {
      const text = Buffer.from(`${value}\0`, 'utf8');
      this.#field(at, 2, text.length, text.length > 4 ? this.#end : 0);
      text.copy(this.#bytes, text.length > 4 ? this.#end : at + 8);
      if (text.length > 4) this.#end += text.length + (text.length % 2);
    } else if ('short' in value) {
      this.#field(at, 3, 1, 0);
      this.#u16(value.short, at + 8);
    } else {
      this.#field(at, 5, value.length, this.#end);
      for (const [part, whole] of value) {
        this.#u32(part, this.#end);
        this.#u32(whole, this.#end + 4);
        this.#end += 8;
      }
    }
  }

  #field(at: number, type: number, count: number, value: number): void {
    this.#u16(type, at + 2);
    this.#u32(count, at + 4);
    this.#u32(value, at + 8);
  }

  #u16(value: number, at: number): void {
    if (this.#isBig) this.#bytes.writeUInt16BE(value, at);
    else this.#bytes.writeUInt16LE(value, at);
  }

  #u32(value: number, at: number): void {
    if (this.#isBig) this.#bytes.writeUInt32BE(value, at);
    else this.#bytes.writeUInt32LE(value, at);
  }
}
