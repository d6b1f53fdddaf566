import type { Emit, Lexer, Run, Surroundings } from './lexer.ts';
import type { CompiledRule, Machine, Perform, Reach, State, Step } from './state-machine.ts';
import { Token } from './token.ts';
import type { ByWord } from './word-table.ts';

const NOWHERE = Number.POSITIVE_INFINITY;

/** After this many empty matches in a row, each further one skips a character, so that two states cannot enter each other for ever. */
const MAX_EMPTY_MATCHES = 5;

/** A state machine at work on one text: the stack of states, and the methods that the functions of rules may call. */
export class Lexing<Data> implements Run {
  private readonly stack: State<Data>[];
  private top: State<Data>;
  private readonly children = new Map<Lexer, Run>();
  /** Patterns given to `take` that have failed in this text. */
  private readonly endless = new Set<RegExp>();
  private emit: Emit = () => undefined;
  private text = '';
  private position = 0;
  private emptyMatches = 0;
  /** The `once` rules that have failed in this text. */
  private readonly failed = new Set<CompiledRule<Data>>();
  /** Where strings were found, by string: the next occurrence after `from`. */
  private readonly places = new Map<string, { readonly from: number; readonly at: number }>();
  /** The kind of the matches since `pendingStart`: neighbours of one kind are emitted together. */
  private pending: Token = Token.Text;
  private pendingStart = 0;
  private matchStart = 0;

  constructor(
    private readonly lexer: Lexer,
    private readonly machine: Machine<Data>,
    readonly data: Data,
    private readonly surroundings: Surroundings,
    begin: readonly string[],
  ) {
    this.stack = begin.map((name) => machine.state(name));
    this.top = this.findTop();
  }

  /** Finds a lexer by a name that stands in the code. */
  find(name: string): Lexer | undefined {
    return this.surroundings.find(name);
  }

  /** Emits a piece of the match. */
  token(token: Token, text: string): void {
    if (text !== '') this.emit(token, text);
  }

  /** Emits each group of a match as one token, except for empty ones. */
  groups(match: RegExpExecArray, ...tokens: readonly Token[]): void {
    for (let index = 0; index < tokens.length; index++) {
      this.token(tokens[index] ?? Token.Text, match[index + 1] ?? '');
    }
  }

  /** Hands a text to another lexer, which continues in the state in which it left the last text that it was given. */
  delegate(lexer: Lexer, text: string): void {
    let run = this.children.get(lexer);
    if (run === undefined) {
      run = lexer.start({ ...this.surroundings, options: new Map() });
      this.children.set(lexer, run);
    }
    run.feed(text, this.emit);
  }

  /** Hands a text to another lexer, which starts at its beginning. */
  delegateAfresh(lexer: Lexer, text: string): void {
    this.forget(lexer);
    this.delegate(lexer, text);
  }

  /** Makes a lexer start at its beginning with the next text that it is given. */
  forget(lexer: Lexer): void {
    this.children.delete(lexer);
  }

  /** Hands a text, such as the inside of an interpolation, to a new run of this same lexer. */
  recurse(text: string): void {
    this.delegateAfresh(this.lexer, text);
  }

  /**
   * Takes what a sticky pattern matches directly after the match. The pattern must be one that looks for an end: once it has failed it
   * is not tried again in this text, because further on there is no end either.
   */
  take(pattern: RegExp): string | undefined {
    if (this.endless.has(pattern)) return undefined;
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match === null) {
      this.endless.add(pattern);
      return undefined;
    }
    const start = this.position;
    this.position = this.behindCharacter(pattern.lastIndex);
    this.pendingStart = this.position;
    return this.text.slice(start, this.position);
  }

  push(state = this.top.name): void {
    this.enter(this.machine.state(state));
  }

  /** Leaves states, but never the first one. */
  pop(count = 1): void {
    for (let left = count; left > 0 && this.stack.length > 1; left--) this.stack.pop();
    this.top = this.findTop();
  }

  goto(state: string): void {
    this.stack.pop();
    this.push(state);
  }

  /** Leaves all states but the first. */
  reset(): void {
    this.pop(this.stack.length);
  }

  /** Whether a state is anywhere on the stack. */
  isIn(state: string): boolean {
    return this.stack.some(({ name }) => name === state);
  }

  get state(): string {
    return this.top.name;
  }

  feed(text: string, emit: Emit): void {
    this.emit = emit;
    this.text = text;
    this.position = 0;
    // There are many short pieces, and `clear` on an empty collection would take longer than lexing them.
    if (this.endless.size > 0) this.endless.clear();
    if (this.places.size > 0) this.places.clear();
    if (this.failed.size > 0) this.failed.clear();
    this.pendingStart = 0;
    while (this.position < text.length) {
      if (!this.step()) this.giveUpCharacter();
    }
    this.flush();
  }

  private enter(state: State<Data>): void {
    this.stack.push(state);
    this.top = state;
  }

  private findTop(): State<Data> {
    const state = this.stack[this.stack.length - 1];
    if (state === undefined) throw new Error(`Lexer ${this.machine.tag} left its last state`);
    return state;
  }

  private step(): boolean {
    const { text, position } = this;
    const { isAscii } = this.surroundings;
    const rules = this.top.rulesFor(text.charCodeAt(position));
    for (const rule of rules) {
      const { action } = rule;
      if (rule.width !== undefined && typeof action !== 'function')
        return this.accept(rule, action, position + rule.width);
      const pattern = rule.pattern(isAscii);
      pattern.lastIndex = position;
      if (rule.reach !== undefined) {
        if (this.stepWithReach(rule, rule.reach, pattern)) return true;
        continue;
      }
      if (typeof action === 'function') {
        const match = pattern.exec(text);
        if (match !== null) return this.perform(rule, action, match, pattern.lastIndex);
      } else if (pattern.test(text)) {
        return this.accept(rule, action, pattern.lastIndex);
      }
    }
    return false;
  }

  private accept(rule: CompiledRule<Data>, action: Token | ByWord, endOfMatch: number): boolean {
    const end = this.behindCharacter(endOfMatch);
    const goesOn = this.moveTo(end);
    const token = typeof action === 'string' ? action : this.look(action, end);
    if (token !== this.pending) {
      this.flushBefore(this.matchStart);
      this.pending = token;
    }
    if (rule.next.length > 0) this.follow(rule.next);
    return goesOn;
  }

  private stepWithReach(rule: CompiledRule<Data>, reach: Reach, pattern: RegExp): boolean {
    const { action } = rule;
    if (reach.kind === 'once' && this.failed.has(rule)) return false;
    if (reach.kind === 'before' && this.nextPlace(reach.text, this.position) === NOWHERE) return false;
    const match = pattern.exec(this.text);
    if (match === null) {
      if (reach.kind === 'once' && this.text.startsWith(reach.text, this.position)) this.failed.add(rule);
      return false;
    }
    const end = this.endOfReach(reach, pattern.lastIndex);
    if (end === NOWHERE) return false;
    if (reach.kind === 'between') match[0] = this.text.slice(this.position, end);
    return typeof action === 'function' ? this.perform(rule, action, match, end) : this.accept(rule, action, end);
  }

  private endOfReach(reach: Reach, end: number): number {
    if (reach.kind !== 'between') return end;
    const at = this.nextPlace(reach.text, end);
    if (reach.barrier !== undefined && this.nextPlace(reach.barrier, end) < at) return NOWHERE;
    return at + reach.text.length;
  }

  /** Where a string occurs next, or `NOWHERE`. The place is remembered until the lexer has passed it. */
  private nextPlace(text: string, from: number): number {
    const known = this.places.get(text);
    if (known !== undefined && known.from <= from && from <= known.at) return known.at;
    const found = this.text.indexOf(text, from);
    const at = found < 0 ? NOWHERE : found;
    this.places.set(text, { from, at });
    return at;
  }

  private look({ words, otherwise }: ByWord, end: number): Token {
    return words.get(this.text.slice(this.matchStart, end)) ?? otherwise;
  }

  private perform(
    rule: CompiledRule<Data>,
    action: Perform<Data>,
    match: RegExpExecArray,
    endOfMatch: number,
  ): boolean {
    const end = this.behindCharacter(endOfMatch);
    if (end > endOfMatch) completeMatch(match, this.text.slice(endOfMatch, end));
    const goesOn = this.moveTo(end);
    this.flushBefore(this.matchStart);
    this.pendingStart = end;
    action(this, match);
    if (rule.next.length > 0) this.follow(rule.next);
    return goesOn;
  }

  /** A match that ends between the two halves of a character, as `\\.` does at an emoji without the flag `u`, reaches behind it. */
  private behindCharacter(end: number): number {
    const next = this.text.charCodeAt(end);
    return next >= 0xdc00 && next <= 0xdfff && end > this.position && isHighSurrogate(this.text.charCodeAt(end - 1))
      ? end + 1
      : end;
  }

  /** Returns false after too many empty matches: this one still counts, but after it a character is skipped. */
  private moveTo(end: number): boolean {
    this.emptyMatches = end > this.position ? 0 : this.emptyMatches + 1;
    this.matchStart = this.position;
    this.position = end;
    return this.emptyMatches <= MAX_EMPTY_MATCHES;
  }

  private follow(next: readonly Step<Data>[]): void {
    for (const step of next) {
      if (typeof step === 'number') this.pop(step);
      else this.enter(step === undefined ? this.top : step());
    }
  }

  private giveUpCharacter(): void {
    const width = (this.text.codePointAt(this.position) ?? 0) > 0xffff ? 2 : 1;
    this.matchStart = this.position;
    this.position += width;
    if (this.pending === Token.Error) return;
    this.flushBefore(this.matchStart);
    this.pending = Token.Error;
  }

  private flush(): void {
    this.flushBefore(this.position);
  }

  private flushBefore(end: number): void {
    if (end > this.pendingStart) this.emit(this.pending, this.text.slice(this.pendingStart, end));
    this.pendingStart = end;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Adds the second half of a character to a match, and to the last of its groups that reaches to its end. */
function completeMatch(match: RegExpExecArray, half: string): void {
  for (let index = match.length - 1; index > 0; index--) {
    const group = match[index];
    if (group === undefined || group === '' || !match[0].endsWith(group)) continue;
    match[index] = group + half;
    break;
  }
  match[0] += half;
}
