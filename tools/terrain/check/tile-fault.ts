import { FAULT_KINDS, type FaultCode } from './fault-kinds';

/** Something wrong with a tile set. */
export interface TileFault {
  readonly code: FaultCode;
  /** `z/x/y` as in its file's path; absent where the whole set is at fault. */
  readonly tile?: string;
  /** Where in the tile, counted after gzip is undone; absent where no byte is to blame. */
  readonly byteOffset?: number;
  readonly expected: string;
  readonly found: string;
  /** What comes of it. */
  readonly meaning: string;
  /** A fault breaks the specification or the picture; a warning does neither by itself. */
  readonly severity: 'fault' | 'warning';
}

/** A fault of a tile before the tile's name is known: what the single checks give. */
export type FaultInTile = Omit<TileFault, 'tile'>;

/** A fault at a byte of a tile. */
export function faultAt(
  code: FaultCode,
  byteOffset: number,
  expected: string,
  found: string,
): FaultInTile {
  return { code, byteOffset, expected, found, ...FAULT_KINDS[code] };
}

/** A fault that no byte is to blame for. */
export function faultOf(
  code: FaultCode,
  expected: string,
  found: string,
  tile?: string,
): TileFault {
  return { code, ...(tile !== undefined && { tile }), expected, found, ...FAULT_KINDS[code] };
}

/** One line for people. */
export function faultLine(fault: TileFault): string {
  const where = fault.tile === undefined ? '' : ` ${fault.tile}`;
  const byte = fault.byteOffset === undefined ? '' : ` byte ${fault.byteOffset}`;
  const { severity, code, expected, found, meaning } = fault;
  return `${severity} ${code}${where}${byte}: expected ${expected}, found ${found}. ${meaning}`;
}

/** Faults before warnings, otherwise in the order in which they were found. */
export function faultsFirst(faults: readonly TileFault[]): TileFault[] {
  return faults.toSorted((a, b) => rank(a) - rank(b));
}

function rank(fault: TileFault): number {
  return fault.severity === 'fault' ? 0 : 1;
}
