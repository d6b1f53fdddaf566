import { defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { FACTOR_WORDS } from './factor-words.ts';

const { Keyword, KeywordNamespace, NameClass, NameFunction, NameNamespace, Punctuation, Text } = Token;

/** Factor. A word is whatever stands between white space. */
export const factor = defineLexer({
  tag: 'factor',
  states: () => ({
    root: [
      [/\s+/, Text],
      include('definitions'),
      include('vocabularies'),
      [/\((?=\s)/, NameFunction, 'effect'],
      [/;(?=\s)/, Keyword],
      [/(?:t|f)(?=\s)/, Token.NameConstant],
      [/#?!\s+[^\n]*/, Token.Comment],
      include('literals'),
      [/(?:deprecated|final|flushable|foldable|inline|recursive)(?=\s)/, Keyword],
      [/[-+*/<>=^](?=\s)/, Token.Operator],
      [/\S+/, byWord(FACTOR_WORDS, Token.Name)],
    ],
    definitions: [
      [/(::?|MACRO:|MEMO:|GENERIC:)(\s+)(\S+)/, [Keyword, Text, NameFunction]],
      [/(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)/, [Keyword, Text, NameClass, Text, NameFunction]],
      [/(C:)(\s+)(\S+)(\s+)(\S+)/, [Keyword, Text, NameFunction, Text, NameClass]],
      [/(UNION:|INTERSECTION:)(\s+)(\S+)/, [Keyword, Text, NameClass]],
      [/(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, [Keyword, Text, NameClass, Text, Punctuation, Text, NameClass]],
      [/(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, [Keyword, Text, NameClass, Text, Punctuation, Text, NameClass], 'slots'],
      [/(TUPLE:)(\s+)(\S+)/, [Keyword, Text, NameClass], 'slots'],
      [/(?:ALIEN|CONSTANT|ERROR|FUNCTION|INSTANCE|MIXIN|SINGLETONS?|SLOT|STRUCT|SYMBOLS?|SYNTAX|TYPEDEF):/, Keyword],
    ],
    vocabularies: [
      [/(USING:)(\s+)/, [KeywordNamespace, Text], 'using'],
      [/(USE:|IN:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)/, [KeywordNamespace, Text, NameNamespace]],
      [/(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)/, [KeywordNamespace, Text, NameNamespace, Text, Punctuation]],
      [/(MAIN:)(\s+)(\S+)/, [KeywordNamespace, Text, NameFunction]],
      [/(?:ALIAS|DEFER|FORGET|POSTPONE):|<PRIVATE|PRIVATE>/, KeywordNamespace],
    ],
    literals: [
      [once(/"(?:\\[\\"]|\\(?![\\"])|[^\\"])*"/, '"'), Token.String],
      // If no quote but an escaped one follows, that is the end.
      [/"(?:\\"|[^"])*"/, Token.String],
      [/\S+"\s+(?:\\[\\"]|\\(?![\\"])|[^\\"])*"|\S+"\s+(?:\\"|[^"])*"/, Token.String],
      [/CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)/, Token.StringChar],
      [/-?\d+\.\d+(?=\s)/, Token.NumberFloat],
      [/-?\d+(?=\s)/, Token.NumberInteger],
      [/HEX:\s+[\da-fA-F]+(?=\s)/, Token.NumberHex],
      [/OCT:\s+[0-7]+(?=\s)/, Token.NumberOct],
      [/BIN:\s+[01]+(?=\s)/, Token.NumberBin],
    ],
    using: [
      [/\s+/, Text],
      [/;(?=\s)/, Keyword, '#pop'],
      [/\S+/, NameNamespace],
    ],
    slots: [
      [/\s+/, Text],
      [/;(?=\s)/, Keyword, '#pop'],
      [/\S+/, Token.NameVariable],
    ],
    effect: [
      [/\s+/, Text],
      [/\(/, NameFunction, '#push'],
      [/--/, NameFunction],
      [/\)/, NameFunction, '#pop'],
      [/\S+/, Token.NameVariable],
    ],
  }),
});
