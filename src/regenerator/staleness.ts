import type { InputNames, ReadSet } from './reads.ts';

/** An input as it was when it was read last: a digest, or null where there was none (a missing include, an unset key). */
export type Version = string | null;

/** What one build leaves behind for the next: the inputs' versions, and which output read which inputs. */
export interface BuildRecord {
  /** Version of each input, by the input's number. */
  readonly versions: ReadonlyMap<number, Version>;
  /** Reads of each output, by the output's name. */
  readonly outputs: ReadonlyMap<string, ReadSet>;
}

/** The version of an input by its name, undefined where none is recorded. */
export function recordedVersion(record: BuildRecord | undefined, names: InputNames, name: string): Version | undefined {
  const id = names.known(name);
  return id === undefined ? undefined : record?.versions.get(id);
}

/**
 * The inputs whose version is another than before.
 *
 * @param versionOf the present version of an input
 */
export function changedInputs(record: BuildRecord, versionOf: (id: number) => Version): Set<number> {
  const changed = new Set<number>();
  for (const [id, version] of record.versions) {
    if (versionOf(id) !== version) changed.add(id);
  }
  return changed;
}

/** The first input of `read` that is in `changed`, or undefined: the reason why an output is stale. */
export function staleBecause(read: ReadSet, changed: ReadonlySet<number>): number | undefined {
  if (changed.size === 0) return undefined;
  for (const id of read) {
    if (changed.has(id)) return id;
  }
  return undefined;
}
