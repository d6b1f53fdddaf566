import type { Site } from '../site/site.ts';
import { toText } from '../util/inspect.ts';
import { type Sign, type Signs, signOf } from '../util/signs.ts';
import type { BuildResult } from './build-result.ts';
import { DAMAGED } from './kept-build.ts';
import { type DestinationSigns, keepNotes } from './last-build.ts';
import type { CachePlace } from './site-place.ts';

/** A build that went well. */
export interface FinishedBuild {
  readonly site: Site;
  readonly result: BuildResult;
  /** What the site is made from, by name. */
  readonly inputs: Iterable<string>;
  /** Absolute paths of all files of the site. */
  readonly outputs: Iterable<string>;
  /** Signs of what lay in the destination when the build began. */
  readonly left: DestinationSigns | undefined;
}

/** Inputs that are others at another time. */
const FOLLOWS_CLOCK = /^(?:clock|untracked)(?::|$)/;
const FOLLOWS_BUILD = /^time(?::|$)/;
/** A configured `time:` of which no part is today's. */
const FULL_DATE = /\d{4}-\d{1,2}-\d{1,2}/;

/** Leaves the notes for the next process, unless code takes part of which nobody knows what it looks at. */
export function keepStandingBuild(place: CachePlace, build: FinishedBuild): void {
  const { result } = build;
  const { log, messagesBefore } = place;
  if (place.hasForeignCode) return;
  const messages = log.messages.slice(messagesBefore);
  const { files, folders, foldersInOrder } = place.tree.observations;
  const notes = {
    fingerprint: place.fingerprint,
    followsTime: followsTime(build),
    pages: result.pages,
    messages: messages.filter(({ level, text }) => (level === 'warn' || level === 'error') && !text.endsWith(DAMAGED)),
    warnings: result.warnings,
    folders: [...folders],
    foldersInOrder: [...foldersInOrder],
  };
  keepNotes(place.folder, notes, { files, outputs: signOutputs(build) });
}

function followsTime({ site, inputs }: FinishedBuild): boolean {
  const hasFixedTime = FULL_DATE.test(toText(site.config.get('time')));
  if (!hasFixedTime && site.mayChangeWithTime) return true;
  const changing = hasFixedTime ? [FOLLOWS_CLOCK] : [FOLLOWS_CLOCK, FOLLOWS_BUILD];
  return [...inputs].some((name) => changing.some((pattern) => pattern.test(name)));
}

/** Only what this build has touched is looked at anew. */
function signOutputs({ site, outputs, result, left }: FinishedBuild): Signs {
  const files = [...outputs];
  const touched = [...result.written, ...result.removed].map((name) => `${site.destination}/${name}`);
  const isTouched = withFolders(touched, site.destination);
  // The folders tell of files that somebody added.
  const signs = new Map<string, Sign>();
  for (const path of withFolders(files, site.destination)) {
    const known = isTouched.has(path) ? undefined : left?.get(path);
    signs.set(path, known ?? signOf(path));
  }
  return signs;
}

/** Files with all folders they are in, up to the destination. */
function withFolders(files: readonly string[], destination: string): Set<string> {
  const all = new Set([...files, destination]);
  for (const file of files) {
    let folder = file.slice(0, file.lastIndexOf('/'));
    while (folder.length > destination.length && !all.has(folder)) {
      all.add(folder);
      folder = folder.slice(0, folder.lastIndexOf('/'));
    }
  }
  return all;
}
