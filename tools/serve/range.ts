/**
 * The one byte range that a request asks for.
 *
 * @param header - value of Range
 * @returns inclusive offsets, `undefined` for the whole file (also for several ranges, which a
 *   server may ignore), `unsatisfiable` when it begins behind the end
 * @see RFC 9110, 14.2
 */
export function parseRange(
  header: string | undefined,
  sizeBytes: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start >= sizeBytes || (first === '' && last === '0')) return 'unsatisfiable';
  return start > end ? undefined : { start, end };
}
