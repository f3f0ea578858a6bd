import { fileFacts } from './files';
import { fileHash, foldersHash } from './tile-files';

/** SHA-256 of an elevation model: of a file's bytes, or of names and bytes of a folder's pictures. */
export async function demHash(path: string): Promise<string> {
  const facts = await fileFacts(path);
  return facts?.isFolder ? foldersHash(path, ['.'], '.png') : fileHash(path);
}
