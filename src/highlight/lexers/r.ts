import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'break else for function if in next repeat while'],
  [Token.KeywordConstant, 'FALSE Inf NA NA_character_ NA_complex_ NA_integer_ NA_real_ NULL NaN TRUE'],
  [Token.NameBuiltin, 'F LETTERS T letters month.abb month.name pi'],
);

/** What R calls primitive; such a name is a function only where it is called. */
const PRIMITIVES: ReadonlySet<string> = new Set(
  `Arg Conj Im Mod Re UseMethod abs acos acosh all any anyNA as.call as.character as.complex as.double as.environment
  as.integer as.logical as.null.default as.numeric as.raw asin asinh atan atanh attr attributes baseenv browser c call
  ceiling class cos cosh cospi cummax cummin cumprod cumsum digamma dim dimnames emptyenv exp expression floor
  forceAndCall gamma gc.time globalenv interactive invisible is.array is.atomic is.call is.character is.complex
  is.double is.environment is.expression is.finite is.function is.infinite is.integer is.language is.list is.logical
  is.matrix is.na is.name is.nan is.null is.numeric is.object is.pairlist is.raw is.recursive is.single is.symbol
  lazyLoadDBfetch length lgamma list log max min missing names nargs nzchar oldClass on.exit pos.to.env proc.time prod
  quote range rep retracemem return round seq.int seq_along seq_len sign signif sin sinh sinpi sqrt standardGeneric
  substitute sum switch tan tanh tanpi tracemem trigamma trunc unclass untracemem xtfrm`.split(/\s+/),
);

/** A dot in these names stands for any character: `is_null` also counts. */
const DOTTED = new RegExp(`^(?:${[...PRIMITIVES].filter((word) => word.includes('.')).join('|')})$`, 'u');

function name(lexing: Lexing<undefined>, [text, call = '']: RegExpExecArray): void {
  if (call !== '' && (PRIMITIVES.has(call) || DOTTED.test(call))) lexing.token(Token.NameFunction, call);
  else lexing.token(WORDS.get(text) ?? Token.Name, text);
}

const states = (): States<undefined> => ({
  root: [
    [/#'[^\n]*/, Token.CommentDoc],
    [/#[^\n]*/, Token.CommentSingle],
    [/\s+/, Token.Whitespace],
    [/`[^`]+`/, Token.Name],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
    [/%[^%]*%/, Token.Operator],
    [/0[xX][\da-fA-F]+(?:p[-+]?\d+|P\d+)?[Li]?/, Token.NumberHex],
    [/[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?[Li]?/, Token.Number],
    [unicode`([\p{Alphabetic}.][\p{Alphabetic}\p{Nd}_.]*)(?=\()|[\p{Alphabetic}.][\p{Alphabetic}\p{Nd}_.]*`, name],
    [/[[\](){},;]/, Token.Punctuation],
    [/[-+*/^|&=<>!~?:$@%]/, Token.Operator],
  ],
});

/** R. */
export const r = defineLexer({ tag: 'r', states });
