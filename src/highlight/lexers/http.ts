import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** The languages of bodies by their type. */
const LANGUAGE_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['application/json', 'json'],
  ['application/hal+json', 'json'],
  ['application/problem+json', 'json'],
  ['application/vnd.api+json', 'json'],
  ['application/graphql', 'graphql'],
  ['application/javascript', 'javascript'],
  ['text/javascript', 'javascript'],
  ['text/typescript', 'typescript'],
  ['text/css', 'css'],
  ['text/html', 'html'],
  ['text/xml', 'xml'],
  ['application/xml', 'xml'],
  ['application/xhtml+xml', 'xml'],
  ['application/atom+xml', 'xml'],
  ['application/rss+xml', 'xml'],
  ['image/svg+xml', 'xml'],
  ['text/x-markdown', 'markdown'],
  ['text/x-java', 'java'],
  ['text/x-ruby', 'ruby'],
  ['application/x-ruby', 'ruby'],
  ['text/x-python', 'python'],
]);

interface HttpData {
  /** The language of the body, as its type says. */
  language: string | undefined;
}

type Work = Lexing<HttpData>;

function header(lexing: Work, match: RegExpExecArray): void {
  const [, name = '', , , , value = ''] = match;
  if (name.toLowerCase() === 'content-type')
    lexing.data.language = LANGUAGE_OF_TYPE.get((value.split(';')[0] ?? '').toLowerCase());
  lexing.groups(match, Token.NameAttribute, Token.Text, Token.Punctuation, Token.Text, Token.String);
}

function body(lexing: Work, [text]: RegExpExecArray): void {
  const lexer = lexing.data.language === undefined ? undefined : lexing.find(lexing.data.language);
  if (lexer === undefined) lexing.token(Token.Text, text);
  else lexing.delegate(lexer, text);
}

const states = (): States<HttpData> => ({
  root: [
    [
      /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)( +)([^ \n]+)( +)(?=HTTPS?\/(?:1(?:\.[01])?|[23](?:\.0)?)\r?$)/,
      [Token.NameFunction, Token.Text, Token.NameNamespace, Token.Text],
      ['headers', 'version'],
    ],
    [/(?=HTTPS?\/(?:1(?:\.[01])?|[23](?:\.0)?) +\d{3}(?!\d))/, Token.Text, ['headers', 'status', 'version']],
  ],
  version: [[/(HTTPS?)(\/)([\d.]+)/, [Token.Keyword, Token.Operator, Token.Number], '#pop']],
  status: [[/( +)(\d{3})( *)([^\r\n]*)/, [Token.Text, Token.Number, Token.Text, Token.NameException], '#pop']],
  headers: [
    [/([^\s:]+)( *)(:)( *(?=[^ \r\n])|)([^\r\n]+)/, header],
    [/\r?\n\r?\n/, Token.Text, 'body'],
    [/\r?\n/, Token.Text],
    [/[^\r\n]+/, Token.String],
  ],
  body: [[/.+/s, body]],
});

/** A request or an answer of HTTP, the body in the language its type says. */
export const http = defineLexer({ tag: 'http', states, data: (): HttpData => ({ language: undefined }) });
