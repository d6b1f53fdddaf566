/**
 * Sorts as Ruby does on Linux (glibc's merge sort): stable, and even for an inconsistent comparison (nil after nil,
 * either way round) with exactly Ruby's result.
 *
 * @example
 * mergeSort([3, 1, 2], (a, b) => a - b) // [1, 2, 3]
 */
export function mergeSort<T>(items: readonly T[], compare: Compare<T>): T[] {
  const sorted = [...items];
  if (sorted.length > 1) new Sorting(sorted, [...items], compare).sort(0, sorted.length);
  return sorted;
}

type Compare<T> = (left: T, right: T) => number;

class Sorting<T> {
  readonly #items: T[];
  readonly #spare: T[];
  readonly #compare: Compare<T>;

  constructor(items: T[], spare: T[], compare: Compare<T>) {
    this.#items = items;
    this.#spare = spare;
    this.#compare = compare;
  }

  sort(start: number, end: number): void {
    if (end - start < 2) return;
    const middle = start + Math.floor((end - start) / 2);
    this.sort(start, middle);
    this.sort(middle, end);
    this.#merge(start, middle, end);
  }

  #merge(start: number, middle: number, end: number): void {
    const items = this.#items;
    const spare = this.#spare;
    const compare = this.#compare;
    for (let index = start; index < end; index++) spare[index] = items[index] as T;
    let left = start;
    let right = middle;
    for (let index = start; index < end; index++) {
      const takesLeft = left < middle && (right >= end || compare(spare[left] as T, spare[right] as T) <= 0);
      items[index] = spare[takesLeft ? left++ : right++] as T;
    }
  }
}
