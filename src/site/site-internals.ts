import type { Time } from '../util/time/time.ts';
import type { BuildTime } from './build-time.ts';
import type { CollectionsFolder } from './collections-folder.ts';
import type { DestinationPlaces } from './destination-places.ts';
import type { Hooks } from './hooks.ts';
import type { Layout } from './layout.ts';
import type { PostNames } from './post-names.ts';
import type { Publisher } from './publisher.ts';
import type { ReadNotes } from './read-notes.ts';
import type { Services } from './services.ts';
import type { Site } from './site.ts';

/** How an edition of a site reads its documents: see `Edition`. */
export interface EditionSettings {
  /** Whose `_posts` are the site's, relative to the source; empty for the source itself. */
  readonly postsFolder: string;
  /** Categories that no document has, unless under `category`. */
  readonly hiddenCategories: readonly string[];
  /** The key of front matter that takes precedence over `permalink`, if there is one. */
  readonly permalinkKey: string | null;
}

/** What the program itself keeps with a site. Plugins are not given it: a `Site` is all they know. */
export interface SiteInternals {
  readonly services: Services;
  readonly hooks: Hooks;
  readonly publisher: Publisher;
  readonly buildTime: BuildTime;
  readonly places: DestinationPlaces;
  readonly collectionsFolder: CollectionsFolder;
  readonly edition: EditionSettings;
  /** When files were last modified, by absolute path. */
  readonly modifiedTimes: Map<string, Time>;
  /** The layouts that were read from files. Plugins may add others to `site.layouts`. */
  layoutsOfFiles: ReadonlyMap<string, Layout>;
  /** How the names of posts are read. */
  postNames: PostNames;
  /** The absolute paths in the destination that Ruby files have written to or removed, each with whether it has changed. */
  touchedPaths: ReadonlyMap<string, boolean>;
  /** Is told each file that has been written, if somebody wants to know. */
  onWritten: ((destination: string) => void) | null;
}

let open = (_site: Site): SiteInternals => {
  throw new TypeError('The class Site has not been loaded.');
};

/** To be called by the class `Site`, which alone can reach its private field. */
export function openSitesWith(opener: typeof open): void {
  open = opener;
}

export function internalsOf(site: Site): SiteInternals {
  return open(site);
}

/** Where it is noted what the item being rendered reads. */
export function readsOf(site: Site): ReadNotes {
  return open(site).services.reads;
}
