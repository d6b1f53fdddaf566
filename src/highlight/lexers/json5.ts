import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const LITERAL = /[+-]?(?:Infinity|NaN)(?!\w)|(?:true|false|null)(?!\w)/;

/** JSON5. Names in single quotes are strings, as everywhere. */
export const json5 = defineLexer({
  tag: 'json5',
  states: () => ({
    space: [
      [/\s+/, Token.Whitespace],
      [/\/\/[^\n]*/, Token.Comment],
      [between(/\/\*/, '*/'), Token.Comment],
    ],
    // Outside of brackets Rouge expects the names of an object.
    root: [include('space'), include('names'), include('values'), [/[}\]]/, Token.Punctuation]],
    names: [
      [/"(?:\\.|[^"\\\n])*"/, Token.NameLabel],
      [unicode`[\p{L}_$][\p{L}\p{N}_$]*`, Token.NameLabel],
    ],
    values: [
      [/\{/, Token.Punctuation, 'object'],
      [/\[/, Token.Punctuation, 'array'],
      [LITERAL, Token.KeywordConstant],
      [/[+-]?0x[\da-fA-F]+/, Token.NumberHex],
      [/[+-]?\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringSingle, 'single'],
    ],
    object: [
      include('space'),
      [/\}/, Token.Punctuation, '#pop'],
      include('names'),
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringSingle, 'single'],
      [/:/, Token.Punctuation, 'value'],
      [/,/, Token.Punctuation],
    ],
    value: [include('space'), [/,/, Token.Punctuation, '#pop'], [/\}/, Token.Punctuation, '#pop:2'], include('values')],
    array: [include('space'), [/\]/, Token.Punctuation, '#pop'], [/,/, Token.Punctuation], include('values')],
    double: [[/"/, Token.StringDouble, '#pop'], include('escape'), [/[^"\\]+/, Token.StringDouble]],
    single: [[/'/, Token.StringSingle, '#pop'], include('escape'), [/[^'\\]+/, Token.StringSingle]],
    escape: [[/\\./s, Token.StringEscape]],
  }),
});
