import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** What begins with a parenthesis is no directive. */
const PARENTHESIS = /[()][^\s;#{}$\\]*/;

const states = (): States<undefined> => ({
  root: [
    include('base'),
    // What is included at the outermost level is no statement, and its semicolon nothing.
    [/(include)(\s+)([^\s;]+)/, [Token.Keyword, Token.Text, Token.Name]],
    [/[^\s;{}#$()]+/, Token.Keyword, 'statement'],
    [PARENTHESIS, Token.String],
    [/[;$]/, Token.Text],
  ],
  block: [
    include('base'),
    [/\}/, Token.Punctuation, '#pop'],
    [/[^\s;{}#$()]+/, Token.KeywordNamespace, 'statement'],
    [PARENTHESIS, Token.String],
    [/;/, Token.Punctuation],
  ],
  base: [
    [/\s+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/\$[\w-]+/, Token.NameVariable],
  ],
  statement: [
    [/;/, Token.Punctuation, '#pop'],
    [/\{/, Token.Punctuation, ['#pop', 'block']],
    include('base'),
    [/(?:on|off)\b/, Token.NameConstant],
    [/(~)([ \t\r\f\v]*)(\S+)/, [Token.Punctuation, Token.Text, Token.StringRegex]],
    [/[a-z-]+\/[a-z-]+/i, Token.NameClass],
    [/([A-Za-z\d.-]+)(:)(\d+)/, [Token.NameFunction, Token.Punctuation, Token.NumberInteger]],
    [/\d+\.\d+\b/, Token.NumberFloat],
    [/\d+[kKmMgG]?\b/, Token.NumberInteger],
    [/\/[^\s;$()]*/, Token.Name],
    [/[=:]/, Token.Punctuation],
    [/[^\s;#{}$\\]+/, Token.String],
    [/\$/, Token.Text],
  ],
});

/** The configuration of nginx. */
export const nginx = defineLexer({ tag: 'nginx', states });
