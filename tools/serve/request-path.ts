/**
 * The file that a request's path names inside a folder, refused when it could name anything else.
 *
 * @param rawPath - percent-encoded, relative, perhaps with a query
 * @returns path with forward slashes ('' for the folder itself), or `undefined` when it climbs,
 *   is hidden, is absolute, uses a back slash or a null, or is not valid percent-encoding
 */
export function safeRelativePath(rawPath: string): string | undefined {
  const encoded = rawPath.replace(/[?#].*$/s, '');
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
  if (path === '') return '';
  const segments = path.split('/');
  if (segments.at(-1) === '') segments.pop();
  return segments.every(isPlainName) ? segments.join('/') : undefined;
}

/** A file name that stays where it is: not empty, not hidden, without separators or controls. */
function isPlainName(segment: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  return segment !== '' && !segment.startsWith('.') && !/[\\:\u0000-\u001f]/.test(segment);
}
