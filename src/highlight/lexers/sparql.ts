import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { WORD } from '../engine/word-characters.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `add all as asc ask base bind bindings by clear construct copy create data default delete desc describe distinct drop exists
    filter from graph group having in insert limit load minus move named not offset optional order prefix reduced select service
    silent to undef union using values where with`,
  ],
  [
    Token.NameBuiltin,
    `abs avg bnode bound ceil coalesce concat contains count datatype day encode_for_uri floor group_concat hours if iri     lang langmatches lcase max md5 min minutes month now rand regex replace round sameterm sample
    seconds separator sha1 sha256 sha384 sha512 str strafter strbefore strdt strends strlang strlen strstarts struuid substr sum
    timezone tz ucase uri uuid year`,
  ],
  [Token.KeywordConstant, 'false true'],
);

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(WORDS.get(text.toLowerCase()) ?? Token.Error, text);
}

const NAME = `[${WORD}-]`;
/** Where a name may begin: within one that ends without a colon it is not read again, unless its beginning is a variable. */
const BEGIN = `(?:(?<!${NAME})|(?=-)(?<=[?$][${WORD}]+))`;

/** SPARQL. */
export const sparql = defineLexer({
  tag: 'sparql',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/#[^\n]*/, Token.CommentSingle],
      [unicode`(:)(${NAME}*)`, [Token.Operator, Token.StringSymbol]],
      [unicode`(${BEGIN}${NAME}+)(:)(${NAME}*)`, [Token.NameNamespace, Token.Operator, Token.StringSymbol]],
      [unicode`[?$][${WORD}]+`, Token.NameVariable],
      [unicode`a(?![${WORD}])`, Token.Keyword],
      [unicode`[A-Za-z][${WORD}]*`, word],
      [between(/"""/, '"""'), Token.StringDouble],
      [between(/'''/, "'''"), Token.StringSingle],
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringSingle, 'single'],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/[+-]?\d+/, Token.NumberInteger],
      [between(/</, '>', '\n'), Token.NameNamespace],
      [/\^\^|[*/+?<>!]|&&|\|\|/, Token.Operator],
      [/[{}()[\];,.=]/, Token.Punctuation],
      [/@(?=[A-Za-z])/, Token.Error],
    ],
    double: [
      [/(")(@)([A-Za-z]+(?:-[A-Za-z\d]+)*)/, [Token.StringDouble, Token.Operator, Token.NameProperty], '#pop'],
      [/"/, Token.StringDouble, '#pop'],
      [/\\./s, Token.StringEscape],
      [/[^"\\]+/, Token.StringDouble],
    ],
    single: [
      [/(')(@)([A-Za-z]+(?:-[A-Za-z\d]+)*)/, [Token.StringSingle, Token.Operator, Token.NameProperty], '#pop'],
      [/'/, Token.StringSingle, '#pop'],
      [/\\./s, Token.StringEscape],
      [/[^'\\]+/, Token.StringSingle],
    ],
  }),
});
