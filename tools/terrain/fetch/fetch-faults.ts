import { AssetError } from '#core/errors';

/** Why one try failed in a way that another may mend. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly code: 'fetch-unreachable' | 'fetch-corrupt';
  /** Pause that the server asked for. */
  readonly askedMs: number | undefined;

  constructor(code: FetchFault['code'], message: string, askedMs?: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.askedMs = askedMs;
  }
}

/** The fault of a file that was tried often enough. */
export function gaveUp(url: string, fault: FetchFault, tries: number): AssetError {
  const details = {
    file: url,
    expected: fault.code === 'fetch-corrupt' ? 'the whole file as published' : 'an answer',
    found: `${fault.message} (${tries} tries in a row)`,
    fix:
      fault.code === 'fetch-corrupt'
        ? 'Look at --base-url; what lies between may change what it passes on.'
        : 'Look at the connection and run the same command again: it goes on where it stopped.',
  };
  return new AssetError(fault.code, details, { cause: fault });
}

/** The fault of a file that the server will not give. */
export function refused(url: string, status: number): AssetError {
  return new AssetError('fetch-refused', {
    file: url,
    expected: 'the file, or 404 where there is none',
    found: `status ${status}`,
    fix: 'Look at --base-url, and whether the host still gives its data freely.',
  });
}

/** Whether an answer may be another one later. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
