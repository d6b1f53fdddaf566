import { isSpace } from './characters.ts';
import type { SpanRuleTable } from './dispatch.ts';
import type { Element, ElementKind } from './element.ts';
import type { Stop } from './span-stop.ts';

/** How much text may be parsed in vain before failures are remembered: two passes over the text, plus a constant. */
const FREE_PASSES = 2;
const FREE_CHARACTERS = 50_000;

/**
 * The kinds of element that are attempted, and the number of combinations of spans they can be inside
 * (`Parser#inside`).
 */
const ATTEMPTED: readonly ElementKind[] = ['em', 'strong', 'a', 'img'];
const COMBINATIONS = 16;

/** What is known about one kind of attempt: for each position, whether it can still succeed from there. */
interface Knowledge {
  /** 1 for positions from which an attempt never meets its stop. */
  readonly hopeless: Uint8Array;
  /** For brackets: the position, plus one, at which the depth at this position is left; -1 for never, 0 for unknown. */
  readonly ends: Int32Array;
}

/**
 * Remembers failed attempts at spans.
 *
 * kramdown tries to parse a span, backtracks when it finds no end, takes the opening characters for text and tries the
 * next span: with many openers this takes quadratic time, with nested ones exponential time. But how an attempt proceeds
 * from a position depends only on the position and the spans around it. So the positions that a failed attempt passed
 * are recorded, and another attempt of the same kind that reaches one of them fails at once. Ordinary documents waste
 * too little time for this to pay off, so it starts only when enough text has been parsed in vain.
 */
export class SpanMemory {
  private wasted = 0;
  /** Keyed by the stop's key, then by a number for the element's kind, the spans around it and the rules. */
  private readonly byStop = new Map<string, Map<number, Knowledge>>();
  private readonly tables: SpanRuleTable[] = [];
  private passed: PassedPositions | undefined = undefined;
  private parentheses: Map<number, number> | undefined = undefined;

  constructor(private readonly length: number) {}

  get isActive(): boolean {
    return this.wasted > this.length * FREE_PASSES + FREE_CHARACTERS;
  }

  noteWaste(characters: number): void {
    this.wasted += characters;
  }

  /** The same as `findParenthesisEnd`, but all parentheses of the text are matched once. */
  parenthesisEnd(text: string, open: number): number {
    this.parentheses ??= findParenthesisEnds(text);
    return this.parentheses.get(open) ?? -1;
  }

  /** Starts to record an attempt, if recording pays off by now. */
  open(stop: Stop, element: Element, inside: number, rules: SpanRuleTable): Trail | undefined {
    if (!this.isActive) return undefined;
    if (!this.tables.includes(rules)) this.tables.push(rules);
    const kind =
      ATTEMPTED.indexOf(element.kind) + ATTEMPTED.length * (inside + COMBINATIONS * this.tables.indexOf(rules));
    let knowledge = this.byStop.get(stop.key)?.get(kind);
    if (knowledge === undefined) {
      knowledge = this.newKnowledge(stop);
      const byKind = this.byStop.get(stop.key) ?? new Map<number, Knowledge>();
      this.byStop.set(stop.key, byKind.set(kind, knowledge));
    }
    this.passed ??= new PassedPositions();
    return new Trail(knowledge, stop, this.passed);
  }

  private newKnowledge(stop: Stop): Knowledge {
    const size = this.length + 1;
    const countsBrackets = stop.depth !== undefined;
    return {
      hopeless: new Uint8Array(countsBrackets ? 0 : size),
      ends: new Int32Array(countsBrackets ? size : 0),
    };
  }
}

const FIRST_CAPACITY = 1024;

/** A stack of the positions that attempts pass, with their depths. Inner attempts end first, so one stack serves all. */
class PassedPositions {
  positions = new Int32Array(FIRST_CAPACITY);
  depths = new Int32Array(FIRST_CAPACITY);
  length = 0;

  push(position: number, depth: number): void {
    if (this.length === this.positions.length) {
      this.positions = extend(this.positions);
      this.depths = extend(this.depths);
    }
    this.positions[this.length] = position;
    this.depths[this.length] = depth;
    this.length++;
  }
}

function extend(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const extended = new Int32Array(2 * numbers.length);
  extended.set(numbers);
  return extended;
}

/** The recording of one attempt. */
export class Trail {
  private readonly first: number;
  private knownEnd = -1;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly stop: Stop,
    private readonly passed: PassedPositions,
  ) {
    this.first = passed.length;
  }

  /** Whether an attempt that has reached this position cannot succeed, or would succeed to no avail. */
  isHopeless(position: number, element: Element): boolean {
    const { hopeless, ends } = this.knowledge;
    if (this.stop.depth === undefined) return hopeless[position] === 1;
    const known = ends[position] ?? 0;
    if (known === 0) return false;
    if (known === -1) return true;
    const end = known - 1;
    const isPointless = this.stop.depth(element) === 1 && this.stop.isPointless?.(end) === true;
    if (isPointless) this.knownEnd = end;
    return isPointless;
  }

  /** Records a position at which the stop is about to be tested. */
  pass(position: number, element: Element): void {
    if (this.stop.depth !== undefined) this.passed.push(position, this.stop.depth(element));
    else if (element.children.length > 0) this.passed.push(position, 0);
  }

  /** Ends the recording, and learns from it. */
  close(isMet: boolean, end: number): void {
    if (this.stop.depth !== undefined) this.learnEnds(isMet ? end : this.knownEnd);
    else if (!isMet) this.learnHopeless();
    this.passed.length = this.first;
  }

  private learnHopeless(): void {
    const { positions, length } = this.passed;
    for (let index = this.first; index < length; index++) this.knowledge.hopeless[positions[index] ?? 0] = 1;
  }

  /** Finds, for each position, the next one at which its depth is left; depth falls by at most one between positions. */
  private learnEnds(end: number): void {
    const { positions, depths, length } = this.passed;
    const open: number[] = [];
    for (let index = this.first; index < length; index++) {
      const depth = depths[index] ?? 0;
      while ((depths[open[open.length - 1] ?? -1] ?? 0) > depth) this.learn(open.pop(), positions[index - 1] ?? -1);
      open.push(index);
    }
    for (const index of open) this.learn(index, end);
  }

  private learn(index: number | undefined, end: number): void {
    const position = index === undefined ? undefined : this.passed.positions[index];
    if (position !== undefined) this.knowledge.ends[position] = end === -1 ? -1 : end + 1;
  }
}

const OPEN = 40;
const CLOSE = 41;

function isEndBeforeQuote(text: string, index: number): boolean {
  const next = text.charCodeAt(index + 1);
  return (next === 34 || next === 39) && isSpace(text.charCodeAt(index));
}

/** The index at which the parenthesis at `open` is closed or, if that comes first, of a space before a quote; else -1. */
export function findParenthesisEnd(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return index;
    else if (isEndBeforeQuote(text, index)) return index;
  }
  return -1;
}

/** The same for all parentheses of a text, in one pass. */
function findParenthesisEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === OPEN) open.push(index);
    else if (code === CLOSE) ends.set(open.pop() ?? -1, index);
    else if (isEndBeforeQuote(text, index)) {
      for (const start of open) ends.set(start, index);
      open = [];
    }
  }
  return ends;
}
