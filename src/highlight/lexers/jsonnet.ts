import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, '$ assert else error for if import importstr in local self super tailstrict then'],
  [Token.KeywordDeclaration, 'function'],
  [Token.KeywordConstant, 'false null true'],
  [
    Token.NameBuiltin,
    `abs acos asin assertEqual atan ceil char codepoint cos escapeStringBash escapeStringDollars escapeStringJson
    escapeStringPython exp exponent filter filterMap flattenArrays floor foldl foldr force format join length lines log
    makeArray manifestIni manifestPython manifestPythonVars mantissa map max min mod objectFields objectHas pow range
    set setDiff setInter setMember setUnion sin sort split sqrt stringChars substr tan thisFile toString type uniq`,
  ],
);

/** Jsonnet. */
export const jsonnet = defineLexer({
  tag: 'jsonnet',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/(?:#|\/\/)[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [between(/\|\|\|/, '|||'), Token.String],
      [/\|\|\|/, Token.String, 'endless'],
      [/"/, Token.String, 'double'],
      [/'/, Token.String, 'single'],
      [/\$|[A-Za-z_]\w*/, byWord(WORDS, Token.NameOther)],
      [/-?\d+\.\d+/, Token.NumberFloat],
      [/-?\d+/, Token.NumberInteger],
      [/[{}()[\]:;,.=+%]/, Token.Punctuation],
    ],
    endless: [[/.+/s, Token.String]],
    double: [[/"/, Token.String, '#pop'], include('escape'), [/[^"\\]+/, Token.String]],
    single: [[/'/, Token.String, '#pop'], include('escape'), [/[^'\\]+/, Token.String]],
    escape: [[/\\(?:u[\da-fA-F]{4}|.)/, Token.StringEscape]],
  }),
});
