import { EXTENSION_ID } from '#core/tiles/quantized-mesh';
import { type FaultInTile, faultAt } from './tile-fault';
import type { TileLayout } from './tile-layout';

/** Id and length before every block. */
const BLOCK_HEAD_BYTES = 5;

/** Sides of a full water mask, pixels. */
const WATER_MASK_SIDE_PX = 256;

/** Names that `layer.json` has for the blocks it may promise. */
const LISTED_NAMES = [
  { id: EXTENSION_ID.octVertexNormals, name: 'octvertexnormals' },
  { id: EXTENSION_ID.waterMask, name: 'watermask' },
];

/**
 * The extension blocks after the mesh: whole, of known ids, of the length their id asks for.
 *
 * @param listed - the extensions that `layer.json` names, if it is known
 */
export function checkExtensions(
  layout: TileLayout,
  listed?: readonly string[],
): readonly FaultInTile[] {
  const { view } = layout;
  const faults: FaultInTile[] = [];
  const found = new Set<number>();
  let at = layout.extensionsAt;
  while (at < view.byteLength) {
    const leftBytes = view.byteLength - at;
    if (leftBytes < BLOCK_HEAD_BYTES) {
      faults.push(faultAt('trailing-bytes', at, 'the end or a block', `${leftBytes} bytes`));
      break;
    }
    const id = view.getUint8(at);
    const lengthBytes = view.getUint32(at + 1, true);
    const blockAt = at + BLOCK_HEAD_BYTES;
    if (lengthBytes > view.byteLength - blockAt) {
      const left = `${view.byteLength - blockAt} bytes`;
      faults.push(faultAt('extension-truncated', at, `${lengthBytes} bytes of block ${id}`, left));
      break;
    }
    found.add(id);
    faults.push(...blockFaults(layout, id, blockAt, lengthBytes));
    at = blockAt + lengthBytes;
  }
  return listed === undefined ? faults : [...faults, ...listFaults(layout, found, listed)];
}

function listFaults(
  layout: TileLayout,
  found: ReadonlySet<number>,
  listed: readonly string[],
): FaultInTile[] {
  return LISTED_NAMES.flatMap(({ id, name }) => {
    if (found.has(id) === listed.includes(name)) return [];
    return found.has(id)
      ? [faultAt('extension-unlisted', layout.extensionsAt, `"${name}" in layer.json`, 'none')]
      : [faultAt('extension-missing', layout.extensionsAt, `block ${id}: ${name}`, 'none')];
  });
}

function blockFaults(layout: TileLayout, id: number, at: number, length: number): FaultInTile[] {
  if (id === EXTENSION_ID.metadata) return metadataFaults(layout.view, at, length);
  if (id === EXTENSION_ID.octVertexNormals) {
    const expected = layout.vertexCount * 2;
    if (length === expected) return [];
    return [faultAt('extension-length', at - 4, `${expected} bytes of normals`, String(length))];
  }
  if (id === EXTENSION_ID.waterMask) {
    const full = WATER_MASK_SIDE_PX * WATER_MASK_SIDE_PX;
    if (length === 1 || length === full) return [];
    return [faultAt('extension-length', at - 4, `1 or ${full} bytes of mask`, String(length))];
  }
  return [faultAt('extension-unknown', at - BLOCK_HEAD_BYTES, 'block 1, 2 or 4', String(id))];
}

function metadataFaults(view: DataView, at: number, length: number): FaultInTile[] {
  const textBytes = length < 4 ? -1 : view.getUint32(at, true);
  if (textBytes < 0 || textBytes > length - 4) {
    return [faultAt('extension-length', at, `${length - 4} bytes of JSON`, String(textBytes))];
  }
  const text = new Uint8Array(view.buffer, view.byteOffset + at + 4, textBytes);
  try {
    // A block without text is allowed: Cesium passes over it.
    if (textBytes > 0) JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
    return [];
  } catch {
    return [faultAt('extension-metadata', at + 4, 'JSON in UTF-8', 'other bytes')];
  }
}
