import { isAscii } from 'node:buffer';
import { decodeUtf8, encodeUtf8 } from '../encoding.ts';
import { floatsIn, integersIn } from './number-views.ts';

/** The length that stands for null in place of a string. */
const NONE = -1;

/**
 * Serialises many values of few kinds as columns: all strings in one string, all numbers in one typed array. With tens
 * of thousands of entries, most of the cost of JSON is printing and parsing numbers and brackets, which this avoids.
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
  /** Strings that occur more than once, with their indices. */
  readonly #shared = new Map<string, number>();

  /** Everything written, in the form that `ColumnReader` takes. */
  get parts(): readonly Uint8Array[] {
    return [...packTexts([...this.#shared.keys()]), ...this.#parts];
  }

  texts(values: readonly (string | null)[]): void {
    this.#parts.push(...packTexts(values));
  }

  /** A column of strings that occur in other columns too: each is stored once. */
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

  /** A column of numbers with fractions, or beyond 32 bits. */
  numbers(values: Iterable<number>): void {
    this.#parts.push(bytesOf(Float64Array.from(values)));
  }

  /** A column of lists of 32-bit integers. */
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

/** A column of strings, each of which is decoded only when it is asked for. */
export class TextColumn {
  readonly #lengths: Int32Array;
  readonly #bytes: Buffer;
  readonly #isAscii: boolean;
  #all: string | undefined;
  #starts: Int32Array | undefined;

  constructor(lengths: Int32Array, { buffer, byteOffset, length }: Uint8Array) {
    this.#lengths = lengths;
    this.#bytes = Buffer.from(buffer, byteOffset, length);
    this.#isAscii = isAscii(this.#bytes);
  }

  at(index: number): string | null {
    const length = this.#lengths[index] ?? NONE;
    if (length === NONE) return null;
    this.#starts ??= startsOf(this.#lengths);
    const start = this.#starts[index] ?? 0;
    if (this.#isAscii) return this.#bytes.toString('latin1', start, start + length);
    this.#all ??= decodeUtf8(this.#bytes);
    return this.#all.slice(start, start + length);
  }

  /** All strings at once, which is faster than `at` for each. */
  toArray<None>(none: None): (string | None)[] {
    const all = this.#isAscii ? this.#bytes.toString('latin1') : decodeUtf8(this.#bytes);
    let end = 0;
    return mapIntegers(this.#lengths, (length) => {
      if (length === NONE) return none;
      end += length;
      return all.slice(end - length, end);
    });
  }
}

/** A column of lists of integers; each list is a view, not a copy. */
class ListColumn {
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

/** The same as `Array.from` without an iterator, which makes an object for each of tens of thousands of entries. */
function mapIntegers<Value>(integers: Int32Array, make: (integer: number) => Value): Value[] {
  const made = new Array<Value>(integers.length);
  for (let index = 0; index < integers.length; index++) made[index] = make(integers[index] ?? 0);
  return made;
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

/** Reads columns in the order in which they were written. */
export class ColumnReader {
  readonly #parts: readonly Uint8Array[];
  readonly #shared: readonly string[];
  #next = 0;

  constructor(parts: readonly Uint8Array[]) {
    this.#parts = parts;
    this.#shared = this.strings();
  }

  texts(): (string | null)[] {
    return this.textColumn().toArray(null);
  }

  /** A column of strings in which none is null. */
  strings(): string[] {
    return this.textColumn().toArray('');
  }

  /** The same column of strings, decoded one by one on demand. */
  textColumn(): TextColumn {
    return new TextColumn(this.integers(), this.#take());
  }

  sharedTexts(): string[] {
    return mapIntegers(this.integers(), (place) => this.#shared[place] ?? '');
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
