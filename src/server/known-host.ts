import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** What a server goes by: the host it was told to serve at, and further names it is reached by. */
export interface HostNames {
  readonly host: string;
  /** Names; one with a dot in front stands for all names below it, and `*` for any. */
  readonly allowedHosts: readonly string[];
}

/**
 * Whether a request is meant for this server, by its `Host`: an address, this machine, or a name that was allowed.
 *
 * A page on the web can have its own name lead to 127.0.0.1 (DNS rebinding), and would then read the site, drafts and all, as if it were its
 * own. Addresses cannot be led elsewhere.
 *
 * @example
 * isKnownHost('localhost:4000', { host: '127.0.0.1', allowedHosts: [] })                    // true
 * isKnownHost('evil.example:4000', { host: '127.0.0.1', allowedHosts: [] })                 // false
 * isKnownHost('a.ngrok.app', { host: '127.0.0.1', allowedHosts: ['.ngrok.app'] })           // true
 */
export function isKnownHost(host: string | undefined, { host: own, allowedHosts }: HostNames): boolean {
  // Only programs leave it out; browsers never do.
  if (host === undefined) return true;
  const name = hostName(`http://${host}`);
  if (name === undefined) return false;
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true;
  const machine = hostname().toLowerCase();
  const names = ['localhost', '.localhost', own.toLowerCase(), machine, `${machine}.local`, ...allowedHosts];
  return names.some((known) => known === '*' || known === name || (known.startsWith('.') && name.endsWith(known)));
}

/** The name in an address, without port; undefined where it is no address. */
export function hostName(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
}
