import { parseArgs } from 'node:util';
import { UsageError } from '#core/errors';
import { normalBasePath } from '../serve/app-handler';

/** How `npm start` was asked to serve. */
export interface StartOptions {
  readonly host: string;
  readonly port: number;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** Whether to serve what lies in dist without building anything (`npm run preview`). */
  readonly isBuildSkipped: boolean;
  readonly hasDrafts: boolean;
  readonly isHelpAsked: boolean;
}

const DEFAULT_PORT = 8360;

/** What `npm start -- --help` prints. */
export const START_HELP = `npm start -- [options]
  --host <address>      who may connect: 127.0.0.1 (default, this machine) or 0.0.0.0 (the network)
  --port <number>       first port to try (default: PORT or ${DEFAULT_PORT}; the next free one is taken)
  --base-path </map/>   folder of the address under which the map lies (default: /)
  --drafts              show drafts too: for the editor's own eyes
  --no-build            serve what is built already
Example: npm start -- --port 9000 --base-path /map/`;

/**
 * Reads the flags of `npm start`.
 *
 * @throws UsageError `usage-start` for an unknown flag, `usage-number` for a port that is none
 */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const { values } = parsed(argv);
  return {
    host: values.host ?? '127.0.0.1',
    port: portOf(values.port ?? (env['PORT'] || String(DEFAULT_PORT))),
    basePath: normalBasePath(values['base-path'] ?? '/'),
    isBuildSkipped: values['no-build'] === true,
    hasDrafts: values.drafts === true,
    isHelpAsked: values.help === true,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'base-path': { type: 'string' },
        drafts: { type: 'boolean' },
        'no-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(
      'usage-start',
      {
        expected: 'flags that npm start knows',
        found: error instanceof Error ? error.message : String(error),
        fix: 'See npm start -- --help',
      },
      { cause: error },
    );
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65535) return port;
  throw new UsageError('usage-number', {
    path: '--port',
    expected: 'a port from 0 to 65535',
    found: JSON.stringify(text),
    fix: 'Write for example --port 8360.',
  });
}
