import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeUtf8, encodeUtf8 } from '../util/encoding.ts';
import type { GrowingMap } from '../util/layered-map.ts';
import { makeFolder } from '../util/make-folder.ts';

/** Where a kept text lies in the pack, and the digest of what it was made from. */
export interface PackEntry {
  readonly digest: string;
  readonly offset: number;
  /** Length in bytes. */
  readonly length: number;
  readonly checksum: number;
}

/** Owner of a text (a document's path) → its entry. The index is kept by the caller, in a sealed file. */
export type PackIndex = GrowingMap<string, PackEntry>;

/** Replaced texts stay in the file until they are this share of it. */
const MOST_WASTE = 0.5;
/** So much is read at once: texts are asked for in about the order in which they were written. */
const WINDOW_BYTES = 2 ** 16;

/**
 * Texts that were expensive to make (converted Markdown, compiled Sass), each owned by one source file and valid for
 * one digest of its input. Texts are appended; the index, written afterwards, decides what counts. A text that does
 * not match its checksum is as good as none.
 *
 * @example
 * const pack = new TextPack('.jekyll-cache/utterson/markdown.pack', index);
 * pack.set('_posts/2024-01-01-a.md', digest, () => Buffer.from(html));
 * pack.save();
 */
export class TextPack {
  readonly #path: string;
  #index: PackIndex;
  /** Texts of this run that are not in the file yet. */
  readonly #fresh = new Map<string, { readonly digest: string; readonly bytes: () => Uint8Array }>();
  /** Used again and again. */
  #memory: Buffer | undefined;
  /** What was read of the file last. */
  #window: { readonly bytes: Buffer; readonly offset: number } | undefined;

  constructor(path: string, index: PackIndex) {
    this.#path = path;
    this.#index = index;
  }

  get(owner: string, digest: string): string | undefined {
    const fresh = this.#fresh.get(owner);
    if (fresh !== undefined) return fresh.digest === digest ? decodeUtf8(Buffer.from(fresh.bytes())) : undefined;
    const entry = this.#index.get(owner);
    return entry === undefined || entry.digest !== digest ? undefined : this.#read(entry);
  }

  /** @param bytes gives the text in UTF-8 when it is written: all texts of a large site at once would fill the memory */
  set(owner: string, digest: string, bytes: () => Uint8Array): void {
    this.#fresh.set(owner, { digest, bytes });
  }

  /** Forgets the texts of owners that are no more. */
  keepOnly(owners: ReadonlySet<string>): void {
    this.#index = new Map([...this.#index].filter(([owner]) => owners.has(owner)));
  }

  /**
   * Appends the new texts; packs the file anew when too much of it is waste.
   *
   * @param packs whether to find out how much is waste: all entries are looked at for it
   * @returns the index to keep
   */
  save({ packs }: { readonly packs: boolean } = { packs: true }): PackIndex {
    if (this.#fresh.size > 0) {
      this.#append();
      if (packs) this.#packAnew();
    }
    // Nothing in the file counts any more.
    if (this.#index.size === 0) rmSync(this.#path, { force: true });
    return this.#index;
  }

  #read({ offset, length, checksum }: PackEntry): string | undefined {
    const bytes = this.#windowAt(offset, length).subarray(0, length);
    return bytes.length === length && crc32(bytes) === checksum ? decodeUtf8(bytes) : undefined;
  }

  /** What the file holds from a place on; less where it ends before. */
  #windowAt(offset: number, length: number): Buffer {
    const known = this.#window;
    const start = known === undefined ? -1 : offset - known.offset;
    if (known !== undefined && start >= 0 && start + length <= known.bytes.length) return known.bytes.subarray(start);
    this.#memory ??= Buffer.allocUnsafeSlow(WINDOW_BYTES);
    const memory = length > WINDOW_BYTES ? Buffer.allocUnsafeSlow(length) : this.#memory;
    const bytes = readInto(memory, this.#path, offset);
    this.#window = { bytes, offset };
    return bytes;
  }

  #append(): void {
    this.#window = undefined;
    makeFolder(dirname(this.#path));
    const file = openSync(this.#path, 'a');
    try {
      let offset = fstatSync(file).size;
      let waiting: Uint8Array[] = [];
      let length = 0;
      for (const [owner, { digest, bytes: give }] of this.#fresh) {
        const bytes = give();
        this.#index.set(owner, { digest, offset, length: bytes.length, checksum: crc32(bytes) });
        offset += bytes.length;
        length += bytes.length;
        waiting.push(bytes);
        if (length < WINDOW_BYTES) continue;
        writeAll(file, waiting);
        [waiting, length] = [[], 0];
      }
      writeAll(file, waiting);
    } finally {
      closeSync(file);
    }
    this.#fresh.clear();
  }

  #packAnew(): void {
    const live = [...this.#index.values()].reduce((sum, entry) => sum + entry.length, 0);
    const size = this.#size();
    if (size === 0 || (size - live) / size <= MOST_WASTE) return;
    const texts = [...this.#index].map(([owner, entry]) => ({ owner, digest: entry.digest, text: this.#read(entry) }));
    const old = `${this.#path}.old`;
    renameSync(this.#path, old);
    this.#index = new Map();
    for (const { owner, digest, text } of texts) {
      if (text !== undefined) this.#fresh.set(owner, { digest, bytes: () => encodeUtf8(text) });
    }
    this.#append();
    rmSync(old, { force: true });
  }

  #size(): number {
    const file = openSync(this.#path, 'r');
    try {
      return fstatSync(file).size;
    } finally {
      closeSync(file);
    }
  }
}

/** What was read into memory; nothing where there is no such file. */
function readInto(memory: Buffer, path: string, offset: number): Buffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return memory.subarray(0, 0);
  }
  try {
    return memory.subarray(0, readSync(file, memory, 0, memory.length, offset));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, parts: readonly Uint8Array[]): void {
  const bytes = Buffer.concat(parts);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
