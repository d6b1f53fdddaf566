import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const KEYWORDS = `as asc ascending assert by call case commit constraint create csv cypher delete desc descending detach distinct
  drop else end ends explain false fieldterminator foreach from headers in index is join limit load match merge null on
  optional order periodic profile remove return scan set skip start starts then true union unique unwind using when where
  with yield`;

const WORDS = wordTable(
  [Token.Keyword, KEYWORDS],
  [Token.OperatorWord, 'all and any contains exists has in none not or single xor'],
);

const CALLED = wordTable(
  [
    Token.NameFunction,
    `abs acos allshortestpaths asin atan atan2 avg ceil coalesce collect cos cot count date degrees e endnode exp extract filter
    floor haversin head id keys labels last left length log log10 lower ltrim max min node nodes percentilecont percentiledisc pi
    radians rand range reduce rel relationship relationships replace reverse right round rtrim shortestpath sign sin size split
    sqrt startnode stdev stdevp str substring sum tail tan timestamp tofloat toint tointeger tostring trim type upper`,
  ],
  [Token.Keyword, KEYWORDS],
);

function called(lexing: Lexing<undefined>, [, name = '', space = '', bracket = '']: RegExpExecArray): void {
  lexing.token(CALLED.get(name.toLowerCase()) ?? Token.Name, name);
  lexing.token(Token.Whitespace, space);
  lexing.token(Token.StringSymbol, bracket);
}

/** Neo4j's Cypher. As in Rouge, brackets are symbols, and a number after a name and a colon makes the name a label. */
export const cypher = defineLexer({
  tag: 'cypher',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/, Token.CommentMultiline],
      [/([A-Za-z_]\w*)(\s*)(\()/, called],
      [/(\w+)(:)(\s*)(\d+(?:\.\d+)?)/, [Token.NameLabel, Token.StringDelimiter, Token.Whitespace, Token.Number]],
      [/[A-Za-z_]\w*:(?:\w+:)*/, Token.NameProperty],
      [/:\w+/, Token.NameClass],
      [/(\d+)(\.\.)(-?\d+)/, [Token.Number, Token.Operator, Token.Number]],
      [/0x[\da-f]+/i, Token.NumberHex],
      [/\d+[eE][+-]?\d+|(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [/[[\](){},;]/, Token.StringSymbol],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
      [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
      [between(/`/, '`'), Token.StringBacktick],
      [/[A-Za-z_]\w*(?![\w.])/, (lexing, [word]) => lexing.token(WORDS.get(word.toLowerCase()) ?? Token.Name, word)],
      [/[$.\w]+/, Token.Name],
      [/[-+*%^|&~=<>]+/, Token.Operator],
    ],
  }),
});
