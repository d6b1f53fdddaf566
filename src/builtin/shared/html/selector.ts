import { UttersonError } from '../../../plugin/plugin.ts';
import { Scanner } from '../scanner.ts';

/** `an+b`: the numbers that `:nth-child(2n+1)` is about. */
export interface Step {
  readonly step: number;
  readonly offset: number;
}

/** A condition for one element. */
export type Condition =
  | { readonly kind: 'id' | 'class'; readonly value: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly operator: string; readonly value: string }
  | { readonly kind: 'position'; readonly ofType: boolean; readonly fromEnd: boolean; readonly step: Step }
  | { readonly kind: 'only'; readonly ofType: boolean }
  | { readonly kind: 'empty' | 'filled' | 'root' }
  | { readonly kind: 'contains'; readonly value: string }
  | { readonly kind: 'not'; readonly compound: Compound }
  | { readonly kind: 'has'; readonly selector: Selector };

/** What is said about one element: `a.b[c]`. */
export interface Compound {
  /** `*` for any. */
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/** An element and, before it, the one that it is related to: `ul > li`. */
export interface Selector {
  readonly compound: Compound;
  readonly before: { readonly combinator: ' ' | '>' | '+' | '~'; readonly selector: Selector } | undefined;
}

const NAME = /(?:[A-Za-z0-9_-]|[^\0-\x7f]|\\[\s\S])+/y;
const COMBINATOR = /[ \t\r\n]*([>+~])[ \t\r\n]*|[ \t\r\n]+/y;
const COMMA = /[ \t\r\n]*,[ \t\r\n]*/y;
const OPERATOR = /[ \t\r\n]*([~|^$*!]?=)[ \t\r\n]*/y;
const STRING = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
const STEP = /[ \t]*(?:(odd)|(even)|([+-]?\d*)n(?:[ \t]*([+-])[ \t]*(\d+))?|([+-]?\d+))[ \t]*/y;

/** Pseudo-classes without arguments. */
const SIMPLE: Readonly<Record<string, Condition>> = {
  'first-child': { kind: 'position', ofType: false, fromEnd: false, step: { step: 0, offset: 1 } },
  'last-child': { kind: 'position', ofType: false, fromEnd: true, step: { step: 0, offset: 1 } },
  'first-of-type': { kind: 'position', ofType: true, fromEnd: false, step: { step: 0, offset: 1 } },
  'last-of-type': { kind: 'position', ofType: true, fromEnd: true, step: { step: 0, offset: 1 } },
  first: { kind: 'position', ofType: true, fromEnd: false, step: { step: 0, offset: 1 } },
  last: { kind: 'position', ofType: true, fromEnd: true, step: { step: 0, offset: 1 } },
  'only-child': { kind: 'only', ofType: false },
  'only-of-type': { kind: 'only', ofType: true },
  empty: { kind: 'empty' },
  parent: { kind: 'filled' },
  root: { kind: 'root' },
};
const POSITIONS: Readonly<Record<string, { readonly ofType: boolean; readonly fromEnd: boolean }>> = {
  nth: { ofType: true, fromEnd: false },
  'nth-child': { ofType: false, fromEnd: false },
  'nth-last-child': { ofType: false, fromEnd: true },
  'nth-of-type': { ofType: true, fromEnd: false },
  'nth-last-of-type': { ofType: true, fromEnd: true },
};

/**
 * Parses a list of CSS selectors.
 *
 * @throws {UttersonError} `InvalidSelector`
 * @example
 * parseSelectors('ul > li.a, p:first-child')
 */
export function parseSelectors(source: string): Selector[] {
  return new SelectorReader(source).readAll();
}

class SelectorReader extends Scanner {
  constructor(source: string) {
    super(source.trim());
  }

  readAll(): Selector[] {
    const selectors = [this.#readSelector()];
    while (this.take(COMMA) !== null) selectors.push(this.#readSelector());
    if (!this.isAtEnd) throw this.#fail();
    return selectors;
  }

  #fail(): UttersonError {
    return new UttersonError(
      'InvalidSelector',
      `The CSS selector ${this.source} is not understood at ${this.source.slice(this.at)}`,
      {
        hint: 'Understood are names, #id, .class, [attribute], the signs > + ~ and the comma, :not(), :has(), :contains() and the classes for positions, such as :first-child.',
      },
    );
  }

  #readSelector(): Selector {
    let selector: Selector = { compound: this.#readCompound(), before: undefined };
    for (;;) {
      const start = this.at;
      const match = this.take(COMBINATOR);
      if (match === null || this.at === this.source.length || ',)'.includes(this.source.charAt(this.at))) {
        this.at = start;
        return selector;
      }
      const combinator = (match[1] ?? ' ') as ' ' | '>' | '+' | '~';
      selector = { compound: this.#readCompound(), before: { combinator, selector } };
    }
  }

  #readCompound(): Compound {
    const start = this.at;
    const name = this.takeText('*') ? '*' : this.#readName();
    const conditions: Condition[] = [];
    for (let condition = this.#readCondition(); condition !== undefined; condition = this.#readCondition()) {
      conditions.push(condition);
    }
    if (this.at === start) throw this.#fail();
    return { name: name ?? '*', conditions };
  }

  #readName(): string | undefined {
    return this.take(NAME)?.[0].replace(/\\([\s\S])/g, '$1');
  }

  #needName(): string {
    const name = this.#readName();
    if (name === undefined) throw this.#fail();
    return name;
  }

  #readCondition(): Condition | undefined {
    if (this.takeText('#')) return { kind: 'id', value: this.#needName() };
    if (this.takeText('.')) return { kind: 'class', value: this.#needName() };
    if (this.takeText('[')) return this.#readAttribute();
    if (this.takeText(':')) return this.#readPseudoClass();
    return undefined;
  }

  #readAttribute(): Condition {
    const name = this.#needName();
    const operator = this.take(OPERATOR)?.[1] ?? '';
    const value = operator === '' ? '' : this.#readValue();
    if (!this.takeText(']')) throw this.#fail();
    return { kind: 'attribute', name, operator, value };
  }

  #readValue(): string {
    const match = this.take(STRING);
    return match === null ? this.#needName() : (match[1] ?? match[2] ?? '').replace(/\\([\s\S])/g, '$1');
  }

  #readPseudoClass(): Condition {
    const start = this.at;
    const name = this.#needName();
    const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
    if (!this.takeText('(')) {
      if (simple !== undefined) return simple;
      this.at = start;
      throw this.#fail();
    }
    const condition = this.#readFunction(name);
    if (condition === undefined || !this.takeText(')')) throw this.#fail();
    return condition;
  }

  #readFunction(name: string): Condition | undefined {
    if (name === 'not') return { kind: 'not', compound: this.#readCompound() };
    if (name === 'has') return { kind: 'has', selector: this.#readSelector() };
    if (name === 'contains') return { kind: 'contains', value: this.#readValue() };
    const position = Object.hasOwn(POSITIONS, name) ? POSITIONS[name] : undefined;
    return position && { kind: 'position', ...position, step: this.#readStep() };
  }

  #readStep(): Step {
    const match = this.take(STEP);
    if (match === null) throw this.#fail();
    const [, odd, even, step, sign, offset, single] = match;
    if (odd !== undefined) return { step: 2, offset: 1 };
    if (even !== undefined) return { step: 2, offset: 0 };
    if (single !== undefined) return { step: 0, offset: Number(single) };
    const factor = step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step);
    return { step: factor, offset: Number(`${sign ?? ''}${offset ?? 0}`) };
  }
}
