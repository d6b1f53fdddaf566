import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, include, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { COLORS, FUNCTIONS, PROPERTIES, VALUES } from './css-words.ts';

const IDENTIFIER = String.raw`[\p{L}_-][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Cf}-]*`;
/** The prefixes of vendors that CSS 2.1 lists. */
const VENDOR = /^(?:-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)|mso|prince)-/;
const UNITS = 'ch|cm|deg|dpcm|dpi|dppx|em|ex|fr|grad|in|kHz|mm|ms|pc|pt|px|Q|rad|rem|s|turn|vh|vmax|vmin|vw|Hz';

/** How a property is classed: those Rouge knows, those of a vendor, all others. */
function propertyToken(name: string): Token {
  return PROPERTIES.has(name) || VENDOR.test(name) ? Token.NameLabel : Token.NameProperty;
}

/** How a word in a value is classed, in any case of letters. */
function valueToken(word: string): Token {
  const name = word.toLowerCase();
  if (VALUES.has(name)) return Token.NameBuiltin;
  if (COLORS.has(name)) return Token.NameOther;
  if (FUNCTIONS.has(name)) return Token.NameFunction;
  return Token.Name;
}

function property(lexing: Lexing<undefined>, [, name = '', space = '', colon = '']: RegExpExecArray): void {
  lexing.token(propertyToken(name), name);
  lexing.token(Token.Text, space);
  lexing.token(Token.Punctuation, colon);
}

const value = (): readonly Rule<undefined>[] => [
  [new RegExp(String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)(?:%|(?:${UNITS})\b)?`), Token.Number],
  [/#[\da-fA-F]{3,8}/, Token.NameOther],
  [/!\s*important/, Token.CommentPreproc],
  [/true|false/i, Token.NameConstant],
  [unicode`--${IDENTIFIER}`, Token.Literal],
  [
    unicode`[\p{L}_][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Cf}-]*`,
    (lexing, [word]) => lexing.token(valueToken(word), word),
  ],
  [/[*/+-]/, Token.Operator],
  [/[,:.()[\]]/, Token.Punctuation],
];

const states = (): States<undefined> => ({
  root: [
    include('basics'),
    include('strings'),
    [/\{/, Token.Punctuation, 'declarations'],
    [unicode`::?${IDENTIFIER}`, Token.NameDecorator],
    [unicode`\.${IDENTIFIER}`, Token.NameClass],
    [unicode`#${IDENTIFIER}`, Token.NameFunction],
    [unicode`@${IDENTIFIER}`, Token.Keyword, 'at-rule'],
    [unicode`${IDENTIFIER}`, Token.NameTag],
    [/\d{1,50}%/, Token.Number],
    [/[~^*!%&?;()[\]|,:.<>/=+@-]/, Token.Operator],
  ],
  basics: [
    [/\s+/, Token.Text],
    [between(/\/\*/, '*/'), Token.Comment],
  ],
  strings: [
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringSingle],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringDouble],
  ],
  declarations: [
    include('basics'),
    [/\}/, Token.Punctuation, '#pop'],
    [unicode`(${IDENTIFIER})(\s*)(:)`, property, 'value'],
  ],
  value: [
    [/;/, Token.Punctuation, '#pop'],
    [/\}/, Token.Punctuation, '#pop:2'],
    include('basics'),
    include('strings'),
    ...value(),
  ],
  'at-rule': [
    // What follows tells whether declarations or rules stand inside.
    [unicode`\{(?=\s*${IDENTIFIER}\s*:)`, Token.Punctuation, ['#pop', 'declarations']],
    [/\{/, Token.Punctuation, ['#pop', 'rules']],
    [/;/, Token.Punctuation, '#pop'],
    include('basics'),
    include('strings'),
    ...value(),
    [/[<>=]+/, Token.Operator],
  ],
  rules: [[/\}/, Token.Punctuation, '#pop'], include('root')],
});

/** CSS. */
export const css = defineLexer({ tag: 'css', states });
