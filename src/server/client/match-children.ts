/** A child of an element, for comparison with the children of another version of that element. */
export interface Child {
  /** Its whole source: children with the same text are the same. */
  readonly text: string;
  /** Its name and id: a child may be changed into another of the same kind. */
  readonly kind: string;
}

/** A step from the old children to the new ones, in the order of the new ones. Without `next` it is a removal, without `old` an addition. */
export interface Step {
  readonly old?: number;
  readonly next?: number;
}

/** Beyond this many comparisons (a reversed list of thousands) children are only matched by kind, which is correct but changes more. */
const MOST_COMPARISONS = 1_000_000;

/**
 * Matches old children with new ones: first as many with the same text as possible in order, then those of the same kind between.
 *
 * @example
 * // <h1>A</h1><p>x</p> → <h1>B</h1><p id="new">n</p><p>x</p>
 * matchChildren(old, next) // [{ old: 0, next: 0 }, { next: 1 }, { old: 1, next: 2 }]
 */
export function matchChildren(old: readonly Child[], next: readonly Child[]): readonly Step[] {
  let start = 0;
  while (start < old.length && start < next.length && old[start]?.text === next[start]?.text) start++;
  let end = 0;
  while (end < Math.min(old.length, next.length) - start && old.at(-1 - end)?.text === next.at(-1 - end)?.text) end++;
  const steps: Step[] = range(0, start).map((index) => ({ old: index, next: index }));
  let [oldAt, nextAt] = [start, start];
  for (const [oldKept, nextKept] of keepInOrder(old, next, start, end)) {
    steps.push(...matchGap(old, next, [oldAt, oldKept], [nextAt, nextKept]));
    if (oldKept < old.length - end) steps.push({ old: oldKept, next: nextKept });
    [oldAt, nextAt] = [oldKept + 1, nextKept + 1];
  }
  return [
    ...steps,
    ...range(0, end).map((index) => ({ old: old.length - end + index, next: next.length - end + index })),
  ];
}

type Range = readonly [from: number, to: number];

/** The longest common subsequence of children in the middle part, followed by the ends of that part as a sentinel. */
function keepInOrder(old: readonly Child[], next: readonly Child[], start: number, end: number): Range[] {
  const oldEnd = old.length - end;
  const nextEnd = next.length - end;
  const last: Range = [oldEnd, nextEnd];
  if ((oldEnd - start) * (nextEnd - start) > MOST_COMPARISONS) return [last];
  const width = nextEnd - start + 1;
  const lengths = new Uint32Array((oldEnd - start + 1) * width);
  const at = (i: number, j: number): number => lengths[(i - start) * width + (j - start)] ?? 0;
  for (let i = oldEnd - 1; i >= start; i--) {
    for (let j = nextEnd - 1; j >= start; j--) {
      const isSame = old[i]?.text === next[j]?.text;
      lengths[(i - start) * width + (j - start)] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept: Range[] = [];
  for (let [i, j] = [start, start]; i < oldEnd && j < nextEnd; ) {
    if (old[i]?.text === next[j]?.text) kept.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [...kept, last];
}

/** Between two kept children, those of the same kind are changed into each other, in order; the rest is removed or added. */
function matchGap(old: readonly Child[], next: readonly Child[], oldGap: Range, nextGap: Range): Step[] {
  const steps: Step[] = [];
  let oldAt = oldGap[0];
  for (let nextAt = nextGap[0]; nextAt < nextGap[1]; nextAt++) {
    const alike = range(oldAt, oldGap[1]).find((index) => old[index]?.kind === next[nextAt]?.kind);
    if (alike === undefined) {
      steps.push({ next: nextAt });
      continue;
    }
    steps.push(...range(oldAt, alike).map((index) => ({ old: index })), { old: alike, next: nextAt });
    oldAt = alike + 1;
  }
  return [...steps, ...range(oldAt, oldGap[1]).map((index) => ({ old: index }))];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
