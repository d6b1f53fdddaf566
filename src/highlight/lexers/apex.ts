import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `and asc assert break by case catch category continue cube data default delete desc do else end finally first for
    from goto group having if insert instanceof last like limit new nulls offset or order reference return rollup scope
    select switch this throw tracking try typeof update using view viewstat where while with`,
  ],
  [
    Token.KeywordDeclaration,
    `abstract const enum extends final global implements inherited native private protected public
    sharing static super synchronized testmethod throws transient virtual volatile without`,
  ],
  [Token.KeywordType, 'boolean byte char double float int long short var void'],
  [Token.KeywordConstant, 'false null true'],
  [Token.KeywordNamespace, 'package'],
);

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(WORDS.get(text.toLowerCase()) ?? Token.Name, text);
}

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [between(/\/\*/, '*/'), Token.CommentMultiline],
    [/import\b/, Token.KeywordNamespace, 'import'],
    [/(?:class|interface)\b/, Token.KeywordDeclaration, 'class'],
    [/(\??\.)(\$?[A-Za-z_]\w*)(?=\()/, [Token.Operator, Token.NameFunction]],
    [/(\??\.)(\$?[A-Za-z_]\w*(?![\w:]))/, [Token.Operator, Token.NameProperty]],
    [/(\$?[A-Za-z_]\w*)(:)/, [Token.NameLabel, Token.Punctuation]],
    [/\$?[A-Za-z_]\w*(?=\()/, Token.NameFunction],
    [/\$?[A-Za-z_]\w*/, word],
    [/@[A-Za-z_]\w*\(?/, Token.NameDecorator],
    [/"/, Token.StringDouble, 'double'],
    [/'/, Token.StringSingle, 'single'],
    [/\d(?:_?\d)*\.\d(?:_?\d)*(?:[eE]\d+)?[df]?/, Token.NumberFloat],
    [/0[bB][01](?:_?[01])*/, Token.NumberBin],
    [/0[xX][\da-fA-F](?:_?[\da-fA-F])*/, Token.NumberHex],
    [/0[0-7](?:_?[0-7])*(?![89])/, Token.NumberOct],
    [/\d(?:_?\d)*L?/, Token.NumberInteger],
    [/[{}()[\];,:]/, Token.Punctuation],
    [/[-+*/%=<>!~^|&?.]/, Token.Operator],
  ],
  import: [
    [/\s+/, Token.Text],
    [/[A-Za-z][\w.]*\*?/, Token.NameNamespace, '#pop'],
  ],
  class: [
    [/\s+/, Token.Text],
    [/[A-Za-z_]\w*/, Token.NameClass, '#pop'],
  ],
  double: [
    [/"/, Token.StringDouble, '#pop'],
    [/\\[btnfr"'\\]/, Token.StringEscape],
    [/[^"\\]+/, Token.StringDouble],
  ],
  single: [
    [/'/, Token.StringDouble, '#pop'],
    [/\\[btnfr"'\\]/, Token.StringEscape],
    [/[^'\\]+/, Token.StringDouble],
  ],
});

/** Apex, the language of Salesforce. */
export const apex = defineLexer({ tag: 'apex', states });
