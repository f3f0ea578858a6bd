import { crc32, deflateRawSync } from 'node:zlib';

/** What a {@link zipBytes} entry may lie about. */
export interface ZipChanges {
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly sizeBytes?: number;
}

/** For tests: a ZIP archive of some deflated (or with `method: 0` stored) files and a comment. */
export function zipBytes(
  files: Readonly<Record<string, Uint8Array>>,
  { method = 8, flags = 0, ...lies }: ZipChanges = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let start = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = method === 0 ? Buffer.from(bytes) : deflateRawSync(bytes, { level: 1 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(lies.crc ?? crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lies.sizeBytes ?? bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(start, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), shared, place, Buffer.from(name));
    parts.push(local);
    start += local.length;
  }
  const count = Object.keys(files).length;
  const comment = Buffer.from('PK made for a test');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, comment]);
}
