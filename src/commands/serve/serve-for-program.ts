import type { BuilderOptions } from '../../build/builder-options.ts';
import type { Environment } from '../../config/config.ts';
import { checkOptions } from '../../util/known-options.ts';
import type { LogSink } from '../../util/program/log.ts';
import type { Invocation } from '../command-line/command.ts';
import { createLog } from '../settings.ts';
import { openForServing, serveSite } from './serve-site.ts';
import type { ServedSite } from './served-site.ts';

/** The options of `serve` for programs. */
export interface ServeOptions {
  /** Settings that override the configuration files: `source`, `port`, `livereload`, or any other key. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** The folder that relative paths start from; the current one by default. */
  readonly folder?: string;
  /** Where the log goes; nowhere by default. */
  readonly sink?: LogSink;
  readonly environment?: Environment;
  /** Plugins made with `definePlugin`, in addition to the site's. */
  readonly plugins?: BuilderOptions['plugins'];
}

const KNOWN = [
  'overrides',
  'folder',
  'sink',
  'environment',
  'plugins',
] as const satisfies readonly (keyof ServeOptions)[];

/**
 * Serves a site as the command `serve` does: builds it, rebuilds it when the source changes, and updates open pages.
 *
 * @example
 * const site = await serve({ overrides: { source: 'docs', port: 0 } });
 * console.log(site.address);
 * await site.close();
 */
export async function serve(options: ServeOptions = {}): Promise<ServedSite> {
  checkOptions('serve', options, KNOWN);
  const { overrides = {}, folder = process.cwd(), environment = process.env } = options;
  const { sink = { out: () => {}, err: () => {} }, plugins } = options;
  const terminal = { out: sink.out, err: sink.err, isInteractive: false, colors: false, environment, folder };
  const invocation: Invocation = { words: [], flags: new Map(Object.entries(overrides)), trace: false, terminal };
  return serveSite(await openForServing(invocation, createLog(terminal), plugins), invocation);
}
