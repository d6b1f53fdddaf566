import { BEYOND_ASCII, type CharacterSet, firstCharacters, hasCharacter } from './first-characters.ts';
import type { Lexer, Surroundings } from './lexer.ts';
import { Lexing } from './lexing.ts';
import { type PatternText, toRubyReading } from './ruby-reading.ts';
import type { Token } from './token.ts';
import type { ByWord } from './word-table.ts';

/**
 * What happens to the stack of states after a match: a state is pushed by its name and the current one once more by `'#push'`;
 * `'#pop'` and `'#pop:2'` leave one or two; a list does several things in order: `['#pop', 'body']` replaces the state.
 */
type Transition = string | readonly string[];

/** What a match becomes: one token, a token that depends on its text, one token for each group (which must cover the match), or what a function emits. */
export type Action<Data> = Token | ByWord | readonly Token[] | Perform<Data>;

/** A function that emits the tokens of a match. */
export type Perform<Data> = (lexing: Lexing<Data>, match: RegExpExecArray) => void;

/** A pattern that depends on a string further on; see {@link between}, {@link before} and {@link once}. */
export interface Reach {
  readonly kind: 'between' | 'before' | 'once';
  readonly pattern: PatternText;
  readonly text: string;
  /** A string that may not stand in between. */
  readonly barrier?: string;
}

/**
 * Matches from an opening pattern to the nearest closing string, even in another line. If there is none, the rule does not match, and the
 * engine remembers that, so that even a text of a million openings is read in linear time.
 *
 * @example
 * [between(/\/\*\/, '*\/'), Token.CommentMultiline]
 * [between(/</, '>', '\n'), Token.NameTag] // within one line
 */
export function between(pattern: PatternText, text: string, barrier?: string): Reach {
  return barrier === undefined ? { kind: 'between', pattern, text } : { kind: 'between', pattern, text, barrier };
}

/**
 * Matches a pattern only if a string follows somewhere after it, even in another line: a lookahead in linear time.
 *
 * @example
 * [before(/\w+(?=\()/, ')'), Token.NameFunction]
 */
export function before(pattern: PatternText, text: string): Reach {
  return { kind: 'before', pattern, text };
}

/**
 * Matches a pattern that, after its opening, fails only if its end is missing, such as a string with escapes. After it has failed at an
 * opening it is not tried again in the same text. Otherwise every quote in a broken text would be followed to the end.
 *
 * @example
 * [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble]
 */
export function once(pattern: PatternText, opening: string): Reach {
  return { kind: 'once', pattern, text: opening };
}

/** Stands for the rules of another state. */
interface Include {
  readonly include: string;
}

/** What is looked for at a position, what a match becomes, and where it leads. */
export type Rule<Data> = readonly [pattern: PatternText | Reach, action: Action<Data>, next?: Transition] | Include;

/** States by name. The rules of a state are tried in order; a lexer begins in `root`. */
export type States<Data> = Readonly<Record<string, readonly Rule<Data>[]>>;

/** Puts the rules of another state into this one. */
export function include(state: string): Include {
  return { include: state };
}

/** One step of a transition: how many states to leave, or which to enter (`undefined`: the current one once more). */
export type Step<Data> = number | (() => State<Data>) | undefined;

/** A pattern that consists of one character or of a lookahead at one. For an ASCII character, its set of first characters then decides alone. */
const ONE_CHARACTER =
  /^(?:\(\?=(\[(?:\\.|[^\]\\])+\]|\\[dwtnrfv]|\\\W|[^\\()[\]{}.*+?|^$]|\.)\)|(\[(?:\\.|[^\]\\])+\]|\\[dwtnrfv]|\\\W|[^\\()[\]{}.*+?|^$]))$/;

/** One rule, ready to run. */
export class CompiledRule<Data> {
  readonly first: CharacterSet;
  /** The length of a match, if the first character alone decides whether there is one. */
  readonly width: 0 | 1 | undefined;
  private forAscii: RegExp | undefined;
  private forAll: RegExp | undefined;

  constructor(
    private readonly written: PatternText,
    readonly reach: Reach | undefined,
    readonly action: Token | ByWord | Perform<Data>,
    readonly next: readonly Step<Data>[],
  ) {
    const text = toRubyReading(written, false);
    const [, ahead, character = ahead] = ONE_CHARACTER.exec(text.source) ?? [];
    this.first = firstCharacters(character === undefined ? text : { ...text, source: character });
    const isCertain = character !== undefined && (character === '.' || !hasCharacter(this.first, BEYOND_ASCII));
    if (isCertain && reach === undefined && typeof action !== 'function') this.width = ahead === undefined ? 1 : 0;
  }

  /**
   * The pattern for an ASCII text or for any text. Each is compiled when it is first needed, which those of most rules of a language
   * never are.
   */
  pattern(isForAscii: boolean): RegExp {
    if (isForAscii) {
      this.forAscii ??= this.compile(true);
      return this.forAscii;
    }
    this.forAll ??= this.compile(false);
    return this.forAll;
  }

  private compile(isForAscii: boolean): RegExp {
    const { source, flags } = toRubyReading(this.written, isForAscii);
    return new RegExp(source, flags);
  }
}

/** One state, ready to run. The next character decides which of its rules are tried. */
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
      const [text, reach] = 'kind' in matcher ? [matcher.pattern, matcher] : [matcher, undefined];
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

/** A lexer, as its module describes it. */
interface LexerDefinition<Data> {
  /** The name that Rouge gives the language. */
  readonly tag: string;
  /** Called when the lexer is first used, so that unused lexers cost nothing. */
  readonly states: () => States<Data>;
  /** Makes the object in which the lexer's functions keep what they remember during one run. */
  readonly data?: (surroundings: Surroundings) => Data;
  /** The states in which a run begins, if not in `root`. */
  readonly begin?: (surroundings: Surroundings) => readonly string[];
}

/**
 * Makes a lexer from a table of states.
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
