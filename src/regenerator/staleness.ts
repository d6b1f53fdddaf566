import type { InputNames, ReadSet } from './reads.ts';

/** The state of an input when it was last read: a digest, or null if it did not exist (a missing include, an unset key). */
export type Version = string | null;

/** What one build leaves behind for the next: the inputs' versions, and which output read which inputs. */
export interface BuildRecord {
  /** By the input's number. */
  readonly versions: ReadonlyMap<number, Version>;
  /** What each output read, by the output's name. */
  readonly outputs: ReadonlyMap<string, ReadSet>;
}

/** The recorded version of the input with this name, or undefined if none is recorded. */
export function recordedVersion(record: BuildRecord | undefined, names: InputNames, name: string): Version | undefined {
  const id = names.known(name);
  return id === undefined ? undefined : record?.versions.get(id);
}

/**
 * The numbers of the inputs whose version differs from the recorded one.
 *
 * @param versionOf returns an input's present version
 * @param mayHaveChanged tells which inputs have to be compared
 */
export function changedInputs(
  { versions }: BuildRecord,
  versionOf: (id: number) => Version,
  mayHaveChanged: (id: number) => boolean = () => true,
): Set<number> {
  const changed = new Set<number>();
  for (const id of versions.keys()) {
    if (!mayHaveChanged(id)) continue;
    const version = versions.get(id);
    if (versionOf(id) !== version) changed.add(id);
  }
  return changed;
}

/** So few changed inputs are looked for in the list of those that were read, which takes less time than to look at each. */
const FEW = 8;

/** Why an output that read `read` is stale: the first input in it that is also in `changed`, or undefined. */
export function staleBecause(read: ReadSet, changed: ReadonlySet<number>): number | undefined {
  if (changed.size === 0) return undefined;
  if (changed.size > FEW) return read.find((id) => changed.has(id));
  let first: number | undefined;
  for (const id of changed) if ((first === undefined || id < first) && read.includes(id)) first = id;
  return first;
}
