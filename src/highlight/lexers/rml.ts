import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([Token.Keyword, 'all else empty false if matches not true with']);

/** RML, the runtime monitoring language. */
export const rml = defineLexer({
  tag: 'rml',
  states: () => ({
    root: [
      include('values'),
      [/([a-z]\w*)(\()/, [Token.NameFunction, Token.Operator], 'pattern'],
      [/with(?!\w)/, Token.Keyword, 'condition'],
      [/[A-Z]\w*/, Token.NameClass, 'head'],
      [/[a-z]\w*/, byWord(WORDS, Token.NameFunction)],
      [/[([{]/, Token.Operator, 'pattern'],
      [/[;_|]/, Token.Operator],
    ],
    values: [
      [/[ \t\r\n]+/, Token.Text],
      [/\/\/[^\n\r]*/, Token.CommentSingle],
      [/'(?:[\w. ]|\\')*'/, Token.String],
      [/\d+\.\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
    ],
    head: [
      include('values'),
      [/[a-z]\w*/, Token.StringRegex],
      [/[,<>]/, Token.Operator],
      [/;/, Token.Operator, '#pop'],
      [/=/, Token.Operator, ['#pop', 'equation']],
    ],
    equation: [
      include('values'),
      [/([A-Z]\w*)(<)/, [Token.NameClass, Token.Operator], 'arguments'],
      [/[A-Z]\w*/, Token.NameClass],
      [/(if)(\()/, [Token.Keyword, Token.Operator], 'pattern'],
      [/([a-z]\w*)(\()/, [Token.NameFunction, Token.Operator], 'pattern'],
      [/let/, Token.Keyword, 'head'],
      [/[a-z]\w*/, byWord(WORDS, Token.NameFunction)],
      [/;/, Token.Operator, '#pop'],
      [/[!()*+/=>?\\{|}]/, Token.Operator],
    ],
    pattern: [
      include('values'),
      [/([a-z]\w*)(:)/, [Token.NameEntity, Token.Operator]],
      [/[a-z]\w*/, byWord(WORDS, Token.StringRegex)],
      [/\.{3}/, Token.StringSymbol],
      [/[([{]/, Token.Operator, '#push'],
      [/[)\]}]/, Token.Operator, '#pop'],
      [/[,:;_|]/, Token.Operator],
    ],
    arguments: [[/>/, Token.Operator, '#pop'], include('condition')],
    condition: [
      include('values'),
      [/[a-z]\w*/, byWord(WORDS, Token.StringRegex)],
      [/\(/, Token.Operator, '#push'],
      [/[);]/, Token.Operator, '#pop'],
      [/[-!%&*+,./:<=>?[\\\]^_|]/, Token.Operator],
    ],
  }),
});
