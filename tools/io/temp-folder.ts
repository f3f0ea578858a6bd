import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder among the system's temporary files; whoever asks removes it. */
export async function makeTempFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `arc-${name}-`));
}
