import { ROOT_DIR } from '../io/root-dir';
import { ARC_COMMANDS } from './registry';
import { runCli } from './run-cli';
import { cliLocale } from './words';

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
  // Whoever asks twice means it.
  process.once('SIGINT', () => process.exit(130));
});

process.exitCode = await runCli(process.argv.slice(2), ARC_COMMANDS, {
  rootDir: ROOT_DIR,
  cwd: process.cwd(),
  locale: cliLocale(process.env),
  isTerminal: process.stderr.isTTY === true,
  signal: stop.signal,
  writeOut: (text) => process.stdout.write(text),
  writeErr: (text) => process.stderr.write(text),
});
