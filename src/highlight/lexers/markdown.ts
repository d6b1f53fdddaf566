import type { Lexing } from '../engine/lexing.ts';
import { before, between, defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { yaml } from './yaml.ts';

type Work = Lexing<undefined>;

/** Where a link's label may end: far enough for prose, near enough for hostile text. */
const LABEL = String.raw`(?:(?!\][[(]).){0,300}`;

function fence(lexing: Work, [text]: RegExpExecArray): void {
  const [opening = '', indentation = '', marks = '', info = ''] = /^([ \t]*)(`+|~+)([^\n]*\n)/.exec(text) ?? [];
  const body = text.slice(opening.length, text.length - marks.length);
  const code = body.replace(/\n[ \t]*$/, '');
  const language = info.trim();
  lexing.token(Token.Text, indentation);
  lexing.token(Token.Punctuation, marks);
  lexing.token(Token.NameLabel, info);
  const lexer = lexing.find(language);
  if (language === '') lexing.token(Token.Text, code);
  else if (lexer === undefined) lexing.token(Token.StringBacktick, code);
  else lexing.delegateAfresh(lexer, code);
  lexing.token(Token.Text, body.slice(code.length));
  lexing.token(Token.Punctuation, marks);
}

const states = (): States<undefined> => ({
  start: [
    [/---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)/, (lexing, [text]) => lexing.delegateAfresh(yaml, text), '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  root: [
    [/\\./u, Token.StringEscape],
    [/^.+\n---+\n/, Token.GenericHeading],
    [/^.+\n===+\n/, Token.GenericSubheading],
    [/^#(?=[^#\n])[^\n]*/, Token.GenericHeading],
    [/^##*[^\n]*/, Token.GenericSubheading],
    ...['`````', '````', '```', '~~~~', '~~~'].map(
      (marks): Rule<undefined> => [
        between(new RegExp(`^[ \\t]*${marks}(?!${marks.charAt(0)})[^\\n]*\\n`), marks),
        fence,
      ],
    ),
    [/^([ \t]*)(`{3,}|~{3,})([^\n]*\n?)/, [Token.Text, Token.Punctuation, Token.NameLabel], 'unclosed'],
    [/^\s{0,60}>[^\n]*/, Token.GenericTraceback],
    [/^\s{0,60}(?:[*-]\s{0,60}){3,200}$/, Token.Punctuation],
    // Three line ends alone are such code, too.
    [/\n\n(?:(?:[ ]{4}|\t)[^\n]*\n|\n)+/, Token.StringBacktick],
    [/^\s{0,60}[*+-](?=\s)/, Token.Punctuation],
    [/^\s{0,60}\d+\./, Token.Punctuation],
    [
      /^(\s{0,60})(\[)([^\]\n]*)(\]:)/,
      [Token.Text, Token.Punctuation, Token.StringSymbol, Token.Punctuation],
      'definition',
    ],
    [/(`{1,9})(?:(?!\1).){1,2000}?\1/s, Token.StringBacktick],
    [/\*\*\*[^*\n]+\*\*\*/, Token.GenericEmphStrong],
    [/\*\*[^*\s][^*\n]*\*\*|__[^_\n]*__/, Token.GenericStrong],
    [/(\*|_)[^\n]*?\1/, Token.GenericEmph],
    [
      before(new RegExp(`(!?\\[)(${LABEL})(\\])(?=[[(])`, 's'), ']'),
      [Token.Punctuation, Token.NameVariable, Token.Punctuation],
      'link',
    ],
    [/<(?:https?|ftp|mailto):[^\n]*>|<[^\n@>]{0,60}@[^\n.>]{0,60}\.[^\n]*>/, Token.NameVariable],
    [between(/<(?=[^\n])/, '>', '\n'), (lexing, [text]) => lexing.delegate(html, text)],
    [/&[^\s;]{1,100};/, Token.NameEntity],
    [/[*`\\]+/, Token.Error],
    // A `!` after text belongs to it, also where an image begins.
    [/[^\\`[*\n&<]+|./s, Token.Text],
  ],
  link: [
    [/[ \t]+/, Token.Text],
    [/(\[)([^\]\n]*)(\])/, [Token.Punctuation, Token.StringSymbol, Token.Punctuation], '#pop'],
    [/\(/, Token.Punctuation, 'address'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  address: [
    [/[ \t]+/, Token.Text],
    [/(<)([^>\n]*)(>)/, [Token.NameTag, Token.StringOther, Token.NameTag], ['#pop', 'title']],
    [/[^\s)]+|\)/, Token.StringOther, ['#pop', 'title']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  title: [
    [/\s+/, Token.Text],
    [/"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)/, Token.NameNamespace],
    [/\)/, Token.Punctuation, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  unclosed: [[/.+/s, Token.Error]],
  definition: [
    [/[ \t]+/, Token.Text],
    [/(<)([^>\n]*)(>)/, [Token.NameTag, Token.StringOther, Token.NameTag], ['#pop', 'titled']],
    [/\S+/, Token.StringOther, ['#pop', 'titled']],
    [/./s, Token.Error],
  ],
  // Line ends belong to a definition only where its title follows.
  titled: [
    [/(\s+)("[^"\n]*"|'[^'\n]*'|\([^)\n]*\))/, [Token.Text, Token.NameNamespace]],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
});

/** Markdown: what the reference tells apart, which is less than Markdown knows. Fences are lexed in their own language. */
export const markdown = defineLexer({ tag: 'markdown', states, begin: () => ['root', 'start'] });
