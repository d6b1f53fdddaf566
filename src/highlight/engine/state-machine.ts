import { BEYOND_ASCII, type CharacterSet, firstCharacters, hasCharacter } from './first-characters.ts';
import type { Lexer, Surroundings } from './lexer.ts';
import { Lexing } from './lexing.ts';
import { type PatternText, toRubyReading } from './ruby-pattern.ts';
import type { Token } from './token.ts';
import type { ByWord } from './word-table.ts';

/**
 * Where to go after a match: the name of a state is pushed, `'#push'` pushes the current state once more,
 * `'#pop'` and `'#pop:2'` leave one or two, and a list does several in order: `['#pop', 'body']` replaces.
 */
export type Transition = string | readonly string[];

/** What a match becomes: one token, one by what it is, one per group (which must cover it), or whatever a function says. */
export type Action<Data> = Token | ByWord | readonly Token[] | Perform<Data>;

export type Perform<Data> = (lexing: Lexing<Data>, match: RegExpExecArray) => void;

/** A pattern and a string that must follow it; see {@link between} and {@link before}. */
export interface Reach {
  readonly kind: 'between' | 'before' | 'once';
  readonly pattern: RegExp;
  readonly text: string;
  /** What may not stand in between. */
  readonly barrier?: string;
}

/**
 * A match from an opening pattern to the nearest closing string, over lines. Where none follows the rule does not match,
 * and the engine remembers that, so that a text of a million openings is still read in linear time.
 *
 * @example
 * [between(/\/\*\/, '*\/'), Token.CommentMultiline]
 * [between(/</, '>', '\n'), Token.NameTag] // within one line
 */
export function between(pattern: RegExp, text: string, barrier?: string): Reach {
  return barrier === undefined ? { kind: 'between', pattern, text } : { kind: 'between', pattern, text, barrier };
}

/**
 * A match that counts only where a string follows it somewhere, however far: a lookahead over lines in linear time.
 *
 * @example
 * [before(/\w+(?=\()/, ')'), Token.NameFunction]
 */
export function before(pattern: RegExp, text: string): Reach {
  return { kind: 'before', pattern, text };
}

/**
 * A match that, after its opening, fails only where its end is missing, such as a string with escapes. Having failed at an
 * opening it is not tried again in the same text: else every quote of a broken text would be read to the end.
 *
 * @example
 * [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble]
 */
export function once(pattern: RegExp, opening: string): Reach {
  return { kind: 'once', pattern, text: opening };
}

export interface Include {
  readonly include: string;
}

export type Rule<Data> = readonly [pattern: RegExp | Reach, action: Action<Data>, next?: Transition] | Include;

/** States by name; the rules of one are tried in order. A lexer begins in `root`. */
export type States<Data> = Readonly<Record<string, readonly Rule<Data>[]>>;

/** Puts the rules of another state here. */
export function include(state: string): Include {
  return { include: state };
}

/** One step of a transition: how many states to leave, or which to enter (`undefined`: the current one once more). */
export type Step<Data> = number | (() => State<Data>) | undefined;

/** A pattern of one character, or a look ahead at one: what it begins with says all. Characters of two units are not certain. */
const ONE_CHARACTER =
  /^(?:\(\?=(\[(?:\\.|[^\]\\])+\]|\\[dwtnrfv]|\\\W|[^\\()[\]{}.*+?|^$]|\.)\)|(\[(?:\\.|[^\]\\])+\]|\\[dwtnrfv]|\\\W|[^\\()[\]{}.*+?|^$]))$/;

export class CompiledRule<Data> {
  readonly first: CharacterSet;
  /** How much is matched whenever the first character can begin a match, where that much is certain without looking. */
  readonly width: 0 | 1 | undefined;
  private compiled: RegExp | undefined;

  constructor(
    private readonly text: PatternText,
    readonly reach: Reach | undefined,
    /** The token of a match, the table that knows it, or what a function does with it. */
    readonly action: Token | ByWord | Perform<Data>,
    readonly next: readonly Step<Data>[],
  ) {
    const [, ahead, character = ahead] = ONE_CHARACTER.exec(text.source) ?? [];
    this.first = firstCharacters(character === undefined ? text : { ...text, source: character });
    const isCertain = character !== undefined && (character === '.' || !hasCharacter(this.first, BEYOND_ASCII));
    if (isCertain && reach === undefined && typeof action !== 'function') this.width = ahead === undefined ? 1 : 0;
  }

  /** Made when it is first tried: most rules of a language never are. */
  get pattern(): RegExp {
    this.compiled ??= new RegExp(this.text.source, this.text.flags);
    return this.compiled;
  }
}

/** One state, ready to run: which rules can match is looked up by the next character. */
export class State<Data> {
  private readonly byCharacter: (readonly CompiledRule<Data>[] | undefined)[] = new Array(BEYOND_ASCII + 1);

  constructor(
    readonly name: string,
    private readonly rules: readonly CompiledRule<Data>[],
  ) {}

  rulesFor(code: number): readonly CompiledRule<Data>[] {
    const index = Math.min(code, BEYOND_ASCII);
    let rules = this.byCharacter[index];
    if (rules === undefined) {
      rules = this.rules.filter((rule) => hasCharacter(rule.first, index));
      this.byCharacter[index] = rules;
    }
    return rules;
  }
}

/** The states of one lexer, each compiled when it is first entered. */
export class Machine<Data> {
  private readonly compiled = new Map<string, State<Data>>();
  private readonly rules = new Map<string, readonly CompiledRule<Data>[]>();

  constructor(
    readonly tag: string,
    private readonly states: States<Data>,
  ) {}

  state(name: string): State<Data> {
    let state = this.compiled.get(name);
    if (state === undefined) {
      state = new State(name, this.compile(name));
      this.compiled.set(name, state);
    }
    return state;
  }

  private compile(name: string): readonly CompiledRule<Data>[] {
    const known = this.rules.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.states, name)) throw new Error(`Lexer ${this.tag} has no state ${name}`);
    const rules = (this.states[name] ?? []).flatMap((rule) => {
      if ('include' in rule) return this.compile(rule.include);
      const [matcher, action, next] = rule;
      const reach = matcher instanceof RegExp ? undefined : matcher;
      const text = toRubyReading(matcher instanceof RegExp ? matcher : matcher.pattern);
      const steps = next === undefined ? [] : [next].flat().map((target) => this.compileStep(target));
      return [new CompiledRule(text, reach, isGroups(action) ? emitGroups<Data>(action) : action, steps)];
    });
    this.rules.set(name, rules);
    return rules;
  }

  private compileStep(target: string): Step<Data> {
    if (target === '#push') return undefined;
    if (target.startsWith('#pop')) return Number(target.slice('#pop:'.length) || 1);
    let state: State<Data> | undefined;
    return () => {
      state ??= this.state(target);
      return state;
    };
  }
}

function isGroups<Data>(action: Action<Data>): action is readonly Token[] {
  return Array.isArray(action);
}

function emitGroups<Data>(tokens: readonly Token[]): Perform<Data> {
  return (lexing, match) => lexing.groups(match, ...tokens);
}

export interface LexerDefinition<Data> {
  /** The reference's name of the language. */
  readonly tag: string;
  /** Called when the lexer is first used, so that a lexer never used costs nothing. */
  readonly states: () => States<Data>;
  /** What the lexer's functions remember during one run. */
  readonly data?: (surroundings: Surroundings) => Data;
  /** The states a run begins in, `root` unless the options say otherwise. */
  readonly begin?: (surroundings: Surroundings) => readonly string[];
}

/**
 * Makes a lexer of a table of states.
 *
 * @example
 * const csv = defineLexer({ tag: 'csv', states: () => ({ root: [[/[^,\n]+/, Token.String], [/[,\n]/, Token.Punctuation]] }) });
 */
export function defineLexer(definition: LexerDefinition<undefined>): Lexer;
export function defineLexer<Data>(
  definition: LexerDefinition<Data> & Required<Pick<LexerDefinition<Data>, 'data'>>,
): Lexer;
export function defineLexer<Data>(definition: LexerDefinition<Data>): Lexer {
  let machine: Machine<Data> | undefined;
  const lexer: Lexer = {
    tag: definition.tag,
    start(surroundings) {
      machine ??= new Machine(definition.tag, definition.states());
      // Without `data` the overloads leave only `Data = undefined`.
      const data = definition.data?.(surroundings) as Data;
      return new Lexing(lexer, machine, data, surroundings, definition.begin?.(surroundings) ?? ['root']);
    },
  };
  return lexer;
}
