import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileFacts } from './files';

/** How a program ended, and the end of what it said. */
export interface CapturedRun {
  readonly exitCode: number;
  readonly output: string;
}

const KEPT_CHARS = 2000;

/**
 * Runs a program without a shell and keeps the end of what it says.
 *
 * @param env - environment; its PATH decides which program is found
 * @returns null where there is no such program
 */
export function runCaptured(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<CapturedRun | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-KEPT_CHARS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: output.trim() }));
  });
}

/** Whether a program of this name lies in a folder of the PATH. */
export async function isOnPath(
  program: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''] : [''];
  for (const folder of folders) {
    for (const ending of endings) {
      const facts = await fileFacts(join(folder, program + ending));
      if (facts !== undefined && !facts.isFolder) return true;
    }
  }
  return false;
}
