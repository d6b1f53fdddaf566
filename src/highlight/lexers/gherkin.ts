import type { Lexing } from '../engine/lexing.ts';
import { before, between, defineLexer, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { WORD } from '../engine/word-characters.ts';
import { EXAMPLES, FEATURES, GLUED_STEPS, SCENARIOS, STEPS } from './gherkin-words.ts';

interface Heading {
  readonly token: Token;
  /** The state of what follows. */
  readonly description: string;
}

const headings = (words: readonly string[], token: Token, description: string) =>
  words.map((word) => [word, { token, description }] as const);

const HEADINGS: ReadonlyMap<string, Heading> = new Map([
  ...headings(FEATURES, Token.KeywordDeclaration, 'feature'),
  ...headings(SCENARIOS, Token.KeywordNamespace, 'scenario'),
  ...headings(EXAMPLES, Token.NameNamespace, 'examples'),
]);

/** Where a word begins or ends: so it must be behind a step without a space. */
const BOUNDARY = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const steps = [...STEPS.map((step) => `${step.replace('*', '\\*')} `), ...GLUED_STEPS.map((step) => step + BOUNDARY)];
const STEP = new RegExp(steps.sort((left, right) => right.length - left.length).join('|'), 'u');

/** Whatever stands before a colon heads something, or is an error. */
function heading(lexing: Lexing<undefined>, [, text = '']: RegExpExecArray): void {
  const known = HEADINGS.get(text);
  if (lexing.state !== 'root') lexing.pop();
  lexing.token(known?.token ?? Token.Error, text);
  lexing.token(Token.Punctuation, ':');
  if (known !== undefined) lexing.push(known.description);
}

const blank: readonly Rule<undefined>[] = [
  [/\s+/, Token.Text],
  [/#[^\n]*/, Token.Comment],
];
/** A line of a description, up to a comment; the last line of a text that does not end is none. */
const line: readonly Rule<undefined>[] = [
  [before(/[^\n#]+/, '\n'), Token.Text],
  [before(/[^\n#]+/, '#'), Token.Text],
];
/** In a description anything may stand before the colon. */
const innerHeading: Rule<undefined> = [/([^\s:][^\n:]{0,300})(:)/, heading];

const colon: Rule<undefined> = [/(?=:)/, Token.Text, '#pop'];

/** Gherkin. Which language a text is in does not matter: the words of all languages count. */
export const gherkin = defineLexer({
  tag: 'gherkin',
  states: () => ({
    root: [
      ...blank,
      [/@[^\s@]+/, Token.NameTag],
      [/\|/, Token.Punctuation, 'table'],
      [between(/"""/, '"""'), Token.String],
      [/([^\s:"][^\n:]{0,300})(:)/, heading],
      [STEP, Token.NameFunction, 'step'],
      [/:/, Token.Punctuation],
      // A step may begin within a word.
      [/[^\s|:@"]/u, Token.Error],
    ],
    feature: [...blank, innerHeading, colon, ...line],
    scenario: [...blank, innerHeading, [STEP, Token.NameFunction, ['#pop', 'step']], colon, ...line],
    examples: [...blank, [/(?=\|)/, Token.Text, '#pop'], ...line],
    step: [
      [/\n/, Token.Text, '#pop'],
      [/"[^"\n]*"/, Token.String],
      [between(/</, '>', '\n'), Token.NameVariable],
      [/#[^\n]*/, Token.Comment],
      // Within a word quotes and number signs open nothing.
      [/[^\S\n]+|[^\s<][^\s<]*|</, Token.Text],
    ],
    // The first row names the columns.
    table: [
      [/\n/, Token.Text, ['#pop', 'row']],
      [/[ \t]+/, Token.Text],
      [/\|/, Token.Punctuation],
      [/[^\s|]+/, Token.NameVariable],
    ],
    row: [
      [/\n\s*(?=[|#])/, Token.Text],
      [/(?<=\n[ \t]*)#[^\n]*/, Token.Comment],
      [/\n/, Token.Text, '#pop'],
      [/[ \t]+/, Token.Text],
      [/\|/, Token.Punctuation],
      [/[^\s|]+/, Token.Name],
    ],
  }),
});
