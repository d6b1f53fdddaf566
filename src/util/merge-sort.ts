/**
 * Sorts as the reference's Ruby does on Linux (glibc's merge sort): stable, and with a comparison that contradicts itself
 * (nil after nil, either way round) in the very order Ruby gives.
 *
 * @example
 * mergeSort([3, 1, 2], (a, b) => a - b) // [1, 2, 3]
 */
export function mergeSort<T>(items: readonly T[], compare: (left: T, right: T) => number): T[] {
  const sorted = [...items];
  sortPart(sorted, { start: 0, end: sorted.length, spare: [...items], compare });
  return sorted;
}

interface Part<T> {
  readonly start: number;
  readonly end: number;
  readonly spare: T[];
  readonly compare: (left: T, right: T) => number;
}

function sortPart<T>(items: T[], part: Part<T>): void {
  const { start, end } = part;
  if (end - start < 2) return;
  const middle = start + Math.floor((end - start) / 2);
  sortPart(items, { ...part, end: middle });
  sortPart(items, { ...part, start: middle });
  merge(items, middle, part);
}

function merge<T>(items: T[], middle: number, { start, end, spare, compare }: Part<T>): void {
  for (let index = start; index < end; index++) spare[index] = items[index] as T;
  let left = start;
  let right = middle;
  for (let index = start; index < end; index++) {
    const takesLeft = left < middle && (right >= end || compare(spare[left] as T, spare[right] as T) <= 0);
    items[index] = spare[takesLeft ? left++ : right++] as T;
  }
}
