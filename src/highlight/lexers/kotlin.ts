import { closedBy } from '../engine/closed-by.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS = `abstract annotation as break by catch class companion const constructor continue crossinline do dynamic else
  enum external false final finally for fun get if import in infix inline inner interface internal is lateinit noinline null
  object open operator out override package private protected public reified return sealed set super suspend tailrec this
  throw true try typealias typeof val var vararg when where while yield`;

const KEYWORD = new RegExp(`(?:${KEYWORDS.trim().split(/\s+/).join('|')})\\b`);
/** To Rouge, letters without case, such as Korean and Chinese ones, are not part of names. */
const LETTER = '\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}';
const REST = `[${LETTER}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}-]`;
const NAME = `(?:\`${REST}+\`|\`?[${LETTER}_]${REST}*\`?)`;
const CLASS = `\`?\\p{Lu}${REST}*\`?`;
const CLASS_PATTERN = unicode`${CLASS}`;
const NAME_PATTERN = unicode`${NAME}`;

/** What stands before the `@` of a label. */
const JUMP = '(?<=return|break|continue|this|super)';

const states = (): States<undefined> => ({
  root: [
    [/^[ \t\r\f\v]*\[[^\]\n]*\]/, Token.NameAttribute],
    include('space'),
    [/(::)(class)\b/, [Token.Operator, Token.Keyword]],
    [/(package|import)(\s+)(\S+)/, [Token.Keyword, Token.Text, Token.NameNamespace]],
    [/(companion)(\s+)(object)\b/, [Token.Keyword, Token.Text, Token.Keyword]],
    [/((?:data\s+)?class|interface|object)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'class'],
    [/va[lr](?=\s)/, Token.KeywordDeclaration, 'property'],
    [/fun(?=\s)/, Token.Keyword, 'function'],
    [KEYWORD, Token.Keyword],
    [unicode`${JUMP}@\`?[${LETTER}_]${REST}*(?![\p{L}\p{N}_])|@${CLASS}`, Token.NameDecorator],
    [unicode`(?!\`?\p{Lu})${NAME}@`, Token.NameDecorator],
    [unicode`(${CLASS})(<)`, [Token.NameClass, Token.Punctuation], 'type arguments'],
    [CLASS_PATTERN, Token.NameClass],
    [unicode`${NAME}(?=\s*[({])`, Token.NameFunction],
    [NAME_PATTERN, Token.Name],
    [/"""/, closedBy(/.*?"""/s, Token.String, Token.String)],
    // The string of another language, which holds lines and doubled quotes.
    [once(/@"[^"]*(?:""[^"]*)*"/, '@"'), Token.String],
    [/\\\n/, Token.Text],
    [/"[^"\\\n]*(?:\\.[^"\\\n]*){0,200}["\n]/, Token.String],
    [/'(?:\\.|[^'\\])'/u, Token.StringChar],
    [/0[xX][\da-fA-F_]+[uU]?L?/, Token.NumberHex],
    [/0[bB][01_]+[uU]?L?/, Token.NumberBin],
    [/(?:\d(?:_*\d)*)?\.\d[\d_]*(?:[eE][+-]?\d+)?[fF]?|\d[\d_]*[eE][+-]?\d+[fF]?|\d[\d_]*[fF]/, Token.NumberFloat],
    [/\d(?:_*\d)*[uU]?L?/, Token.NumberInteger],
    [/\?\.|\.\.|!!|\?:|::/, Token.Operator],
    [/[~!%^&*()+=|[\]:;,.<>{}/?-]/, Token.Punctuation],
  ],
  space: [
    [/\n|[ \t\r\f\v]+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
  ],
  comment: [
    [/[^*/]+/, Token.CommentMultiline],
    [/\/\*/, Token.CommentMultiline, '#push'],
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[*/]/, Token.CommentMultiline],
  ],
  class: [[CLASS_PATTERN, Token.NameClass, '#pop']],
  property: [
    [/\s+/, Token.Text],
    [/\(/, Token.Punctuation, ['#pop', 'names']],
    [/</, Token.Punctuation, 'type arguments'],
    [NAME_PATTERN, Token.NameProperty, '#pop'],
  ],
  names: [
    [/\s+/, Token.Text],
    [/,/, Token.Punctuation],
    [/\)/, Token.Punctuation, '#pop'],
    [NAME_PATTERN, Token.NameProperty],
  ],
  function: [
    [/\s+/, Token.Text],
    [/</, Token.Punctuation, 'type arguments'],
    [unicode`(${CLASS})(\.)`, [Token.NameClass, Token.Punctuation]],
    [NAME_PATTERN, Token.NameFunction, '#pop'],
  ],
  // Nothing but names is expected here, not even the type of a function.
  'type arguments': [
    [/\s+/, Token.Text],
    [/>/, Token.Punctuation, '#pop'],
    [/</, Token.Punctuation, '#push'],
    [/[,:?.]/, Token.Punctuation],
    // Not whole words only.
    [/in|out|reified/, Token.Keyword],
    [CLASS_PATTERN, Token.NameClass],
  ],
});

/** Kotlin. */
export const kotlin = defineLexer({ tag: 'kotlin', states });
