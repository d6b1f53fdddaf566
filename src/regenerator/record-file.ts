import { readSealed, type SealBroken, writeSealed } from '../util/sealed-file.ts';
import { InputNames, type ReadSet } from './reads.ts';
import type { BuildRecord, Version } from './staleness.ts';

/**
 * Everything a later process needs to build on: the record of reads, and notes of the caller's own (states of source
 * files, index of kept texts) as JSON.
 *
 * Parts of the sealed file: the JSON, then all read sets as 32-bit integers.
 */
export interface KeptBuild {
  readonly names: InputNames;
  readonly record: BuildRecord;
  readonly notes: unknown;
}

export type LoadedBuild =
  | { readonly kind: 'loaded'; readonly build: KeptBuild }
  | { readonly kind: 'none'; readonly reason: SealBroken };

interface Header {
  readonly names: readonly string[];
  readonly versions: readonly (readonly [id: number, version: Version])[];
  /** Name and number of reads of each output, in the order of the integers. */
  readonly outputs: readonly (readonly [output: string, reads: number])[];
  readonly notes: unknown;
}

/** @param format names the layout and the program's version: a record of another version is not used */
export function saveBuild(path: string, format: string, { names, record, notes }: KeptBuild): void {
  const header: Header = {
    names: Array.from({ length: names.size }, (_, id) => names.name(id)),
    versions: [...record.versions],
    outputs: [...record.outputs].map(([output, read]) => [output, read.length]),
    notes,
  };
  const reads = [...record.outputs.values()].map((read) => Buffer.from(read.buffer, read.byteOffset, read.byteLength));
  writeSealed(path, format, [Buffer.from(JSON.stringify(header)), Buffer.concat(reads)]);
}

export function loadBuild(path: string, format: string): LoadedBuild {
  const unsealed = readSealed(path, format);
  if (unsealed.kind === 'broken') return { kind: 'none', reason: unsealed.reason };
  const [json = Buffer.alloc(0), reads = Buffer.alloc(0)] = unsealed.parts;
  const header = JSON.parse(json.toString('utf8')) as Header;
  const names = new InputNames();
  for (const name of header.names) names.id(name);
  const outputs = new Map<string, ReadSet>();
  const integers = new Int32Array(Uint8Array.prototype.slice.call(reads).buffer);
  let at = 0;
  for (const [output, reads] of header.outputs) {
    outputs.set(output, integers.subarray(at, at + reads));
    at += reads;
  }
  return {
    kind: 'loaded',
    build: { names, record: { versions: new Map(header.versions), outputs }, notes: header.notes },
  };
}
