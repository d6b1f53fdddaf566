import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeUtf8, encodeUtf8 } from '../util/encoding.ts';
import type { GrowingMap } from '../util/layered-map.ts';

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

  #read(entry: PackEntry): string | undefined {
    const bytes = Buffer.allocUnsafe(entry.length);
    let file: number;
    try {
      file = openSync(this.#path, 'r');
    } catch {
      return undefined;
    }
    try {
      const count = readSync(file, bytes, 0, entry.length, entry.offset);
      return count === entry.length && crc32(bytes) === entry.checksum ? decodeUtf8(bytes) : undefined;
    } finally {
      closeSync(file);
    }
  }

  #append(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const file = openSync(this.#path, 'a');
    try {
      let offset = fstatSync(file).size;
      for (const [owner, { digest, bytes: give }] of this.#fresh) {
        const bytes = give();
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
        this.#index.set(owner, { digest, offset, length: bytes.length, checksum: crc32(bytes) });
        offset += bytes.length;
      }
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
