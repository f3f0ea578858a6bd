/** `1.2 MB`, `340 MB`: as exact as an estimate deserves. */
export function megabytesText(sizeBytes: number): string {
  const megabytes = sizeBytes / 1e6;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
