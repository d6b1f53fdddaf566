import type { Config, Environment } from '../config/config.ts';
import type { Registry } from '../plugin/registry.ts';
import type { InputNames, Reads } from '../regenerator/reads.ts';
import type { TemplateCache } from '../renderer/template-cache.ts';
import type { Theme } from '../site/theme.ts';
import type { WriteTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import type { Writer } from '../writer/writer.ts';
import type { RestoredBuild } from './record/kept-build.ts';
import type { KnownDocuments } from './record/known-documents.ts';
import type { LastBuild } from './record/last-build.ts';
import type { SiteLoader } from './site-loader.ts';
import type { BuildCache } from './site-setup.ts';
import type { SiteConverters } from './use-converters.ts';

/** What a site is built with. */
export interface SiteBuilderOptions {
  readonly config: Config;
  readonly log: Log;
  readonly source: string;
  readonly destination: string;
  readonly environment: string;
  readonly variables: Environment;
  readonly tree: WriteTree;
  /** Whether the site has no other editions, which may write into its destination too. */
  readonly isAlone: boolean;
  /** Whether no other edition is built after this one. */
  readonly isLast: boolean;
  readonly theme: Theme | null;
  readonly clock: Clock;
  readonly names: InputNames;
  readonly reads: Reads;
  readonly registry: Registry;
  readonly converters: SiteConverters;
  /** The record on disk; null if there is none. */
  readonly record: DiskRecord | null;
  /** See `Edition`. */
  readonly postsFolder?: string;
  readonly hiddenCategories?: readonly string[];
  readonly permalinkKey?: string;
  readonly usesWorkers: boolean;
  readonly isIncremental: boolean;
  readonly buildsOnce: boolean;
}

/** What another process recorded of its build, and where this one records its own. */
export interface DiskRecord {
  readonly cache: BuildCache;
  /** What that build left, as far as it is still valid. */
  readonly restored: RestoredBuild;
  /** What it noted about the files it looked at and made, if there are such notes. */
  readonly last: LastBuild | undefined;
  /** What is known about documents; null if plugins do not allow them to be read late. */
  readonly known: KnownDocuments | null;
}

/** What all builds of one site in one process share. What a build leaves for the next one is not in it: see `PreviousBuild`. */
export interface BuildContext extends SiteBuilderOptions {
  readonly templates: TemplateCache;
  readonly writer: Writer;
  readonly loader: SiteLoader;
}

/** Whether builds keep what the next one needs: there may be another, everything that plugins read is recorded, and nobody has turned it off. */
export function isRecorded({ buildsOnce, isIncremental, record, registry }: SiteBuilderOptions): boolean {
  const mayFollow = !buildsOnce || record !== null;
  return mayFollow && isIncremental && registry.isTracked;
}
