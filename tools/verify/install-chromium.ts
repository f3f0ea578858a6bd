import { readTextIfThere } from '../io/files';
import { runProgram } from './run-program';

/** Five minutes: another package manager at work is usually done by then. */
const LOCK_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300'];

/**
 * Installs Chromium with Debian's package manager, saying so first.
 *
 * @returns whether it could be tried at all: only on Debian and its kin, only as root
 */
export async function installChromium(print: (line: string) => void): Promise<boolean> {
  const release = await readTextIfThere('/etc/os-release');
  const isDebian = /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release ?? '');
  if (!isDebian || process.getuid?.() !== 0) return false;
  print('No Chromium found. Installing it: apt-get install --no-install-recommends chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = ['apt-get', ...LOCK_OPTIONS, 'update'];
  const install = [
    'apt-get',
    ...LOCK_OPTIONS,
    'install',
    '-y',
    '--no-install-recommends',
    'chromium',
  ];
  if ((await runProgram(update, env)) !== 0)
    print('apt-get update failed; trying with what it knows.');
  return (await runProgram(install, env)) === 0;
}
