import type { LogMessage } from '../util/log.ts';
import type { Observations, Seen } from '../util/observed-tree.ts';
import { addSealed, readSealed, type SealedState, writeSealed } from '../util/sealed-file.ts';
import { PackedSigns, type Sign, type Signs } from '../util/signs.ts';
import { VERSION } from '../util/version.ts';
import type { BuildResult } from './build-result.ts';
import type { CachePlace } from './site-place.ts';

/** Changes when the layout of the notes does: notes of another layout are not read. */
const FORMAT = `utterson-${VERSION}-standing-6`;

/** What a build looked at besides files, and what it said. */
export interface Notes {
  readonly fingerprint: string;
  /** Tells the record that was left with the notes from any other. */
  readonly record: string;
  /** Whether the same files make another site at another time: in what is shown, or in what belongs to it. */
  readonly followsTime: boolean;
  readonly mayChangeWithTime: boolean;
  readonly pages: number;
  /** How the listed folders looked. */
  readonly folderSigns: readonly (readonly [path: string, sign: Sign])[];
  /** What the build warned of: it still holds, so it is said again. */
  readonly messages: readonly LogMessage[];
  readonly warnings: readonly string[];
}

/** The names in the folders that a build has listed. */
export interface ListedFolders {
  readonly folders: FolderNotes;
  readonly foldersInOrder: FolderNotes;
}

type FolderNotes = readonly (readonly [path: string, sign: string])[];

/** Signs of the files and folders of a destination, by path. */
export type DestinationSigns = Pick<PackedSigns, 'get'>;

/** The files of a build: those it looked at; and those it made, with the folders they are in. */
export type BuildSigns = Readonly<Record<'files' | 'outputs', Signs>>;

/** Where the notes of the last build may be. */
export type NotedPlace = Pick<CachePlace, 'folder' | 'fingerprint'> & {
  readonly log: Pick<CachePlace['log'], 'repeat'>;
  readonly tree: Pick<CachePlace['tree'], 'areFoldersAsObserved' | 'takeCompared'>;
};

/** What there is to know without reading the site: each thing is looked at once. */
interface Look {
  /** Whether the listed folders hold the same names. */
  readonly hasSameNames: boolean;
  /** The places of the files that have changed. */
  readonly changed: ReadonlySet<number>;
}

/**
 * What the last build noted of the files it looked at and of those it made.
 *
 * This file and what it imports are all that a process loads which finds everything as it was: it takes in nothing of the site.
 */
export class LastBuild {
  readonly #place: NotedPlace;
  readonly #notes: Notes & ListedFolders;
  readonly #files: PackedSigns;
  readonly #outputs: PackedSigns;
  readonly #state: SealedState;
  #destination: DestinationSigns | 'changed' | undefined;
  #look: Look | undefined;

  private constructor(place: NotedPlace, parts: ReturnType<typeof readNotes> & object) {
    this.#place = place;
    this.#notes = parts.notes;
    this.#files = parts.files;
    this.#outputs = parts.outputs;
    this.#state = parts.state;
  }

  /** Reads the notes; undefined where there are none of this very site. */
  static find(place: NotedPlace): LastBuild | undefined {
    const parts = readNotes(place.folder);
    return parts?.notes.fingerprint === place.fingerprint ? new LastBuild(place, parts) : undefined;
  }

  /** Whether it is the last build of a site: what one bundle of the program has found is used by another. */
  isOf({ folder, fingerprint }: Pick<CachePlace, 'folder' | 'fingerprint'>): boolean {
    return this.#place.folder === folder && this.#place.fingerprint === fingerprint;
  }

  /**
   * The result of the build where it still stands: everything it looked at and everything it made is as it was, so that a build
   * would read the whole site only to find nothing to do. Its warnings are said again.
   *
   * @returns undefined where something changed, or where nobody knows
   */
  standingResult(): BuildResult | undefined {
    // The exact clock is one more module to load.
    const begin = Date.now();
    const { followsTime, mayChangeWithTime, messages, pages, warnings } = this.#notes;
    if (followsTime || mayChangeWithTime) return undefined;
    const { hasSameNames, changed } = this.#looked;
    if (!hasSameNames || changed.size > 0 || this.destination === undefined) return undefined;
    for (const message of messages) this.#place.log.repeat(message);
    const seconds = (Date.now() - begin) / 1000;
    return { pages, warnings, seconds, rendered: new Map(), written: [], removed: [], phases: [], templates: [] };
  }

  /**
   * The files that have changed since, where all else is as that build left it: the names in the folders, the destination, and what
   * time brings. Undefined where more may be another.
   */
  changedFiles(): readonly string[] | undefined {
    if (this.#notes.mayChangeWithTime || this.destination === undefined) return undefined;
    const { hasSameNames, changed } = this.#looked;
    return hasSameNames ? [...this.#files.paths()].filter((_, place) => changed.has(place)) : undefined;
  }

  /** Whether the destination is as the build left it that has written a record too, so that each tells of the other. */
  isLeftWith(record: string): boolean {
    return this.#notes.record === record && this.destination !== undefined;
  }

  /** What need not be looked at again, as it is as the build saw it; once, for it may change until the build after. */
  get seen(): Seen {
    const { changed } = this.#looked;
    const files = this.#files;
    const { tree } = this.#place;
    const isGiven = new Uint8Array(files.size);
    for (const place of changed) isGiven[place] = 1;
    return {
      file(path) {
        const place = files.place(path);
        if (place === undefined || isGiven[place] === 1) return undefined;
        isGiven[place] = 1;
        return files.at(place);
      },
      folder: (path) => tree.takeCompared(path),
    };
  }

  get #looked(): Look {
    if (this.#look === undefined) {
      const { folders, foldersInOrder, folderSigns } = this.#notes;
      const observed = {
        folders: new Map(folders),
        foldersInOrder: new Map(foldersInOrder),
        folderSigns: new Map(folderSigns),
      };
      const hasSameNames = this.#place.tree.areFoldersAsObserved(observed);
      this.#look = { hasSameNames, changed: new Set(this.#files.changedSinceAsked()) };
    }
    return this.#look;
  }

  /** The signs of the destination, where it is as the build left it: nothing was changed, added or removed. Looked at once. */
  get destination(): DestinationSigns | undefined {
    this.#destination ??= this.#outputs.areAsWritten() ? this.#outputs : 'changed';
    return this.#destination === 'changed' ? undefined : this.#destination;
  }

  /** Whether the site may be another at another time. */
  get followsTime(): boolean {
    return this.#notes.followsTime;
  }

  /** Whether all folders that a build has listed by now were listed by this one too, and held the same names. */
  listed({ folders, foldersInOrder }: Pick<Observations, 'folders' | 'foldersInOrder'>): boolean {
    return areNoted(folders, this.#notes.folders) && areNoted(foldersInOrder, this.#notes.foldersInOrder);
  }

  /**
   * Leaves notes of a build that did nothing but follow changed files.
   *
   * @param signs of what it has looked at and made; all else is as it is noted here
   */
  update(notes: Notes & ListedFolders, { files, outputs }: BuildSigns): void {
    const path = pathIn(this.#place.folder);
    const { folders, foldersInOrder, ...others } = notes;
    if (this.listed({ folders: new Map(folders), foldersInOrder: new Map(foldersInOrder) })) {
      const parts = [toJson(others), this.#files.packChanges(files), this.#outputs.packChanges(outputs)];
      if (addSealed(path, this.#state, parts) !== undefined) return;
    }
    const all = {
      folders: [...new Map([...this.#notes.folders, ...folders])],
      foldersInOrder: [...new Map([...this.#notes.foldersInOrder, ...foldersInOrder])],
    };
    writeSealed(path, FORMAT, [
      toJson(all),
      toJson(others),
      this.#files.packWith(files),
      this.#outputs.packWith(outputs),
    ]);
  }
}

/** Leaves notes for the next process. */
export function keepNotes(folder: string, notes: Notes & ListedFolders, { files, outputs }: BuildSigns): void {
  const { folders, foldersInOrder, ...others } = notes;
  const parts = [
    toJson({ folders, foldersInOrder }),
    toJson(others),
    PackedSigns.pack(files),
    PackedSigns.pack(outputs),
  ];
  writeSealed(pathIn(folder), FORMAT, parts);
}

function readNotes(folder: string) {
  const unsealed = readSealed(pathIn(folder), FORMAT);
  if (unsealed.kind === 'broken') return undefined;
  const { additions, state } = unsealed;
  const [folders, ...first] = unsealed.parts;
  const all = [first, ...additions];
  const [notes] = all.at(-1) ?? [];
  const [files, ...laterFiles] = all.flatMap((parts) => parts[1] ?? []);
  const [outputs, ...laterOutputs] = all.flatMap((parts) => parts[2] ?? []);
  if (folders === undefined || notes === undefined || files === undefined || outputs === undefined) return undefined;
  return {
    notes: { ...(fromJson(notes) as Notes), ...(fromJson(folders) as ListedFolders) },
    files: new PackedSigns(files, laterFiles),
    outputs: new PackedSigns(outputs, laterOutputs),
    state,
  };
}

function areNoted(folders: Observations['folders'], notes: FolderNotes): boolean {
  const known = new Map(notes);
  return [...folders].every(([path, sign]) => known.get(path) === sign);
}

const toJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const fromJson = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

const pathIn = (folder: string): string => `${folder}/standing`;
