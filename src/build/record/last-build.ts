import type { Observations, Seen } from '../../util/files/observed-tree.ts';
import type { LogMessage } from '../../util/program/log.ts';
import { VERSION } from '../../util/program/version.ts';
import {
  appendChecksummed,
  type ChecksummedState,
  readChecksummed,
  writeChecksummed,
} from '../../util/record/checksummed-file.ts';
import type { FileStamp, FileStamps } from '../../util/record/file-stamp.ts';
import { PackedStamps } from '../../util/record/packed-stamps.ts';
import type { BuildResult } from '../build-result.ts';
import type { BuildCache } from '../site-setup.ts';

/** To be changed whenever the layout of the notes changes: notes with another layout are not read. */
const FORMAT = `utterson-${VERSION}-notes-7`;

/** What a build depended on besides files, and what it logged. */
export interface Notes {
  readonly fingerprint: string;
  /** The name of the record that was written together with these notes. */
  readonly record: string;
  /** Whether a page shows the time. */
  readonly followsTime: boolean;
  /** Whether the time decides which items there are, or their URLs. */
  readonly mayChangeWithTime: boolean;
  /** The number of pages. */
  readonly pages: number;
  /** The stamps of the listed folders. */
  readonly folderStamps: readonly (readonly [path: string, stamp: FileStamp])[];
  /** The warnings of the build. As long as it stands they are repeated. */
  readonly messages: readonly LogMessage[];
  readonly warnings: readonly string[];
}

/** The names in each folder that a build has listed. */
export interface ListedFolders {
  readonly folders: FolderNotes;
  readonly foldersInOrder: FolderNotes;
}

type FolderNotes = readonly (readonly [path: string, names: string])[];

/** Stamps of the files and folders of a destination, by path. */
export type DestinationStamps = Pick<PackedStamps, 'get'>;

/** The stamps of a build's files: of those it looked at, and of those it made, with the folders they are in. */
type BuildStamps = Readonly<Record<'files' | 'outputs', FileStamps>>;

/** Where the notes of the last build are, and what is needed to check them. */
type NotedCache = Pick<BuildCache, 'folder' | 'fingerprint'> & {
  readonly log: Pick<BuildCache['log'], 'repeat'>;
  readonly tree: Pick<BuildCache['tree'], 'areFoldersAsObserved' | 'takeCompared'>;
};

/** What has changed since the last build, as far as it can be told without reading the site. */
interface Comparison {
  /** Whether the listed folders contain the same names. */
  readonly hasSameNames: boolean;
  /** The indexes of the files that have changed. */
  readonly changed: ReadonlySet<number>;
}

/**
 * What the last build noted about the files it looked at and those it made.
 *
 * A process that finds everything unchanged loads nothing but this file and its imports, so they must import nothing of
 * the site.
 */
export class LastBuild {
  readonly #cache: NotedCache;
  readonly #notes: Notes & ListedFolders;
  readonly #files: PackedStamps;
  readonly #outputs: PackedStamps;
  readonly #state: ChecksummedState;
  #destination: DestinationStamps | 'changed' | undefined;
  #comparison: Comparison | undefined;

  private constructor(cache: NotedCache, parts: ReturnType<typeof readNotes> & object) {
    this.#cache = cache;
    this.#notes = parts.notes;
    this.#files = parts.files;
    this.#outputs = parts.outputs;
    this.#state = parts.state;
  }

  /** Reads the notes; undefined if there are none for this site in this configuration. */
  static find(cache: NotedCache): LastBuild | undefined {
    const parts = readNotes(cache.folder);
    return parts?.notes.fingerprint === cache.fingerprint ? new LastBuild(cache, parts) : undefined;
  }

  /** Whether this is the last build of the given place: `createBuilder` may have been handed one that was found earlier. */
  isOf({ folder, fingerprint }: Pick<BuildCache, 'folder' | 'fingerprint'>): boolean {
    return this.#cache.folder === folder && this.#cache.fingerprint === fingerprint;
  }

  /**
   * The result of a new build if the last one still stands, that is, if everything it looked at and everything it made is
   * unchanged: a build would only read the whole site to find nothing to do. The last build's warnings are logged again.
   *
   * @returns undefined if something has changed or might have
   */
  resultIfUpToDate(): BuildResult | undefined {
    // `performance` would be one more module to load.
    const begin = Date.now();
    const { followsTime, mayChangeWithTime, messages, pages, warnings } = this.#notes;
    if (followsTime || mayChangeWithTime) return undefined;
    const { hasSameNames, changed } = this.#compared;
    if (!hasSameNames || changed.size > 0 || this.destination === undefined) return undefined;
    for (const message of messages) this.#cache.log.repeat(message);
    const seconds = (Date.now() - begin) / 1000;
    return { pages, warnings, seconds, rendered: new Map(), written: [], removed: [], phases: [], templates: [] };
  }

  /**
   * The files that have changed since, if everything else is as that build left it: the names in the folders and the
   * destination. Undefined if more may have changed, or may have with time.
   */
  changedFiles(): readonly string[] | undefined {
    if (this.#notes.mayChangeWithTime || this.destination === undefined) return undefined;
    const { hasSameNames, changed } = this.#compared;
    return hasSameNames ? [...this.#files.paths()].filter((_, index) => changed.has(index)) : undefined;
  }

  /** Whether the destination is as it was left by the build that wrote the given record, and not a later one. */
  isLeftWith(record: string): boolean {
    return this.#notes.record === record && this.destination !== undefined;
  }

  /**
   * The stamps of what is known to be unchanged, so that the next build need not look at it again. Each is given only
   * once: by the build after that, the file may have changed.
   */
  get seen(): Seen {
    const { changed } = this.#compared;
    const files = this.#files;
    const { tree } = this.#cache;
    const isGiven = new Uint8Array(files.size);
    for (const index of changed) isGiven[index] = 1;
    return {
      file(path) {
        const index = files.indexOf(path);
        if (index === undefined || isGiven[index] === 1) return undefined;
        isGiven[index] = 1;
        return files.at(index);
      },
      folder: (path) => tree.takeCompared(path),
    };
  }

  get #compared(): Comparison {
    if (this.#comparison === undefined) {
      const { folders, foldersInOrder, folderStamps } = this.#notes;
      const observed = {
        folders: new Map(folders),
        foldersInOrder: new Map(foldersInOrder),
        folderStamps: new Map(folderStamps),
      };
      const hasSameNames = this.#cache.tree.areFoldersAsObserved(observed);
      this.#comparison = { hasSameNames, changed: new Set(this.#files.changedSinceRead()) };
    }
    return this.#comparison;
  }

  /** The stamps of the destination if it is as the build left it: nothing was changed, added or removed. Checked once. */
  get destination(): DestinationStamps | undefined {
    this.#destination ??= this.#outputs.areAsWritten() ? this.#outputs : 'changed';
    return this.#destination === 'changed' ? undefined : this.#destination;
  }

  /** Whether a page shows the time. */
  get followsTime(): boolean {
    return this.#notes.followsTime;
  }

  /** Whether this build listed all the given folders too, and found the same names in them. */
  hasListed({ folders, foldersInOrder }: Pick<Observations, 'folders' | 'foldersInOrder'>): boolean {
    return areNoted(folders, this.#notes.folders) && areNoted(foldersInOrder, this.#notes.foldersInOrder);
  }

  /**
   * Updates the notes after a build that only followed changed files. The given stamps are those of the files it looked at
   * and made. All other files are still as noted here.
   */
  update(notes: Notes & ListedFolders, { files, outputs }: BuildStamps): void {
    const path = pathIn(this.#cache.folder);
    const { folders, foldersInOrder, ...others } = notes;
    if (this.hasListed({ folders: new Map(folders), foldersInOrder: new Map(foldersInOrder) })) {
      const parts = [toJson(others), this.#files.packChanges(files), this.#outputs.packChanges(outputs)];
      if (appendChecksummed(path, this.#state, parts) !== undefined) return;
    }
    const all = {
      folders: [...new Map([...this.#notes.folders, ...folders])],
      foldersInOrder: [...new Map([...this.#notes.foldersInOrder, ...foldersInOrder])],
    };
    writeChecksummed(path, FORMAT, [
      toJson(all),
      toJson(others),
      this.#files.packWith(files),
      this.#outputs.packWith(outputs),
    ]);
  }
}

/** Writes the notes for the next process. */
export function keepNotes(folder: string, notes: Notes & ListedFolders, { files, outputs }: BuildStamps): void {
  const { folders, foldersInOrder, ...others } = notes;
  const parts = [
    toJson({ folders, foldersInOrder }),
    toJson(others),
    PackedStamps.pack(files),
    PackedStamps.pack(outputs),
  ];
  writeChecksummed(pathIn(folder), FORMAT, parts);
}

function readNotes(folder: string) {
  const read = readChecksummed(pathIn(folder), FORMAT);
  if (read.kind === 'unusable') return undefined;
  const { additions, state } = read;
  const [folders, ...first] = read.parts;
  const all = [first, ...additions];
  const [notes] = all.at(-1) ?? [];
  const [files, ...laterFiles] = all.flatMap((parts) => parts[1] ?? []);
  const [outputs, ...laterOutputs] = all.flatMap((parts) => parts[2] ?? []);
  if (folders === undefined || notes === undefined || files === undefined || outputs === undefined) return undefined;
  return {
    notes: { ...(fromJson(notes) as Notes), ...(fromJson(folders) as ListedFolders) },
    files: new PackedStamps(files, laterFiles),
    outputs: new PackedStamps(outputs, laterOutputs),
    state,
  };
}

function areNoted(folders: Observations['folders'], notes: FolderNotes): boolean {
  const known = new Map(notes);
  return [...folders].every(([path, names]) => known.get(path) === names);
}

const toJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const fromJson = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

const pathIn = (folder: string): string => `${folder}/notes`;
