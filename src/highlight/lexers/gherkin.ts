import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const HEADINGS: ReadonlyMap<string, Token> = new Map([
  ...['Feature', 'Business Need', 'Ability'].map((word) => [word, Token.KeywordDeclaration] as const),
  ...['Background', 'Scenario', 'Scenario Outline', 'Scenario Template', 'Example', 'Rule'].map(
    (word) => [word, Token.KeywordNamespace] as const,
  ),
  ...['Examples', 'Scenarios'].map((word) => [word, Token.NameNamespace] as const),
]);

const STEP = /(?:\*|Given|When|Then|And|But) /;

/** Whatever stands before a colon heads something, or is an error. */
function heading(lexing: Lexing<undefined>, [, text = '']: RegExpExecArray): void {
  const token = HEADINGS.get(text);
  lexing.token(token ?? Token.Error, text);
  lexing.token(Token.Punctuation, ':');
  if (token !== undefined) lexing.push('description');
}

/** Gherkin, in English. */
export const gherkin = defineLexer({
  tag: 'gherkin',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
      [/@[^\s@]+/, Token.NameTag],
      [/(?<=^[ \t]*)([^\s:"][^\n:]{0,300})(:)/, heading],
      [/\|/, Token.Punctuation, 'table'],
      [between(/"""/, '"""'), Token.String],
      [STEP, Token.NameFunction, 'step'],
      [/:/, Token.Punctuation],
      [/[^\s|:@"]+/, Token.Error],
    ],
    description: [
      [new RegExp(`(?<=^[ \\t]*)(?:(?=[^\\s:][^\\n:]*:)|(?=${STEP.source}|[@|#]))`), Token.Text, '#pop'],
      [/\s+/, Token.Text],
      [/[^\n]+/, Token.Text],
    ],
    step: [
      [/\n/, Token.Text, '#pop'],
      [/"[^"\n]*"/, Token.String],
      [/<[^>\n]*>/, Token.NameVariable],
      [/[^\n"<]+|["<]/, Token.Text],
    ],
    // The first row names the columns.
    table: [
      [/\n/, Token.Text, ['#pop', 'row']],
      [/[ \t]+/, Token.Text],
      [/\|/, Token.Punctuation],
      [/[^\s|]+/, Token.NameVariable],
    ],
    row: [
      [/\n[ \t]*(?=[|#])/, Token.Text],
      [/(?<=\n[ \t]*)#[^\n]*/, Token.Comment],
      [/\n/, Token.Text, '#pop'],
      [/[ \t]+/, Token.Text],
      [/\|/, Token.Punctuation],
      [/[^\s|]+/, Token.Name],
    ],
  }),
});
