import { createServer, type RequestListener, type Server } from 'node:http';
import { UttersonError } from '../errors.ts';
import type { ServerOptions } from './server-options.ts';

/** Where a server listens. */
interface Endpoint {
  readonly host: string;
  readonly port: number;
  /** The flag that chose the port, for errors. */
  readonly flag: string;
}

/** A server for HTTP, or for HTTPS if the options have a certificate. */
export async function createNodeServer(options: ServerOptions, listener: RequestListener): Promise<Server> {
  if (options.tls === undefined) return createServer(listener);
  const https = await import('node:https');
  return https.createServer(options.tls, listener);
}

/** Starts listening on a further port. If that fails, the other servers are closed: otherwise the process would not end. */
export async function listenBeside(others: readonly Server[], server: Server, endpoint: Endpoint): Promise<Server> {
  try {
    return await listen(server, endpoint);
  } catch (error) {
    await Promise.all(others.map(closeServer));
    throw error;
  }
}

/**
 * Starts listening.
 *
 * @throws {UttersonError} `AddressInUse`, `AddressForbidden`, `UnknownAddress`
 */
export function listen(server: Server, endpoint: Endpoint): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, endpoint)));
    server.listen(endpoint.port, endpoint.host, () => {
      server.removeAllListeners('error');
      resolve(server);
    });
  });
}

function explainListenError(error: NodeJS.ErrnoException, { host, port, flag }: Endpoint): Error {
  if (error.code === 'EADDRINUSE') {
    return new UttersonError('AddressInUse', `Port ${port} of ${host} is in use by another program.`, {
      hint: `Stop that program, or use another port: ${flag} ${port + 1}`,
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new UttersonError('AddressForbidden', `This user is not allowed to use port ${port}.`, {
      hint: `Use a port above 1023: ${flag} 4000`,
      cause: error,
    });
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new UttersonError('UnknownAddress', `This machine has no address ${host}.`, {
      hint: 'Use one of its addresses: --host 127.0.0.1, or --host 0.0.0.0 for all of them.',
      cause: error,
    });
  }
  return error;
}

/** Addresses that stand for all of a machine, and by which Windows cannot reach it; and the address of the machine itself. */
const OWN_ADDRESS: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

/** Whether a server with this host listens on all addresses of the machine. */
export const isEverywhere = (host: string): boolean => OWN_ADDRESS.has(host);

/** The address of a listening server for this machine, such as `http://127.0.0.1:4000`. */
export function addressOf(server: Server, options: ServerOptions): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const own = OWN_ADDRESS.get(options.host) ?? options.host;
  const host = own.includes(':') ? `[${own}]` : own;
  return `${options.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
}

/** Closes a server and its open connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
