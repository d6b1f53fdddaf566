import { closedBy } from '../engine/closed-by.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abstract add alias and as ascending async await base break by case catch checked const continue default delegate
    descending do else enum equals event explicit extern false finally fixed for foreach from get global goto group if
    implicit in init internal into is join let lock nameof new notnull null on operator orderby out override params partial
    private protected public readonly ref remove return sealed set sizeof stackalloc static switch this throw true try
    typeof unchecked unmanaged unsafe value virtual void volatile when where while with yield class struct record interface
    namespace using`,
  ],
  [
    Token.KeywordType,
    'bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var',
  ],
);

/** To Rouge, letters without case, such as Korean and Chinese ones, are not part of names. */
const LETTER = '\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}';
const REST = `[${LETTER}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}]`;
const NAME = `[${LETTER}_]${REST}*`;

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Punctuation)],
  ],
  root: [
    include('space'),
    [
      /^#[ \t]*(?:define|elif|else|endif|endregion|error|if|line|nullable|pragma|region|undef|warning)\b[^\n]*\n/,
      Token.CommentPreproc,
    ],
    [/\$@"/, Token.String, 'verbatim interpolated'],
    [once(/@"(?:[^"]|"")*"/, '@"'), Token.String],
    [/\$"/, Token.String, 'interpolated'],
    [/"[^"\\\n]*(?:\\.[^"\\\n]*){0,200}["\n]/, Token.String],
    [/'(?:\\.|[^\\\n])'/u, Token.StringChar],
    [
      /0[xX][\da-fA-F_]+[lLuU]?|0[bB][01_]+[lLuU]?|\d(?:_*\d)*(?:\.\d(?:_*\d)*)?(?:[eE][+-]?\d(?:_*\d)*)?[flumdFLUMD]?/,
      Token.Number,
    ],
    [/(?:class|struct|record|interface)\b/, Token.Keyword, 'class'],
    [/(?:namespace|using)\b/, Token.Keyword, 'namespace'],
    [/[A-Za-z_]\w*\b(?!\s*\()/, byWord(WORDS, Token.Name)],
    [/[A-Za-z_]\w*(?=\s*\()/, byWord(WORDS, Token.NameFunction)],
    [unicode`@?${NAME}(?=\s*\()`, Token.NameFunction],
    [unicode`@?${NAME}`, Token.Name],
    [/<\[|\]>/, Token.Keyword],
    [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, Token.Punctuation],
  ],
  class: [include('space'), [unicode`@?${NAME}`, Token.NameClass, '#pop']],
  namespace: [
    include('space'),
    [/(?=\()/, Token.Text, '#pop'],
    [unicode`@?[${LETTER}_.](?:${REST}|\.)*`, Token.NameNamespace, '#pop'],
  ],
  interpolated: [
    [/(?:[^"\\{\n]|\\.|\\)+/, Token.String],
    [/["\n]/, Token.String, '#pop'],
    [/\{/, Token.Punctuation, 'interpolation'],
  ],
  'verbatim interpolated': [
    [/(?:[^"{\n]|"")+/, Token.String],
    [/"/, Token.String, '#pop'],
    [/\{/, Token.Punctuation, 'interpolation'],
  ],
  interpolation: [[/\{/, Token.Punctuation, '#push'], [/\}/, Token.Punctuation, '#pop'], include('root')],
});

/** C#. */
export const csharp = defineLexer({ tag: 'csharp', states });
