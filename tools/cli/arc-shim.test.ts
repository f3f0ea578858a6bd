import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';

/** Runs the program that `npx arc` runs, from a folder that is not the project's. */
function arc(...argv: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn(process.execPath, [join(ROOT_DIR, 'tools/cli/arc.mjs'), ...argv], {
      cwd: tmpdir(),
      env,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, out, err }));
  });
}

describe('arc.mjs', () => {
  it('runs the commands from any folder and passes their exit code on', async () => {
    const [help, wrong, data] = await Promise.all([
      arc('panorama', 'add', '--help'),
      arc('panorama', 'add'),
      arc('panorama', 'add', 'gone.jpg', '--place', 'no-such-place'),
    ]);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('npx arc panorama add');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(data).toMatchObject({ code: 1, out: '' });
    expect(data.err).toContain('Problem scene-unknown-place');
  });
});
