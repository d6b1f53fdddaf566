import type { Config, Environment } from '../config/config.ts';
import type { Registry } from '../plugin/registry.ts';
import type { InputNames, Reads } from '../regenerator/reads.ts';
import type { Theme } from '../site/theme.ts';
import type { WriteTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import type { Clock } from '../util/time/ruby-date-parse.ts';
import type { RestoredBuild } from './record/kept-build.ts';
import type { KnownDocuments } from './record/known-documents.ts';
import type { LastBuild } from './record/last-build.ts';
import type { CachePlace } from './site-place.ts';
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
  /** What a build of another process left, if it may be used. */
  readonly kept: RestoredBuild | null;
  /** What that build noted about the files it looked at and made. */
  readonly last: LastBuild | undefined;
  readonly cache: CachePlace | null;
  /** What is known about documents, if plugins allow them to be read late. */
  readonly known: KnownDocuments | null;
  /** See `Edition`. */
  readonly postsFolder?: string;
  readonly hiddenCategories?: readonly string[];
  readonly permalinkKey?: string;
  readonly usesWorkers: boolean;
  readonly isIncremental: boolean;
  readonly buildsOnce: boolean;
}
