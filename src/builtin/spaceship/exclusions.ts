interface Range {
  readonly start: number;
  readonly end: number;
}

/** The numbers by which the marks of processors differ. In the gem they are those that Ruby gives its objects. */
export const MARKS = { table: 1, mathjax: 2, polyfill: 3 } as const;

/** What stands for a piece that was taken out of a text. */
export const markFor = (processor: number, id: number | string): string => `<!JEKYLL@${1000 + processor}@${id}>`;

/**
 * A text in which marks stand for code and Liquid, and how to put them back. Marks that a processor has doubled stay in the text,
 * so each processor has its own.
 */
export class Exclusions {
  readonly text: string;
  readonly #processor: number;
  readonly #excluded: string[] = [];

  constructor(text: string, processor: number) {
    this.#processor = processor;
    const withoutCode = this.#exclude(text, findCode(text), '`');
    this.text = this.#exclude(withoutCode, findLiquid(withoutCode), '{');
  }

  /** Puts each piece back once, where it is asked for first. */
  restore(text: string): string {
    const mark = new RegExp(markFor(this.#processor, '(\\d+)'), 'g');
    const restored = new Set<string>();
    const restoreIn = (part: string): string =>
      part.replace(mark, (source, id: string) => {
        const content = this.#excluded[Number(id)];
        if (content === undefined || restored.has(id)) return source;
        restored.add(id);
        return restoreIn(content);
      });
    return restoreIn(text);
  }

  /** As in the gem, not the range itself is replaced by its mark but the first text that is the same. */
  #exclude(text: string, ranges: readonly Range[], sign: string): string {
    const replaced: [start: number, end: number, id: number][] = [];
    const places = new FreePlaces(text, sign);
    for (const { start, end } of ranges) {
      places.freeUpTo(start);
      const literal = text.slice(start, end);
      const place = places.take(literal) ?? start;
      if (place !== start) places.free(start, end);
      places.skip(end);
      replaced.push([place, place + literal.length, this.#excluded.length]);
      this.#excluded.push(literal);
    }
    let result = '';
    let done = 0;
    for (const [start, end, id] of replaced.sort(([a], [b]) => a - b)) {
      if (start < done) continue;
      result += text.slice(done, start) + markFor(this.#processor, id);
      done = end;
    }
    return result + text.slice(done);
  }
}

/** Free places are found by the text that begins there, up to this length. */
const KEY_LENGTH = 8;

/** A sign that begins nothing, and where the text ends that may be taken for a piece that begins there. */
interface FreePlace {
  readonly at: number;
  readonly end: number;
}

/** The places before the current one where a sign begins nothing, so that the same text as a later piece may be there. */
class FreePlaces {
  readonly #text: string;
  readonly #sign: string;
  readonly #places = new Map<string, FreePlace[]>();
  #at = 0;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  freeUpTo(end: number): void {
    this.free(this.#at, end);
    this.#at = end;
  }

  skip(end: number): void {
    this.#at = end;
  }

  free(start: number, end: number): void {
    for (let at = this.#next(start); at < end; at = this.#next(at + 1)) {
      for (let length = 1; length <= KEY_LENGTH; length++) {
        const key = this.#text.slice(at, at + length);
        const places = this.#places.get(key);
        if (places === undefined) this.#places.set(key, [{ at, end }]);
        else places.push({ at, end });
      }
    }
  }

  /** Takes the first place where this text is. */
  take(literal: string): number | undefined {
    const places = this.#places.get(literal.slice(0, KEY_LENGTH)) ?? [];
    const index = places.findIndex(({ at, end }) => at + literal.length <= end && this.#text.startsWith(literal, at));
    const [place] = index === -1 ? [] : places.splice(index, 1);
    return place?.at;
  }

  #next(from: number): number {
    const at = this.#text.indexOf(this.#sign, from);
    return at === -1 ? this.#text.length : at;
  }
}

const isEscaped = (text: string, at: number): boolean => text[at - 1] === '\\';

/** Code between runs of backticks: it ends at as many backticks as it began with, or at as many as there are. */
function findCode(text: string): Range[] {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const longest = longestFrom(runs);
  const ranges: Range[] = [];
  let at = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) continue;
    let start = Math.max(at, run.start);
    if (isEscaped(text, start)) start++;
    const length = run.end - start;
    if (length <= 0) continue;
    const longestLater = longest[index + 1] ?? 0;
    const ticks = Math.max(Math.min(length, longestLater), Math.floor(length / 2));
    if (ticks === 0) continue;
    if (ticks <= length / 2) at = start + 2 * ticks;
    else {
      while (runLength(runs[++index]) < ticks);
      at = (runs[index]?.start ?? 0) + ticks;
    }
    ranges.push({ start, end: at });
    // What is left of a run may begin a piece of its own.
    index--;
  }
  return ranges;
}

const runLength = (run: Range | undefined): number =>
  run === undefined ? Number.POSITIVE_INFINITY : run.end - run.start;

/** For each run, the length of the longest of it and those after it. */
function longestFrom(runs: readonly Range[]): number[] {
  const lengths = runs.map(runLength);
  for (let index = lengths.length - 2; index >= 0; index--) {
    lengths[index] = Math.max(lengths[index] ?? 0, lengths[index + 1] ?? 0);
  }
  return lengths;
}

/** Outputs and tags of Liquid that end on their line. */
function findLiquid(text: string): Range[] {
  const ends = new Map([
    ['{', new NextPlace(text, '}}')],
    ['%', new NextPlace(text, '%}')],
  ]);
  const lineEnds = new NextPlace(text, '\n');
  const ranges: Range[] = [];
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const end = isEscaped(text, at) ? undefined : ends.get(text.charAt(at + 1))?.from(at + 2);
    if (end === undefined || end > lineEnds.from(at) || end === text.length) at++;
    else {
      ranges.push({ start: at, end: end + 2 });
      at = end + 2;
    }
  }
  return ranges;
}

/** Finds the next place of a text from places that only increase. */
class NextPlace {
  readonly #text: string;
  readonly #sought: string;
  #found = -1;

  constructor(text: string, sought: string) {
    this.#text = text;
    this.#sought = sought;
  }

  /** The length of the text if it is not there. */
  from(at: number): number {
    if (this.#found < at) {
      const found = this.#text.indexOf(this.#sought, at);
      this.#found = found === -1 ? this.#text.length : found;
    }
    return this.#found;
  }
}
