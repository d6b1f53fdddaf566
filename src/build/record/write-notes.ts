import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { addFoldersAround } from '../../util/files/paths.ts';
import { type FileStamp, type FileStamps, MISSING, UNSETTLED } from '../../util/record/file-stamp.ts';
import { toText } from '../../util/values/inspect.ts';
import type { BuildResult } from '../build-result.ts';
import type { BuildCache } from '../site-setup.ts';
import { DAMAGED } from './kept-build.ts';
import { type DestinationStamps, keepNotes, type LastBuild, type ListedFolders, type Notes } from './last-build.ts';

/** A successful build. */
interface FinishedBuild {
  readonly site: Site;
  readonly result: BuildResult;
  /** The name of the record that it left. */
  readonly record: string;
  /** The names of the inputs that its outputs read. If it followed another build, only those of outputs rendered again. */
  readonly inputs: Iterable<string>;
  /** Absolute paths of all files in the destination. */
  readonly outputs: Iterable<string>;
  /** The stamps of the destination when the build began, if that was as an earlier build had left it. */
  readonly left: DestinationStamps | undefined;
  /** Returns the stamp of a file or folder in the destination. */
  readonly look: (path: string) => FileStamp;
}

/** Inputs that change while no file does: with the present time, or from one call to the next. */
const CHANGES_WITHOUT_FILES = /^(?:clock|environment|git|untracked)(?::|$)/;
/** Inputs that change with the time of the build, unless the configuration fixes it. */
const FOLLOWS_BUILD = /^time(?::|$)/;
/** A configured `time:` with a full date, so that no part of it is taken from today. */
const FULL_DATE = /\d{4}-\d{1,2}-\d{1,2}/;

/** Writes the notes for the next process, unless foreign code takes part, whose inputs are unknown. */
export function noteBuild(cache: BuildCache, build: FinishedBuild): void {
  if (cache.hasForeignCode) return;
  const { files } = cache.tree.observations;
  const outputs = withFolders([...build.outputs], build.site.destination);
  keepNotes(cache.folder, notesOf(cache, build), { files, outputs: stampOutputs(build, outputs) });
}

/** The same for a build that only followed the files that had changed since another one. */
export function noteFollowedBuild(cache: BuildCache, last: LastBuild, build: FinishedBuild): void {
  const { destination } = build.site;
  const { files } = cache.tree.observations;
  const written = build.result.written.map((name) => `${destination}/${name}`);
  const copied = new Set(build.site.staticFiles.map((file) => file.destination));
  // Overwriting a rendered file does not change its folder. A copy replaces the file, which does.
  const placed = written.filter(
    (path) => copied.has(path) || (last.destination?.get(path)?.ino ?? MISSING.ino) === MISSING.ino,
  );
  const touched = new Set([...written, ...withFolders(placed, destination)]);
  const notes = notesOf(cache, build);
  const followsTime = last.followsTime || notes.followsTime;
  last.update({ ...notes, followsTime }, { files, outputs: stampOutputs(build, touched) });
}

function notesOf(cache: BuildCache, build: FinishedBuild): Notes & ListedFolders {
  const { site, record, result } = build;
  const messages = cache.log.messages.slice(cache.messagesBefore);
  const hasFixedTime = FULL_DATE.test(toText(site.config.get('time')));
  const { folders, foldersInOrder, folderStamps } = cache.tree.observations;
  return {
    folders: [...folders],
    foldersInOrder: [...foldersInOrder],
    fingerprint: cache.fingerprint,
    record,
    followsTime: followsTime(build, hasFixedTime),
    mayChangeWithTime: !hasFixedTime && internalsOf(site).buildTime.mayChangeSite,
    pages: result.pages,
    // An unsettled stamp equals no other, and cannot be written as JSON.
    folderStamps: [...folderStamps].filter(([, stamp]) => stamp !== UNSETTLED),
    messages: messages.filter(({ level, text }) => (level === 'warn' || level === 'error') && !text.endsWith(DAMAGED)),
    warnings: result.warnings,
  };
}

function followsTime({ inputs }: FinishedBuild, hasFixedTime: boolean): boolean {
  const changing = hasFixedTime ? [CHANGES_WITHOUT_FILES] : [CHANGES_WITHOUT_FILES, FOLLOWS_BUILD];
  return [...inputs].some((name) => changing.some((pattern) => pattern.test(name)));
}

/** The stamps of outputs. Only what this build has touched is looked at again. */
function stampOutputs({ site, result, left, look }: FinishedBuild, outputs: Iterable<string>): FileStamps {
  const touched = [...result.written, ...result.removed].map((name) => `${site.destination}/${name}`);
  const isTouched = withFolders(touched, site.destination);
  const stamps = new Map<string, FileStamp>();
  for (const path of outputs) {
    const known = isTouched.has(path) ? undefined : left?.get(path);
    stamps.set(path, known ?? look(path));
  }
  return stamps;
}

/** Files and all folders around them up to the destination. The stamps of folders show when files are added or removed. */
function withFolders(files: readonly string[], destination: string): Set<string> {
  const all = new Set([...files, destination]);
  for (const file of files) addFoldersAround(all, file, destination);
  return all;
}
