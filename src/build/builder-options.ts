import type { Config, Environment } from '../config/config.ts';
import type { Plugin } from '../plugin/define-plugin.ts';
import type { WriteTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';

/** What to build, and how. */
export interface BuilderOptions {
  /** What `loadConfig` returns. */
  readonly config: Config;
  /** Told what happens. Silent by default. */
  readonly log?: Log;
  /** The process's environment: `JEKYLL_ENV`, `TZ`, `GEM_PATH`. */
  readonly environment?: Environment;
  /** Where the site is read from and written to. The disk by default. */
  readonly tree?: WriteTree;
  /** Whether builds keep what the next one, in this process or another, can reuse. True by default. */
  readonly isIncremental?: boolean;
  /** Whether there will be only one build, so that nothing need be kept in memory for another. False by default. */
  readonly buildsOnce?: boolean;
  /** Whether to use worker threads for large sites and a separate program for style sheets. True by default. */
  readonly usesWorkers?: boolean;
  /** The folder that relative paths start from, and whose Gemfile names plugins. The current folder by default. */
  readonly folder?: string;
  /** Plugins in addition to those that the site names. With them nothing is kept on disk, since another process may have others. */
  readonly plugins?: readonly Plugin[];
  /** Returns the current time in milliseconds since 1970. To be set if two builds are to show the same time. */
  readonly now?: () => number;
}

/** The same with the log that is in use. */
export type LoggedOptions = BuilderOptions & { readonly log: Log };
