import type { PreviewReport } from './preview-report.ts';

/** How open pages hear about changes. */
export interface LiveReloadOptions {
  /** Seconds before the first attempt to reconnect (`--livereload-min-delay`); the delay then grows up to `maxDelay`. */
  readonly minDelay: number;
  readonly maxDelay: number;
  /** A second port that speaks the LiveReload protocol, for browser extensions (`--livereload-port`). */
  readonly port?: number;
  /** Insert the script into every HTML response, not only those to browsers (if `--livereload` is given explicitly). */
  readonly always: boolean;
}

/** What the server needs to know: a folder and how to serve it. Nothing here knows a `Site`. */
export interface ServerOptions {
  /** The folder that is served; nothing outside it ever is. */
  readonly root: string;
  /** The path below which the folder is served: empty, or `/blog`. */
  readonly baseurl: string;
  readonly host: string;
  readonly port: number;
  /** Host names that the server accepts besides IP addresses and this machine's own names (`allowed_hosts`). */
  readonly allowedHosts: readonly string[];
  /** Certificate and key as PEM text, for https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Added to every page (`webrick.headers`). */
  readonly headers: Readonly<Record<string, string>>;
  /** The charset named in the content type of text files (`encoding`). */
  readonly charset: string;
  /** List folders instead of showing their index (`--show-dir-listing`). */
  readonly showDirectoryListing: boolean;
  readonly liveReload?: LiveReloadOptions;
  /** Returns what the page `/__utterson/` shows about the last build. */
  readonly report: () => PreviewReport;
}
