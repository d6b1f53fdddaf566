import { isAscii } from 'node:buffer';
import { decodeUtf8, encodeUtf8 } from './encoding.ts';

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
    const lengths = this.integers();
    const part = this.#take();
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
    const all = isAscii(bytes) ? bytes.toString('latin1') : decodeUtf8(bytes);
    const values: (string | null)[] = [];
    let at = 0;
    for (const length of lengths) {
      values.push(length === NONE ? null : all.slice(at, at + length));
      if (length !== NONE) at += length;
    }
    return values;
  }

  sharedTexts(): string[] {
    return Array.from(this.integers(), (place) => this.#shared[place] ?? '');
  }

  integers(): Int32Array {
    return new Int32Array(this.#takeCopy().buffer);
  }

  numbers(): Float64Array {
    return new Float64Array(this.#takeCopy().buffer);
  }

  lists(): Int32Array[] {
    const lengths = this.integers();
    const all = this.integers();
    let at = 0;
    return Array.from(lengths, (length) => {
      const list = all.subarray(at, at + length);
      at += length;
      return list;
    });
  }

  #take(): Uint8Array {
    const part = this.#parts[this.#next++];
    if (part === undefined) throw new RangeError('there is no further column');
    return part;
  }

  /** Arrays of numbers have to begin at a round address. */
  #takeCopy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#take());
  }
}
