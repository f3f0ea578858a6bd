import type { Server } from 'node:http';
import { UsageError } from '#core/errors';

/** How many ports to try, beginning with the one asked for. */
const PORTS_TRIED = 50;

/**
 * Starts to listen on a port, or on the next one that is free.
 *
 * @param port - 0 lets the system choose
 * @returns the port that it became
 * @throws UsageError `serve-no-port` when none of fifty is free; `serve-host` for a host that is
 *   not ours
 */
export async function listenOnFreePort(
  server: Server,
  host: string,
  port: number,
): Promise<number> {
  for (let tried = 0; tried < PORTS_TRIED && port + tried <= 65535; tried++) {
    const error = await tryListen(server, host, port + tried);
    if (error === undefined) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') throw noHost(host, error);
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
  }
  throw new UsageError('serve-no-port', {
    path: '--port',
    expected: `a free port from ${port} on`,
    found: `${PORTS_TRIED} ports in use`,
    fix: 'Choose another --port.',
  });
}

function tryListen(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve(error);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(undefined);
    });
  });
}

function noHost(host: string, cause: Error): UsageError {
  const details = {
    path: '--host',
    expected: 'an address of this machine',
    found: host,
    fix: 'Use 127.0.0.1 for this machine alone, 0.0.0.0 for the whole network.',
  };
  return new UsageError('serve-host', details, { cause });
}
