import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { AssetError } from '#core/errors';
import { fileFacts } from './files';
import { readRange } from './read-range';

const inflate = promisify(inflateRaw);

/** One file inside a ZIP archive, as the central directory lists it. */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 = stored, 8 = deflate. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Offset of its local header. */
  readonly start: number;
}

/** APPNOTE.TXT 4.3: signatures and lengths of the records without their variable parts. */
const END = { signature: 0x06054b50, lengthBytes: 22 };
const CENTRAL = { signature: 0x02014b50, lengthBytes: 46 };
const LOCAL = { signature: 0x04034b50, lengthBytes: 30 };
const LONGEST_COMMENT_BYTES = 0xffff;
/** A directory larger than this is not that of an elevation model. */
const LARGEST_DIRECTORY_BYTES = 16 * 2 ** 20;
/** Stands in 32-bit fields whose value is in a ZIP64 record. */
const ZIP64_MARK = 0xffffffff;

/**
 * Lists the files in a ZIP archive.
 *
 * @throws AssetError `zip-unreadable`, or `zip-unsupported` for ZIP64 and split archives
 * @see APPNOTE.TXT 4.3.12, 4.3.16
 */
export async function listZip(file: string): Promise<readonly ZipEntry[]> {
  try {
    return await readDirectory(file);
  } catch (error) {
    throw error instanceof AssetError ? error : unreadable(file, error);
  }
}

/**
 * Unpacks one file of an archive and checks its length and CRC-32.
 *
 * @throws AssetError `zip-unreadable`, `zip-encrypted` or `zip-unsupported`
 */
export async function readZipEntry(file: string, entry: ZipEntry): Promise<Buffer> {
  requireReadable(file, entry);
  try {
    const local = await readRange(file, entry.start, LOCAL.lengthBytes);
    if (local.readUInt32LE(0) !== LOCAL.signature) throw new Error('no local header in its place');
    const dataStart =
      entry.start + LOCAL.lengthBytes + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = await readRange(file, dataStart, entry.packedBytes);
    // One byte of grace, so that "too long" is told apart from "as long as promised".
    const maxOutputLength = entry.sizeBytes + 1;
    const bytes = entry.method === 0 ? packed : await inflate(packed, { maxOutputLength });
    if (bytes.length !== entry.sizeBytes) {
      throw new Error(`${bytes.length} bytes in ${entry.name} instead of ${entry.sizeBytes}`);
    }
    if (crc32(bytes) !== entry.crc) throw new Error(`a wrong checksum of ${entry.name}`);
    return bytes;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Refuses an entry that cannot be unpacked here, before its bytes are touched.
 *
 * @throws AssetError `zip-encrypted`, `zip-unsupported`, or `zip-unreadable` if it does not fit
 */
export function requireReadable(file: string, entry: ZipEntry): void {
  if (entry.isEncrypted) {
    throw new AssetError('zip-encrypted', {
      file,
      path: entry.name,
      expected: 'a file without a password',
      found: 'an encrypted one',
      fix: 'Unpack it yourself and give the file inside.',
    });
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw unsupported(file, `compression method ${entry.method} of ${entry.name}`);
  }
}

async function readDirectory(file: string): Promise<readonly ZipEntry[]> {
  const sizeBytes = (await fileFacts(file))?.sizeBytes ?? 0;
  const tailBytes = Math.min(sizeBytes, END.lengthBytes + LONGEST_COMMENT_BYTES);
  const tail = await readRange(file, sizeBytes - tailBytes, tailBytes);
  const end = endRecord(tail);
  const count = end.readUInt16LE(10);
  const lengthBytes = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (start === ZIP64_MARK || count === 0xffff) throw unsupported(file, 'a ZIP64 archive');
  if (end.readUInt16LE(4) !== 0) throw unsupported(file, 'one part of a split archive');
  if (start + lengthBytes > sizeBytes || lengthBytes > LARGEST_DIRECTORY_BYTES) {
    throw new Error('a directory that does not fit into the file');
  }
  const directory = await readRange(file, start, lengthBytes);
  return entriesOf(file, directory, count, sizeBytes);
}

function endRecord(tail: Buffer): Buffer {
  for (let at = tail.length - END.lengthBytes; at >= 0; at--) {
    const isEnd =
      tail.readUInt32LE(at) === END.signature &&
      at + END.lengthBytes + tail.readUInt16LE(at + 20) === tail.length;
    if (isEnd) return tail.subarray(at);
  }
  throw new Error('no end of a central directory');
}

function entriesOf(file: string, directory: Buffer, count: number, sizeBytes: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    // Reading beyond the directory throws a RangeError, which listZip reports.
    if (directory.readUInt32LE(at) !== CENTRAL.signature) throw new Error('a damaged directory');
    const nameBytes = directory.readUInt16LE(at + 28);
    const nameStart = at + CENTRAL.lengthBytes;
    const entry = {
      name: directory.toString('utf8', nameStart, nameStart + nameBytes).replaceAll('\\', '/'),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      start: directory.readUInt32LE(at + 42),
    };
    if (Math.max(entry.packedBytes, entry.sizeBytes, entry.start) === ZIP64_MARK) {
      throw unsupported(file, 'a ZIP64 archive');
    }
    if (entry.start + entry.packedBytes > sizeBytes) throw new Error('an entry beyond the end');
    entries.push(entry);
    at = nameStart + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function unsupported(file: string, found: string): AssetError {
  return new AssetError('zip-unsupported', {
    file,
    expected: 'a plain ZIP archive, stored or deflated',
    found,
    fix: 'Unpack it yourself and give the file inside.',
  });
}

function unreadable(file: string, cause: unknown): AssetError {
  return new AssetError(
    'zip-unreadable',
    {
      file,
      expected: 'a whole ZIP archive',
      found: cause instanceof Error ? cause.message : String(cause),
      fix: 'The file is damaged or cut short: copy or download it again.',
    },
    { cause },
  );
}
