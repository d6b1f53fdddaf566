/** Terminates each path. */
const END = '\0';
/** This many paths are searched for one by one; from then on, an index of all paths pays off. */
const MOST_SEARCHES = 16;

/**
 * Tens of thousands of paths in one string, each sliced off when it is needed: an array of them would be memory that
 * lives as long as the process, and just touching that takes longer than slicing.
 *
 * @example
 * const paths = new PathColumn(PathColumn.join(['/a', '/b']), 2);
 * [...paths] // ['/a', '/b']
 * paths.indexOf('/b') // 1
 */
export class PathColumn {
  readonly length: number;
  readonly #text: string;
  #starts: Int32Array | undefined;
  #index: ReadonlyMap<string, number> | undefined;
  /** The path found last; usually the one after it is asked for next. */
  #last = { index: -1, start: 0, end: 0 };
  #searches = 0;

  /** @param length the number of paths */
  constructor(text: string, length: number) {
    this.#text = text;
    this.length = length;
  }

  static join(paths: Iterable<string>): string {
    let text = '';
    for (const path of paths) text += path + END;
    return text;
  }

  *[Symbol.iterator](): Generator<string, void> {
    for (let start = 0; start < this.#text.length; ) {
      const end = this.#text.indexOf(END, start);
      yield this.#text.slice(start, end);
      start = end + 1;
    }
  }

  indexOf(path: string): number | undefined {
    if (this.#index !== undefined) return this.#index.get(path);
    const { index, start, end } = this.#last;
    if (this.#isAt(end, path)) return this.#find(index + 1, end, path);
    if (index >= 0 && this.#isAt(start, path)) return index;
    if (this.#searches++ < MOST_SEARCHES) return this.#search(path);
    this.#index = new Map([...this].map((known, index) => [known, index]));
    return this.#index.get(path);
  }

  #isAt(start: number, path: string): boolean {
    return this.#text.startsWith(path, start) && this.#text.startsWith(END, start + path.length);
  }

  #find(index: number, start: number, path: string): number {
    this.#last = { index, start, end: start + path.length + 1 };
    return index;
  }

  #search(path: string): number | undefined {
    const start = this.#isAt(0, path) ? 0 : this.#text.indexOf(END + path + END) + 1;
    if (start === 0 && !this.#isAt(0, path)) return undefined;
    return this.#find(indexIn(this.#findStarts(), start), start, path);
  }

  /** Where each path begins, followed by the end of the last one. */
  #findStarts(): Int32Array {
    if (this.#starts !== undefined) return this.#starts;
    const starts = new Int32Array(this.length + 1);
    for (let index = 1; index <= this.length; index++) {
      starts[index] = this.#text.indexOf(END, starts[index - 1]) + 1;
    }
    this.#starts = starts;
    return starts;
  }
}

/** The index of a number in an ascending list that contains it, by binary search. */
function indexIn(list: Int32Array, wanted: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
