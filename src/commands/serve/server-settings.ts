import type { Config } from '../../config/config.ts';
import { UttersonError } from '../../errors.ts';
import type { PreviewReport } from '../../server/preview-report.ts';
import { readPem } from '../../server/read-pem.ts';
import type { LiveReloadOptions, ServerOptions } from '../../server/server-options.ts';
import { sanitizedPath } from '../../util/files/paths.ts';
import type { SiteSession } from '../build/site-session.ts';
import type { Invocation } from '../command-line/command.ts';
import { isSet, numberOf, textOf, textsOf } from '../settings.ts';

/** In seconds. Jekyll's minimum is one second, but a restarted server is back sooner. */
const MIN_DELAY = 0.25;
const MAX_DELAY = 3;

/** Reads the settings of the server from the configuration and the flags. */
export function readServerOptions(
  session: SiteSession,
  invocation: Invocation,
  report: () => PreviewReport,
): ServerOptions {
  const { config, builder } = session;
  const tls = readTls(config, builder.source);
  const liveReload = readLiveReload(config, invocation);
  return {
    root: builder.destination,
    baseurl: textOf(config, 'baseurl', ''),
    host: hostOf(config),
    port: readPort(config),
    allowedHosts: textsOf(config, 'allowed_hosts').map((name) => name.toLowerCase()),
    headers: readHeaders(config),
    charset: textOf(config, 'encoding', 'utf-8'),
    showDirectoryListing: isSet(config, 'show_dir_listing'),
    report,
    ...(tls !== undefined && { tls }),
    ...(liveReload !== undefined && { liveReload }),
  };
}

/** The value that Jekyll gives `url` in development: with `localhost`, a name that browsers trust more than an address. */
export function siteAddress(config: Config): string {
  const host = hostOf(config);
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const scheme = isSet(config, 'ssl_cert') && isSet(config, 'ssl_key') ? 'https' : 'http';
  return `${scheme}://${name}:${readPort(config)}`;
}

/** An IPv6 address may be in brackets, as in a URL. */
function hostOf(config: Config): string {
  return textOf(config, 'host', '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
}

function readPort(config: Config): number {
  const port = numberOf(config, 'port') ?? Number.NaN;
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UttersonError('InvalidPort', `'${textOf(config, 'port', '')}' is not a port.`, {
    hint: 'A port is a whole number up to 65535; the default is 4000.',
  });
}

function readHeaders(config: Config): Record<string, string> {
  const webrick = config.get('webrick');
  const headers = webrick instanceof Map ? webrick.get('headers') : undefined;
  if (!(headers instanceof Map)) return {};
  return Object.fromEntries([...headers].map(([name, value]) => [String(name), String(value)]));
}

function readTls(config: Config, source: string): ServerOptions['tls'] {
  const cert = textOf(config, 'ssl_cert', '');
  const key = textOf(config, 'ssl_key', '');
  if (cert === '' && key === '') return undefined;
  if (cert === '' || key === '') {
    throw new UttersonError('MissingCertificate', 'Missing --ssl-cert or --ssl-key. Both are required.');
  }
  return {
    cert: readPem(sanitizedPath(source, cert), '--ssl-cert'),
    key: readPem(sanitizedPath(source, key), '--ssl-key'),
  };
}

/** While the site is watched, live reload is on unless `--no-livereload` or `livereload: false` turns it off. */
function readLiveReload(config: Config, { flags }: Invocation): LiveReloadOptions | undefined {
  const wanted = config.get('livereload');
  if (wanted === false || (!isSet(config, 'livereload') && !isSet(config, 'watch'))) return undefined;
  const minDelay = numberOf(config, 'livereload_min_delay') ?? MIN_DELAY;
  const port = numberOf(config, 'livereload_port');
  return {
    minDelay,
    maxDelay: Math.max(minDelay, numberOf(config, 'livereload_max_delay') ?? MAX_DELAY),
    always: flags.get('livereload') === true || wanted === true,
    ...(port !== undefined && { port }),
  };
}
