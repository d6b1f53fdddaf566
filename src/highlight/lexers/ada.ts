import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abort abstract accept access aliased all array at begin body case constant declare delay delta digits do else elsif
    end exception exit for generic goto if in interface is limited loop new null of others out overriding parallel
    pragma private protected raise range record renames requeue return reverse select separate some synchronized tagged
    task terminate then until use when while`,
  ],
  [Token.KeywordDeclaration, 'entry function package procedure subtype type'],
  [Token.KeywordNamespace, 'with'],
  [Token.OperatorWord, 'abs and mod not or rem xor'],
  [
    Token.NameBuiltin,
    `boolean character constraint_error duration float integer long_float long_integer long_long_float long_long_integer
    natural positive program_error short_float short_integer short_short_integer storage_error string tasking_error
    wide_character wide_string wide_wide_character wide_wide_string`,
  ],
);

const NAME = String.raw`\p{L}(?:_?[\p{L}\p{M}\p{Nd}])*(?![\p{L}\p{M}\p{Nd}_])`;

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  const token = WORDS.get(text.toLowerCase()) ?? Token.Name;
  // Within a line it belongs to a type or an aggregate.
  lexing.token(token === Token.KeywordNamespace ? Token.Keyword : token, text);
  if (token === Token.KeywordDeclaration) lexing.push('declared');
}

/** A clause with its words apart from the white space between them. */
function withClause(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  for (const part of text.split(/(\s+)/)) lexing.token(/^\s/.test(part) ? Token.Text : Token.KeywordNamespace, part);
}

/** The names of packages; a word of the language shows that this is no clause. */
function withName(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  if ((WORDS.get(match[0].toLowerCase()) ?? Token.NameBuiltin) === Token.NameBuiltin) {
    lexing.token(Token.NameNamespace, match[0]);
    return;
  }
  lexing.pop();
  word(lexing, match);
}

const states = (): States<undefined> => ({
  root: [
    [/^(?:with|limited\s+(?:private\s+)?with|private\s+with)\b/i, withClause, 'with'],
    include('space'),
    [/"/, Token.StringDouble, 'string'],
    [/'[^\n]'/u, Token.StringChar],
    [unicode`(')(\s*)(\p{L}\w*)`, [Token.Punctuation, Token.Text, Token.NameAttribute]],
    [unicode`<<${NAME}>>`, Token.NameLabel],
    [/2#[01](?:_?[01])*#(?:e\+?\d(?:_?\d)*)?/i, Token.NumberBin],
    [/8#[0-7](?:_?[0-7])*#(?:e\+?\d(?:_?\d)*)?/i, Token.NumberOct],
    [/16#[\da-f](?:_?[\da-f])*#(?:e\+?\d(?:_?\d)*)?/i, Token.NumberHex],
    [/\d(?:_?\d)*#[\da-f](?:_?[\da-f])*\.[\da-f](?:_?[\da-f])*#(?:e[+-]?\d(?:_?\d)*)?/i, Token.NumberFloat],
    [/\d(?:_?\d)*#[\da-f](?:_?[\da-f])*#(?:e\+?\d(?:_?\d)*)?/i, Token.NumberInteger],
    [/\d+#\w+#/, Token.Error],
    [/\d(?:_?\d)*\.\d(?:_?\d)*(?:e[+-]?\d(?:_?\d)*)?/i, Token.NumberFloat],
    [/\d(?:_?\d)*(?:e[+-]?\d(?:_?\d)*)?/i, Token.NumberInteger],
    [/[:/<>]=|\.\.|=>|<>|\*\*|<<|>>|[-+*/&<=>|@]/, Token.Operator],
    [/[()[\],:;.']/, Token.Punctuation],
    [unicode`${NAME}`, word],
    [unicode`[\p{L}\p{M}\p{Nd}_]+`, Token.Error],
  ],
  space: [
    [/\s+/, Token.Text],
    [/--[^\n]*/, Token.CommentSingle],
  ],
  string: [
    [/""/, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
    [/\n/, Token.Error, '#pop'],
    [/[^"\n]+/, Token.StringDouble],
  ],
  with: [include('space'), [/,|\./, Token.Punctuation], [unicode`${NAME}`, withName], [/(?=.)/s, Token.Text, '#pop']],
  declared: [
    include('space'),
    [/body\b/i, Token.KeywordDeclaration],
    [/"[^"\s]+"(?=\s?\()/, Token.NameFunction, '#pop'],
    [unicode`(${NAME})(\.)`, [Token.NameNamespace, Token.Punctuation]],
    [unicode`${NAME}`, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
});

/** Ada. */
export const ada = defineLexer({ tag: 'ada', states });
