import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeUtf8, encodeUtf8 } from '../util/encoding.ts';
import { makeFolder } from '../util/files/make-folder.ts';
import { patiently } from '../util/files/patiently.ts';
import type { GrowingMap } from '../util/record/layered-map.ts';

/** Where a text lies in the pack, and the digest of what it was made from. Offset and length are in bytes. */
export interface PackEntry {
  readonly digest: string;
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the text's bytes. */
  readonly checksum: number;
}

/** The entry of each owner (a document's path). The caller stores the index, in a checksummed file. */
export type PackIndex = GrowingMap<string, PackEntry>;

/** The file is repacked once replaced texts make up more than this share of it. */
const MOST_WASTE = 0.5;
/** How much is read at once: texts are asked for in roughly the order in which they were written. */
const WINDOW_BYTES = 2 ** 16;

/**
 * A file of texts that were expensive to make (converted Markdown, front matter), each owned by one source file and
 * valid for one digest of its input. Texts are appended; the index, written afterwards, decides which of them count. A
 * text that does not match its checksum counts as missing.
 *
 * @example
 * const pack = new TextPack('.jekyll-cache/utterson/markdown.pack', index);
 * pack.set('_posts/2024-01-01-a.md', digest, () => Buffer.from(html));
 * pack.save();
 */
export class TextPack {
  readonly #path: string;
  #index: PackIndex;
  /** Texts that are not in the file yet. */
  readonly #fresh = new Map<string, { readonly digest: string; readonly bytes: () => Uint8Array }>();
  /** The buffer that every window of the usual size is read into. */
  #buffer: Buffer | undefined;
  /** The stretch of the file that was read last. */
  #window: { readonly bytes: Buffer; readonly offset: number } | undefined;

  constructor(path: string, index: PackIndex) {
    this.#path = path;
    this.#index = index;
  }

  /** The owner's text, or undefined if there is none for this digest or the file is damaged. */
  get(owner: string, digest: string): string | undefined {
    const fresh = this.#fresh.get(owner);
    if (fresh !== undefined) return fresh.digest === digest ? decodeUtf8(Buffer.from(fresh.bytes())) : undefined;
    const entry = this.#index.get(owner);
    return entry === undefined || entry.digest !== digest ? undefined : this.#read(entry);
  }

  /**
   * Stores a text, to be written by `save`.
   *
   * @param bytes returns the text in UTF-8. It is called late because all texts of a large site at once would fill the memory
   */
  set(owner: string, digest: string, bytes: () => Uint8Array): void {
    this.#fresh.set(owner, { digest, bytes });
  }

  /** Forgets the texts of all other owners. */
  keepOnly(owners: ReadonlySet<string>): void {
    this.#index = new Map([...this.#index].filter(([owner]) => owners.has(owner)));
  }

  /**
   * Appends the new texts, and repacks the file if too much of it is waste.
   *
   * @param mayRepack whether to measure the waste, which takes a look at every entry
   * @returns the index to store
   */
  save({ mayRepack }: { readonly mayRepack: boolean } = { mayRepack: true }): PackIndex {
    if (this.#fresh.size > 0) {
      this.#append();
      if (mayRepack) this.#repackIfWasteful();
    }
    // With an empty index nothing in the file counts any more.
    if (this.#index.size === 0) rmSync(this.#path, { force: true });
    return this.#index;
  }

  #read({ offset, length, checksum }: PackEntry): string | undefined {
    const bytes = this.#windowAt(offset, length).subarray(0, length);
    return bytes.length === length && crc32(bytes) === checksum ? decodeUtf8(bytes) : undefined;
  }

  /** The file's bytes from `offset` on: at least `length` of them, unless the file ends earlier. */
  #windowAt(offset: number, length: number): Buffer {
    const known = this.#window;
    const start = known === undefined ? -1 : offset - known.offset;
    if (known !== undefined && start >= 0 && start + length <= known.bytes.length) return known.bytes.subarray(start);
    this.#buffer ??= Buffer.allocUnsafeSlow(WINDOW_BYTES);
    const buffer = length > WINDOW_BYTES ? Buffer.allocUnsafeSlow(length) : this.#buffer;
    const bytes = readInto(buffer, this.#path, offset);
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
      for (const [owner, { digest, bytes: makeBytes }] of this.#fresh) {
        const bytes = makeBytes();
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

  #repackIfWasteful(): void {
    const live = [...this.#index.values()].reduce((sum, entry) => sum + entry.length, 0);
    const size = this.#size();
    if (size === 0 || (size - live) / size <= MOST_WASTE) return;
    const texts = [...this.#index].map(([owner, entry]) => ({ owner, digest: entry.digest, text: this.#read(entry) }));
    const old = `${this.#path}.old`;
    patiently(() => renameSync(this.#path, old));
    this.#index = new Map();
    for (const { owner, digest, text } of texts) {
      if (text !== undefined) this.#fresh.set(owner, { digest, bytes: () => encodeUtf8(text) });
    }
    this.#append();
    patiently(() => rmSync(old, { force: true }));
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

/** Fills a buffer from a file: the part of the buffer that was filled, empty if the file cannot be opened. */
function readInto(buffer: Buffer, path: string, offset: number): Buffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return buffer.subarray(0, 0);
  }
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, offset));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, parts: readonly Uint8Array[]): void {
  const bytes = Buffer.concat(parts);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
