import type { Site } from '../site/site.ts';
import { toText } from '../util/inspect.ts';
import { addFoldersAround } from '../util/paths.ts';
import { MISSING, type Sign, type Signs, UNSETTLED } from '../util/signs.ts';
import type { BuildResult } from './build-result.ts';
import { DAMAGED } from './kept-build.ts';
import { type DestinationSigns, keepNotes, type LastBuild, type ListedFolders, type Notes } from './last-build.ts';
import type { CachePlace } from './site-place.ts';

/** A build that went well. */
export interface FinishedBuild {
  readonly site: Site;
  readonly result: BuildResult;
  /** Tells the record that it has left from any other. */
  readonly record: string;
  /** What the site is made from, by name; where the last build was followed, what was made again. */
  readonly inputs: Iterable<string>;
  /** Absolute paths of all files of the site. */
  readonly outputs: Iterable<string>;
  /** Signs of what lay in the destination when the build began. */
  readonly left: DestinationSigns | undefined;
  /** Tells how a file or folder of the destination looks. */
  readonly look: (path: string) => Sign;
}

/** Inputs that are others at another time. */
const FOLLOWS_CLOCK = /^(?:clock|untracked)(?::|$)/;
const FOLLOWS_BUILD = /^time(?::|$)/;
/** A configured `time:` of which no part is today's. */
const FULL_DATE = /\d{4}-\d{1,2}-\d{1,2}/;

/** Leaves the notes for the next process, unless code takes part of which nobody knows what it looks at. */
export function keepStandingBuild(place: CachePlace, build: FinishedBuild): void {
  if (place.hasForeignCode) return;
  const { files } = place.tree.observations;
  const outputs = withFolders([...build.outputs], build.site.destination);
  keepNotes(place.folder, notesOf(place, build), { files, outputs: signOutputs(build, outputs) });
}

/** The same for a build that did nothing but follow the files that have changed since another one. */
export function keepFollowedBuild(place: CachePlace, last: LastBuild, build: FinishedBuild): void {
  const { destination } = build.site;
  const { files } = place.tree.observations;
  const written = build.result.written.map((name) => `${destination}/${name}`);
  const copied = new Set(build.site.staticFiles.map((file) => file.destination));
  // To write over a text leaves its folder as it is; what is copied takes the place of what was there.
  const placed = written.filter(
    (path) => copied.has(path) || (last.destination?.get(path)?.ino ?? MISSING.ino) === MISSING.ino,
  );
  const touched = new Set([...written, ...withFolders(placed, destination)]);
  const notes = notesOf(place, build);
  const followsTime = last.followsTime || notes.followsTime;
  last.update({ ...notes, followsTime }, { files, outputs: signOutputs(build, touched) });
}

function notesOf(place: CachePlace, build: FinishedBuild): Notes & ListedFolders {
  const { site, record, result } = build;
  const messages = place.log.messages.slice(place.messagesBefore);
  const hasFixedTime = FULL_DATE.test(toText(site.config.get('time')));
  const { folders, foldersInOrder, folderSigns } = place.tree.observations;
  return {
    folders: [...folders],
    foldersInOrder: [...foldersInOrder],
    fingerprint: place.fingerprint,
    record,
    followsTime: followsTime(build, hasFixedTime),
    mayChangeWithTime: !hasFixedTime && site.mayChangeWithTime,
    pages: result.pages,
    // What is unsettled equals nothing, and JSON has no word for it.
    folderSigns: [...folderSigns].filter(([, sign]) => sign !== UNSETTLED),
    messages: messages.filter(({ level, text }) => (level === 'warn' || level === 'error') && !text.endsWith(DAMAGED)),
    warnings: result.warnings,
  };
}

function followsTime({ inputs }: FinishedBuild, hasFixedTime: boolean): boolean {
  const changing = hasFixedTime ? [FOLLOWS_CLOCK] : [FOLLOWS_CLOCK, FOLLOWS_BUILD];
  return [...inputs].some((name) => changing.some((pattern) => pattern.test(name)));
}

/** Only what this build has touched is looked at anew. */
function signOutputs({ site, result, left, look }: FinishedBuild, outputs: Iterable<string>): Signs {
  const touched = [...result.written, ...result.removed].map((name) => `${site.destination}/${name}`);
  const isTouched = withFolders(touched, site.destination);
  // The folders tell of files that somebody added.
  const signs = new Map<string, Sign>();
  for (const path of outputs) {
    const known = isTouched.has(path) ? undefined : left?.get(path);
    signs.set(path, known ?? look(path));
  }
  return signs;
}

/** Files with all folders they are in, up to the destination. */
function withFolders(files: readonly string[], destination: string): Set<string> {
  const all = new Set([...files, destination]);
  for (const file of files) addFoldersAround(all, file, destination);
  return all;
}
