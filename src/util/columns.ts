import { isAscii } from 'node:buffer';
import { decodeUtf8, encodeUtf8 } from './encoding.ts';
import { floatsIn, integersIn } from './number-views.ts';

/** Stands for the place or the length of a text that is none. */
const NONE = -1;

/**
 * Writes down many values of few kinds as columns: all texts in one text, all numbers in one array. What tens of thousands of entries
 * take as JSON is mostly making and reading the texts of numbers and brackets.
 *
 * @example
 * const columns = new ColumnWriter();
 * columns.texts(['a', null]);
 * columns.integers([1, 2]);
 * const read = new ColumnReader(columns.parts);
 * read.texts() // ['a', null]
 * read.integers() // Int32Array [1, 2]
 */
export class ColumnWriter {
  readonly #parts: Uint8Array[] = [];
  /** Texts that come again, with their places. */
  readonly #shared = new Map<string, number>();

  /** What was written, to be handed to a reader as it is. */
  get parts(): readonly Uint8Array[] {
    return [...packTexts([...this.#shared.keys()]), ...this.#parts];
  }

  texts(values: readonly (string | null)[]): void {
    this.#parts.push(...packTexts(values));
  }

  /** Texts that are in other columns too: each is written once. */
  sharedTexts(values: readonly string[]): void {
    const places = new Int32Array(values.length);
    for (const [index, value] of values.entries()) {
      const known = this.#shared.get(value);
      places[index] = known ?? this.#shared.size;
      if (known === undefined) this.#shared.set(value, this.#shared.size);
    }
    this.#parts.push(bytesOf(places));
  }

  integers(values: Iterable<number>): void {
    this.#parts.push(bytesOf(Int32Array.from(values)));
  }

  /** Numbers with fractions, or beyond 32 bits. */
  numbers(values: Iterable<number>): void {
    this.#parts.push(bytesOf(Float64Array.from(values)));
  }

  /** Lists of integers, one after the other. */
  lists(values: readonly Int32Array[]): void {
    this.integers(values.map(({ length }) => length));
    const all = new Int32Array(values.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of values) {
      all.set(list, at);
      at += list.length;
    }
    this.#parts.push(bytesOf(all));
  }
}

function packTexts(values: readonly (string | null)[]): readonly [lengths: Uint8Array, texts: Uint8Array] {
  const lengths = Int32Array.from(values, (value) => value?.length ?? NONE);
  return [bytesOf(lengths), encodeUtf8(values.join(''))];
}

const bytesOf = ({ buffer }: Int32Array | Float64Array): Uint8Array => new Uint8Array(buffer);

/** Texts that lie one behind the other. */
export class TextColumn {
  readonly #lengths: Int32Array;
  readonly #bytes: Buffer;
  readonly #isAscii: boolean;
  #all: string | undefined;
  readonly #starts: Int32Array;

  constructor(lengths: Int32Array, { buffer, byteOffset, length }: Uint8Array) {
    this.#lengths = lengths;
    this.#bytes = Buffer.from(buffer, byteOffset, length);
    this.#isAscii = isAscii(this.#bytes);
    this.#starts = startsOf(lengths);
  }

  at(index: number): string | null {
    const length = this.#lengths[index] ?? NONE;
    if (length === NONE) return null;
    const start = this.#starts[index] ?? 0;
    if (this.#isAscii) return this.#bytes.toString('latin1', start, start + length);
    this.#all ??= decodeUtf8(this.#bytes);
    return this.#all.slice(start, start + length);
  }

  /** All of them, for somebody who wants all. */
  toArray(): (string | null)[] {
    const all = this.#isAscii ? this.#bytes.toString('latin1') : decodeUtf8(this.#bytes);
    return Array.from(this.#lengths, (length, index) => {
      const start = this.#starts[index] ?? 0;
      return length === NONE ? null : all.slice(start, start + length);
    });
  }
}

/** Lists of integers that lie one behind the other. */
export class ListColumn {
  readonly #lengths: Int32Array;
  readonly #all: Int32Array;
  readonly #starts: Int32Array;

  constructor(lengths: Int32Array, all: Int32Array) {
    this.#lengths = lengths;
    this.#all = all;
    this.#starts = startsOf(lengths);
  }

  at(index: number): Int32Array {
    const start = this.#starts[index] ?? 0;
    return this.#all.subarray(start, start + (this.#lengths[index] ?? 0));
  }
}

function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length);
  let at = 0;
  for (let index = 0; index < lengths.length; index++) {
    starts[index] = at;
    at += Math.max(lengths[index] ?? 0, 0);
  }
  return starts;
}

/** Reads columns in the order they were written in. */
export class ColumnReader {
  readonly #parts: readonly Uint8Array[];
  readonly #shared: readonly (string | null)[];
  #next = 0;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
    this.#shared = this.texts();
  }

  texts(): (string | null)[] {
    return this.textColumn().toArray();
  }

  /** The same, each text cut out when it is asked for. */
  textColumn(): TextColumn {
    return new TextColumn(this.integers(), this.#take());
  }

  sharedTexts(): string[] {
    return Array.from(this.integers(), (place) => this.#shared[place] ?? '');
  }

  integers(): Int32Array {
    return integersIn(this.#take());
  }

  numbers(): Float64Array {
    return floatsIn(this.#take());
  }

  lists(): ListColumn {
    return new ListColumn(this.integers(), this.integers());
  }

  #take(): Uint8Array {
    const part = this.#parts[this.#next++];
    if (part === undefined) throw new RangeError('there is no further column');
    return part;
  }
}
