import { readSealed, writeSealed } from '../regenerator/sealed-file.ts';
import type { Site } from '../site/site.ts';
import { toText } from '../util/inspect.ts';
import type { LogMessage } from '../util/log.ts';
import { areAsSigned, type Observations, signOf } from '../util/observed-tree.ts';
import { VERSION } from '../util/version.ts';
import type { BuildResult } from './build-result.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: notes of another layout are not read. */
const FORMAT = `utterson-${VERSION}-standing-1`;

type Signs = readonly (readonly [path: string, sign: string])[];

/** What a build looked at, and how it left the destination. */
interface Notes extends Record<keyof Observations, Signs> {
  readonly fingerprint: string;
  readonly pages: number;
  /** What the build warned of: it still holds, so it is said again. */
  readonly messages: readonly LogMessage[];
  readonly warnings: readonly string[];
  /** The files that were written, and the folders they are in. */
  readonly outputs: Signs;
}

/** A build that went well. */
export interface FinishedBuild {
  readonly site: Site;
  readonly result: BuildResult;
  /** What the site is made from, by name. */
  readonly inputs: Iterable<string>;
  /** Absolute paths of all files of the site. */
  readonly outputs: Iterable<string>;
}

/** Inputs that are others at another time. */
const FOLLOWS_CLOCK = /^(?:clock|untracked)(?::|$)/;
const FOLLOWS_BUILD = /^time(?::|$)/;
/** A configured `time:` of which no part is today's. */
const FULL_DATE = /\d{4}-\d{1,2}-\d{1,2}/;

/**
 * The last build, where it still stands: everything it looked at and everything it made is as it was, so that a build
 * would read the whole site only to find nothing to do.
 *
 * @returns undefined where something changed, or where nobody knows
 */
export function findStandingBuild({ folder, fingerprint, tree, log }: CachePlace): BuildResult | undefined {
  const start = performance.now();
  const unsealed = readSealed(pathIn(folder), FORMAT);
  if (unsealed.kind === 'broken') return undefined;
  const notes = JSON.parse(unsealed.bytes.toString('utf8')) as Notes;
  if (notes.fingerprint !== fingerprint) return undefined;
  const observations = {
    files: new Map(notes.files),
    folders: new Map(notes.folders),
    foldersInOrder: new Map(notes.foldersInOrder),
  };
  if (!tree.isAsObserved(observations) || !areAsSigned(notes.outputs)) return undefined;
  for (const message of notes.messages) log.repeat(message);
  const { pages, warnings } = notes;
  const seconds = (performance.now() - start) / 1000;
  return { pages, warnings, seconds, rendered: new Map(), written: [], removed: [], phases: [], templates: [] };
}

/** Leaves a note for `findStandingBuild`, where the same files make the same site at any time. */
export function keepStandingBuild(place: CachePlace, build: FinishedBuild): void {
  const { result } = build;
  const { log, messagesBefore } = place;
  if (place.hasForeignCode || followsTime(build)) return;
  const messages = log.messages.slice(messagesBefore);
  const { files, folders, foldersInOrder } = place.tree.observations;
  const notes: Notes = {
    fingerprint: place.fingerprint,
    pages: result.pages,
    messages: messages.filter(({ level }) => level === 'warn' || level === 'error'),
    warnings: result.warnings,
    files: [...files],
    folders: [...folders],
    foldersInOrder: [...foldersInOrder],
    outputs: withFolders(build).map((path) => [path, signOf(path)]),
  };
  writeSealed(pathIn(place.folder), FORMAT, Buffer.from(JSON.stringify(notes)));
}

function followsTime({ site, inputs }: FinishedBuild): boolean {
  const hasFixedTime = FULL_DATE.test(toText(site.config.get('time')));
  if (!hasFixedTime && site.mayChangeWithTime) return true;
  const changing = hasFixedTime ? [FOLLOWS_CLOCK] : [FOLLOWS_CLOCK, FOLLOWS_BUILD];
  return [...inputs].some((name) => changing.some((pattern) => pattern.test(name)));
}

/** The folders tell of files that somebody added. */
function withFolders({ site, outputs }: FinishedBuild): string[] {
  const files = [...outputs];
  const folders = new Set([site.destination]);
  for (const file of files) {
    let folder = file.slice(0, file.lastIndexOf('/'));
    while (folder.length > site.destination.length && !folders.has(folder)) {
      folders.add(folder);
      folder = folder.slice(0, folder.lastIndexOf('/'));
    }
  }
  return [...files, ...folders];
}

const pathIn = (folder: string): string => `${folder}/standing`;
