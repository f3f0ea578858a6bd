import { readTextIfThere } from '../io/files';
import { runProgram } from '../io/run-program';

/** Five minutes: another package manager at work is usually done by then. */
const LOCK_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300'];
/** The lock of the lists is not covered by that option: `update` is tried again instead. */
const UPDATE_TRIES = 6;
const UPDATE_PAUSE_MS = 15_000;

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
  for (let tries = 1; (await runProgram(update, env)) !== 0; tries++) {
    if (tries === UPDATE_TRIES) {
      print('apt-get update failed; installing from the lists that are there.');
      break;
    }
    print('apt-get update failed, perhaps another one is at work; trying again in 15 s.');
    await new Promise((resolve) => setTimeout(resolve, UPDATE_PAUSE_MS));
  }
  return (await runProgram(install, env)) === 0;
}
