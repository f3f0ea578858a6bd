/** Absolute address of a file of the application; works in any sub-folder it is hosted in. */
export function appUrl(path: string): string {
  return new URL(path, document.baseURI).href;
}
