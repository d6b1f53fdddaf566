import { defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'case class default define else elsif if import inherits node unless'],
  [Token.KeywordConstant, 'false true undef'],
);

const METAPARAMETERS = wordTable([Token.KeywordPseudo, 'before notify require subscribe']);

const states = (): States<undefined> => ({
  root: [
    include('space'),
    [/(class|include)(\s*)((?:::)?[a-z\d_]\w*(?:::\w+)*|[A-Z]\w*)/, [Token.Keyword, Token.Text, Token.NameClass]],
    [/node\b(?!\s*(?:\(|=>|\+>))/, Token.Keyword, 'value'],
    [/(?:(?:::[A-Za-z]|[a-z_])\w*(?:::\w+){0,30}|[A-Z]\w*)(?=\s*\()/, Token.NameFunction],
    [/[a-z]\w*(?=\s*[=+]>)/, byWord(METAPARAMETERS, Token.NameProperty)],
    [/[A-Z]\w*/, Token.NameClass],
    [/(?:and|in|or)\b/, Token.OperatorWord],
    [/[a-z]\w*(?:::\w+)*/, byWord(WORDS, Token.Name)],
    [/_\w*/, Token.Name],
    [/\$(?:::)?\w+(?:::\w+)*/, Token.NameVariable],
    [/\d+(?:\.\d+)?/, Token.Number],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
    [/"/, Token.StringDouble, 'string'],
    [/[=!]~/, Token.Operator, 'value'],
    [/[{,]/, Token.Punctuation, 'value'],
    [/[-=+~]>|<[|~-]|\|>|[}[\]();:|]/, Token.Punctuation],
    [/[=<>!+*/.-]/, Token.Operator],
  ],
  space: [
    [/\s+/, Token.Text],
    [once(/#[^\n]*\n/, '#'), Token.Comment],
  ],
  value: [include('space'), [/\//, Token.StringRegex, ['#pop', 'regex']], [/(?=.)/s, Token.Text, '#pop']],
  regex: [
    [/\//, Token.StringRegex, '#pop'],
    [/\\./, Token.StringEscape],
    [/[(){}]/, Token.StringInterpol],
    [/\[/, Token.StringInterpol, 'character class'],
    [/[^\\/\n(){}[]+/, Token.StringRegex],
  ],
  'character class': [
    [/\]/, Token.StringInterpol, '#pop'],
    [/-/, Token.StringInterpol],
    [/\\./, Token.StringEscape],
    [/[^\]\\-]+/, Token.StringRegex],
  ],
  string: [
    [/"/, Token.StringDouble, '#pop'],
    [/\\./s, Token.StringEscape],
    [/\$\{(?:::)?\w+(?:::\w+)*\}|\$(?:::)?\w+(?:::\w+)*/, Token.NameVariable],
    [/[^"\\$]+/, Token.StringDouble],
  ],
});

/** Puppet. */
export const puppet = defineLexer({ tag: 'puppet', states });
