import { readSealed, writeSealed } from '../regenerator/sealed-file.ts';
import type { Site } from '../site/site.ts';
import { toText } from '../util/inspect.ts';
import type { LogMessage } from '../util/log.ts';
import { areAsSigned, type Observations, signOf } from '../util/observed-tree.ts';
import { VERSION } from '../util/version.ts';
import type { BuildResult } from './build-result.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: notes of another layout are not read. */
const FORMAT = `utterson-${VERSION}-standing-2`;

type Signs = readonly (readonly [path: string, sign: string])[];

/** What a build looked at, and how it left the destination. */
interface Notes extends Record<keyof Observations, Signs> {
  readonly fingerprint: string;
  /** Whether the same files make another site at another time. */
  readonly followsTime: boolean;
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
  /** Signs of what lay in the destination when the build began. */
  readonly left: DestinationSigns | undefined;
}

/** Signs of the files and folders of a destination, by path. */
export type DestinationSigns = ReadonlyMap<string, string>;

/** Inputs that are others at another time. */
const FOLLOWS_CLOCK = /^(?:clock|untracked)(?::|$)/;
const FOLLOWS_BUILD = /^time(?::|$)/;
/** A configured `time:` of which no part is today's. */
const FULL_DATE = /\d{4}-\d{1,2}-\d{1,2}/;

/** What the last build noted of the files it looked at and of those it made. */
export class LastBuild {
  readonly #place: CachePlace;
  readonly #notes: Notes;
  /** When the notes were asked for. */
  readonly #begin: number;
  #destination: DestinationSigns | null | undefined;

  private constructor(place: CachePlace, notes: Notes, begin: number) {
    this.#place = place;
    this.#notes = notes;
    this.#begin = begin;
  }

  /** Reads the notes; undefined where there are none of this very site. */
  static find(place: CachePlace): LastBuild | undefined {
    const begin = performance.now();
    const unsealed = readSealed(pathIn(place.folder), FORMAT);
    if (unsealed.kind === 'broken') return undefined;
    const notes = JSON.parse(unsealed.bytes.toString('utf8')) as Notes;
    return notes.fingerprint === place.fingerprint ? new LastBuild(place, notes, begin) : undefined;
  }

  /**
   * The result of the build where it still stands: everything it looked at and everything it made is as it was, so that a build
   * would read the whole site only to find nothing to do. Its warnings are said again.
   *
   * @returns undefined where something changed, or where nobody knows
   */
  standingResult(): BuildResult | undefined {
    if (!this.#stands) return undefined;
    const { messages, pages, warnings } = this.#notes;
    for (const message of messages) this.#place.log.repeat(message);
    const seconds = (performance.now() - this.#begin) / 1000;
    return { pages, warnings, seconds, rendered: new Map(), written: [], removed: [], phases: [], templates: [] };
  }

  get #stands(): boolean {
    const { files, folders, foldersInOrder, followsTime } = this.#notes;
    if (followsTime) return false;
    const observations = {
      files: new Map(files),
      folders: new Map(folders),
      foldersInOrder: new Map(foldersInOrder),
    };
    return this.#place.tree.isAsObserved(observations) && this.destination !== undefined;
  }

  /** The signs of the destination, where it is as the build left it: nothing was changed, added or removed. Looked at once. */
  get destination(): DestinationSigns | undefined {
    if (this.#destination === undefined) {
      const { outputs } = this.#notes;
      this.#destination = areAsSigned(outputs) ? new Map(outputs) : null;
    }
    return this.#destination ?? undefined;
  }
}

/** Leaves the notes for the next process, unless code takes part of which nobody knows what it looks at. */
export function keepStandingBuild(place: CachePlace, build: FinishedBuild): void {
  const { result } = build;
  const { log, messagesBefore } = place;
  if (place.hasForeignCode) return;
  const messages = log.messages.slice(messagesBefore);
  const { files, folders, foldersInOrder } = place.tree.observations;
  const notes: Notes = {
    fingerprint: place.fingerprint,
    followsTime: followsTime(build),
    pages: result.pages,
    messages: messages.filter(({ level }) => level === 'warn' || level === 'error'),
    warnings: result.warnings,
    files: [...files],
    folders: [...folders],
    foldersInOrder: [...foldersInOrder],
    outputs: signOutputs(build),
  };
  writeSealed(pathIn(place.folder), FORMAT, Buffer.from(JSON.stringify(notes)));
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
  return [...withFolders(files, site.destination)].map((path) => {
    const known = isTouched.has(path) ? undefined : left?.get(path);
    return [path, known ?? signOf(path)] as const;
  });
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

const pathIn = (folder: string): string => `${folder}/standing`;
