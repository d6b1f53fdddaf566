import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([
  Token.KeywordReserved,
  `case class data default deriving do else if in infix infixl infixr instance let newtype of then type where
    _`,
]);

const ASCII = String.raw`(?:[abfnrtv\\"&'']|\^[\][A-Z@^_]|NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL|o[0-7]+|x[\da-fA-F]+|\d+)`;
const ESCAPE: Rule<undefined> = [new RegExp(`\\\\${ASCII}`), Token.StringEscape];

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Text],
    [/^--\s+\|[^\n]*/, Token.CommentDoc],
    [/--+(?![-!#$%&*+./<=>?@^|_~:])[^\n]*/, Token.CommentSingle],
    [/\{-#/, Token.CommentPreproc, 'pragma'],
    [/\{-/, Token.CommentMultiline, 'comment'],
  ],
  root: [
    include('space'),
    [/import(?!\w)/, Token.KeywordReserved, 'import'],
    [/module(?!\w)/, Token.KeywordReserved, 'module'],
    [/'[^\\'\n]'/u, Token.StringChar],
    [/'(?=\\)/, Token.StringChar, 'character'],
    [/'?[A-Z][\w']*/, Token.KeywordType],
    [/[a-z_'][\w']*/, byWord(WORDS, Token.Name)],
    [/\\(?![-!#$%&*+./<=>?@^|~:\\])/, Token.NameFunction],
    [/0[xX][\da-fA-F]+/, Token.NumberHex],
    [/0[oO][0-7]+/, Token.NumberOct],
    [/\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/, Token.NumberFloat],
    [/\d+/, Token.NumberInteger],
    [/"/, Token.String, 'string'],
    [/\[\s*\]/, Token.KeywordType],
    [/\(\s*\)/, Token.NameBuiltin],
    [/(\[)([a-z_]\w*)(\|)/, [Token.Operator, Token.Name, Token.Operator], 'quotation'],
    [/[[\](),;`{}]/, Token.Punctuation],
    [/[-!#$%&*+./<=>?@^|~:\\]+/, Token.Operator],
  ],
  quotation: [
    [/\|\]/, Token.Operator, '#pop'],
    [/[^|]+|\|/, Token.Text],
  ],
  comment: [
    [/\{-/, Token.CommentMultiline, '#push'],
    [/-\}/, Token.CommentMultiline, '#pop'],
    [/[^{}-]+|[{}-]/, Token.CommentMultiline],
  ],
  pragma: [
    [/#-\}/, Token.CommentPreproc, '#pop'],
    [/[^#]+|#/, Token.CommentPreproc],
  ],
  import: [
    [/\s+/, Token.Text],
    [/"/, Token.String, 'string'],
    [/qualified\b/, Token.Keyword],
    [
      /([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/,
      [Token.NameNamespace, Token.Text, Token.Keyword, Token.Text, Token.Name],
      '#pop',
    ],
    [
      /([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()/,
      [Token.NameNamespace, Token.Text, Token.Keyword, Token.Text, Token.Punctuation],
      ['#pop', 'names'],
    ],
    [/([A-Z][\w.]*)(\s+)(\()/, [Token.NameNamespace, Token.Text, Token.Punctuation], ['#pop', 'names']],
    [/[\w.]+/, Token.NameNamespace, '#pop'],
  ],
  module: [
    [/\s+/, Token.Text],
    [/([A-Z][\w.]*)(\s+)(\()/, [Token.NameNamespace, Token.Text, Token.Punctuation], ['#pop', 'names']],
    [/[A-Z][\w.]*/, Token.NameNamespace, '#pop'],
  ],
  names: [
    include('space'),
    [/[A-Z]\w*/, Token.KeywordType],
    [/[_a-z][\w']*/, Token.NameFunction],
    [/,/, Token.Punctuation],
    [/[!#$%&*+./<=>?@\\^|~:-]+/, Token.Operator],
    [/\(/, Token.Punctuation, '#push'],
    [/\)/, Token.Punctuation, '#pop'],
  ],
  character: [[/'/, Token.StringChar, '#pop'], ESCAPE, [/\\/, Token.Error], [/[^\\']+/, Token.StringChar]],
  string: [
    [/"/, Token.String, '#pop'],
    ESCAPE,
    [/\\\s+\\/, Token.StringEscape],
    [/\\/, Token.Error],
    [/[^\\"]+/, Token.String],
  ],
});

/** Haskell. */
export const haskell = defineLexer({ tag: 'haskell', states });
