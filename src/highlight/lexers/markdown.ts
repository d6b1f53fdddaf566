import type { Lexer } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { before, between, defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { yaml } from './yaml.ts';

/** What the lexer remembers of a fence. */
export interface MarkdownData {
  /** What the lines of a fence without an end are given to; a kind of token where that is no lexer. */
  fenced: Lexer | Token;
  /** The marks that opened it: a text that comes line by line may still have the end. */
  marks: string;
}

type Work = Lexing<MarkdownData>;

/** A link's label, over lines only where no bracket closes in it: far enough for prose, near enough for hostile text. */
const LABEL = String.raw`[^\]]{0,300}(?=\][[(])|(?:(?!\][[(])[^\n]){0,300}`;

function languageOf(lexing: Work, info: string): Lexer | Token {
  const language = info.trim();
  return language === '' ? Token.Text : (lexing.find(language) ?? Token.StringBacktick);
}

function openFence(lexing: Work, match: RegExpExecArray): void {
  lexing.groups(match, Token.Text, Token.Punctuation, Token.NameLabel);
  lexing.data.marks = match[2] ?? '';
  lexing.data.fenced = languageOf(lexing, match[3] ?? '');
  if (typeof lexing.data.fenced !== 'string') lexing.forget(lexing.data.fenced);
}

function fencedLine(lexing: Work, match: RegExpExecArray): void {
  const { fenced, marks } = lexing.data;
  const [text, , found] = match;
  if (found === marks) {
    lexing.groups(match, Token.Text, Token.Punctuation, Token.Text);
    lexing.pop();
  } else if (typeof fenced === 'string') lexing.token(fenced, text);
  else lexing.delegate(fenced, text);
}

function fence(lexing: Work, [text]: RegExpExecArray): void {
  const [opening = '', indentation = '', marks = '', info = ''] = /^([ \t]*)(`+|~+)([^\n]*\n)/.exec(text) ?? [];
  const body = text.slice(opening.length, text.length - marks.length);
  const code = body.replace(/\n[ \t]*$/, '');
  lexing.token(Token.Text, indentation);
  lexing.token(Token.Punctuation, marks);
  lexing.token(Token.NameLabel, info);
  const fenced = languageOf(lexing, info);
  if (typeof fenced === 'string') lexing.token(fenced, code);
  else lexing.delegateAfresh(fenced, code);
  lexing.token(Token.Text, body.slice(code.length));
  lexing.token(Token.Punctuation, marks);
}

/** The states of Markdown, for languages that are Markdown and something more. */
export const markdownStates = (): States<MarkdownData> => ({
  start: [
    [/---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)/, (lexing, [text]) => lexing.delegateAfresh(yaml, text), '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  root: [
    [/\\./u, Token.StringEscape],
    [/^.+\n---+\n/, Token.GenericHeading],
    [/^.+\n===+\n/, Token.GenericSubheading],
    [/^#(?=[^#])[^\n]*/, Token.GenericHeading],
    [/^##*[^\n]*/, Token.GenericSubheading],
    ...['`````', '````', '```', '~~~~', '~~~'].map(
      (marks): Rule<MarkdownData> => [
        between(new RegExp(`^[ \\t]*${marks}(?!${marks.charAt(0)})[^\\n]*\\n`), marks),
        fence,
      ],
    ),
    [/^([ \t]*)(`{3,}|~{3,}(?!~))([^\n`]*\n)/, openFence, 'unclosed'],
    [/^\s{0,60}>[^\n]*/, Token.GenericTraceback],
    [/^\s{0,60}(?:(?:\*\s{0,60}){3,200}|(?:-\s{0,60}){3,200})$/, Token.Punctuation],
    // Three line ends alone are such code, too.
    [/\n\n(?:(?:[ ]{4}|\t)[^\n]*\n|\n)+/, Token.StringBacktick],
    [/^\s{0,60}[*+-](?=\s)/, Token.Punctuation],
    [/^\s{0,60}\d+\./, Token.Punctuation],
    [
      /^(\s{0,60})(\[)([^\]\n]*)(\]:)/,
      [Token.Text, Token.Punctuation, Token.StringSymbol, Token.Punctuation],
      'definition',
    ],
    [/(`{1,9})(?:\\.|[^\\]){1,2000}?\1/s, Token.StringBacktick],
    [/\*\*\*[^*\n]+\*\*\*/, Token.GenericEmphStrong],
    [/\*\*[^*\s][^*\n]*\*\*|__[^_\n]*__/, Token.GenericStrong],
    [/(\*|_)[^\n]*?\1/, Token.GenericEmph],
    [
      before(new RegExp(`(!?\\[)(${LABEL})(\\])(?=[[(])`, 's'), ']'),
      [Token.Punctuation, Token.NameVariable, Token.Punctuation],
      'link',
    ],
    [/<(?:https?|ftp|mailto):[^\n]*>|<[^\n@>]{0,60}@[^\n.>]{0,60}\.[^\n]*>/, Token.NameVariable],
    // An escaped sign does not end a tag.
    [/<(?=[^>\n]{0,1000}\\>)(?:\\.|[^\\>\n]){1,1000}>/, (lexing, [text]) => lexing.delegate(html, text)],
    [/<(?=[^>\n]{0,1000}[^>\n\\]\\>)/, Token.Text],
    [between(/<(?=[^\n])/, '>', '\n'), (lexing, [text]) => lexing.delegate(html, text)],
    [/&[^\s;]{1,100};/, Token.NameEntity],
    [/[*`]+|\\/, Token.Error],
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
    [/[^\s<)]+|\)/, Token.StringOther, ['#pop', 'title']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  title: [
    [/\s+/, Token.Text],
    [/"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)/, Token.NameNamespace],
    [/\)/, Token.Punctuation, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  unclosed: [[/([ \t]*)(?![ \t])([`~]*)(?![`~])([^\n]*\n)/, fencedLine]],
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

/** How a run of such a language begins. */
export const markdownRun = {
  begin: (): readonly string[] => ['root', 'start'],
  data: (): MarkdownData => ({ fenced: Token.Text, marks: '' }),
};

/** Markdown: what Rouge tells apart, which is less than Markdown knows. Fences are lexed in their own language. */
export const markdown = defineLexer<MarkdownData>({ tag: 'markdown', states: markdownStates, ...markdownRun });
