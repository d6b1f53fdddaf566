import type { PreviewReport } from './preview-report.ts';

/** How open pages hear of changes. */
export interface LiveReloadOptions {
  /** Seconds before the first and, growing, before every later attempt to reconnect (`--livereload-min-delay`, `--livereload-max-delay`). */
  readonly minDelay: number;
  readonly maxDelay: number;
  /** A second port that speaks the LiveReload protocol, for browser extensions (`--livereload-port`). */
  readonly port?: number;
  /** Put the script into every HTML response, not only into those a browser asks for (`--livereload` given in so many words). */
  readonly always: boolean;
}

/** What the server has to know: a folder and how to answer for it. Nothing here knows a `Site`. */
export interface ServerOptions {
  /** The folder that is served; nothing outside it ever is. */
  readonly root: string;
  /** The path the folder is mounted at: empty, or `/blog`. */
  readonly baseurl: string;
  readonly host: string;
  readonly port: number;
  /** Names the server answers to besides addresses and this machine's own (`allowed_hosts`). */
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
  /** What the page `/__utterson/` tells about the last build. */
  readonly report: () => PreviewReport;
}
