import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** The names of a server: the host it listens on, and further names by which it is reached. */
export interface HostNames {
  readonly host: string;
  /** A name with a leading dot stands for all its subdomains, and `*` for any name. */
  readonly allowedHosts: readonly string[];
}

/**
 * Whether a request is meant for this server, by its `Host` header: an IP address, this machine's name, or an allowed name.
 *
 * A page on the web can make its own name resolve to 127.0.0.1 (DNS rebinding) and could then read the site, drafts included, as
 * if it were its own. IP addresses cannot be misused in that way.
 *
 * @example
 * isKnownHost('localhost:4000', { host: '127.0.0.1', allowedHosts: [] })                    // true
 * isKnownHost('evil.example:4000', { host: '127.0.0.1', allowedHosts: [] })                 // false
 * isKnownHost('a.ngrok.app', { host: '127.0.0.1', allowedHosts: ['.ngrok.app'] })           // true
 */
export function isKnownHost(host: string | undefined, { host: own, allowedHosts }: HostNames): boolean {
  // Browsers always send it.
  if (host === undefined) return true;
  const name = hostName(`http://${host}`);
  if (name === undefined) return false;
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true;
  const machine = hostname().toLowerCase();
  const names = ['localhost', '.localhost', own.toLowerCase(), machine, `${machine}.local`, ...allowedHosts];
  return names.some((known) => known === '*' || known === name || (known.startsWith('.') && name.endsWith(known)));
}

/** The host name of a URL, without the port; `undefined` if it is not a URL. */
export function hostName(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
}
