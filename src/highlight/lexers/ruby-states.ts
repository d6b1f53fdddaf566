import type { Lexing } from '../engine/lexing.ts';
import { type PatternText, unicode } from '../engine/ruby-reading.ts';
import { between, include, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** What a name may be made of. */
export const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;
/** What a symbol and a variable may begin with: a letter that has a case, in Latin-1 a small one. */
const FIRST = String.raw`(?:[A-Z\p{Ll}\p{Lt}_]|(?![\xc0-\xde])\p{Lu})`;
const MODULE = String.raw`[\p{L}_]${WORD}*`;
const NAME = String.raw`[\p{Ll}\p{Lo}_]${WORD}*`;

/** Some of the words, whole. */
export const wordPattern = (list: string): PatternText =>
  unicode`(?:${list.replaceAll('?', '\\?').replaceAll(' ', '|')})(?:(?<=[?!])|(?!${WORD}))`;

export interface RubyData {
  /** Here-documents whose bodies begin at the next line: the words that end them, and whether these may be indented. */
  readonly waiting: { readonly word: string; readonly mayIndent: boolean }[];
  /** The percent literals that are open, innermost last. */
  readonly literals: { readonly open: string; readonly close: string; readonly token: Token; depth: number }[];
}

/** A language written as Ruby is, with words of its own. */
interface RubyDialect {
  readonly keywords: PatternText;
  readonly pseudo: string;
  /** Methods every object has. */
  readonly builtins: string;
  /** Words after which a name is defined. */
  readonly definitions: PatternText;
  readonly className: PatternText;
  /** Escapes in strings. */
  readonly escape: Rule<RubyData>;
  /** What may open a percent literal. */
  readonly delimiter: string;
  /** Rules of its own. */
  readonly rules: readonly Rule<RubyData>[];
}

type Work = Lexing<RubyData>;

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

function beginHeredoc(lexing: Work, [, operator = '', quoted = '', word = '']: RegExpExecArray): void {
  lexing.token(Token.Operator, operator);
  lexing.token(Token.NameConstant, quoted + word);
  lexing.data.waiting.push({ word: word === '' ? quoted.slice(1, -1) : word, mayIndent: operator !== '<<' });
}

function endLine(lexing: Work, [text]: RegExpExecArray): void {
  const waits = lexing.data.waiting.length > 0;
  lexing.token(waits ? Token.StringHeredoc : Token.Text, text);
  lexing.push(waits ? 'heredoc' : 'expression');
}

function heredocLine(lexing: Work, [line, space = '', word = '']: RegExpExecArray): void {
  const { waiting } = lexing.data;
  const current = waiting[0];
  if (current === undefined || word !== current.word || (space !== '' && !current.mayIndent)) {
    lexing.token(Token.StringHeredoc, line);
    return;
  }
  lexing.token(Token.NameConstant, line);
  waiting.shift();
  if (waiting.length === 0) lexing.pop();
}

function beginLiteral(lexing: Work, [text, kind = '', open = '']: RegExpExecArray): void {
  const token = kind === 'r' ? Token.StringRegex : Token.StringOther;
  lexing.data.literals.push({ open, close: CLOSERS.get(open) ?? open, token, depth: 0 });
  lexing.token(token, text);
  lexing.push(/[qwis]/.test(kind) ? 'raw literal' : 'literal');
}

/** Behind a literal that is an argument a further one may follow. */
function beginArgument(lexing: Work, match: RegExpExecArray): void {
  lexing.goto('spaced');
  beginLiteral(lexing, match);
}

function literalCharacter(lexing: Work, [character]: RegExpExecArray): void {
  const literal = lexing.data.literals.at(-1);
  if (literal === undefined) return;
  lexing.token(literal.token, character);
  if (character === literal.close) {
    if (literal.depth > 0) {
      literal.depth--;
      return;
    }
    lexing.data.literals.pop();
    lexing.pop();
    if (literal.token === Token.StringRegex) lexing.push('regex flags');
  } else if (character === literal.open) literal.depth++;
}

/** Where nothing is interpolated, a backslash escapes only itself and the delimiters. */
function escapedDelimiter(lexing: Work, [text, character = '']: RegExpExecArray): void {
  const literal = lexing.data.literals.at(-1);
  const escapes = character === '\\' || character === literal?.open || character === literal?.close;
  lexing.token(escapes ? Token.StringEscape : Token.StringOther, text);
}

function literalText(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(lexing.data.literals.at(-1)?.token ?? Token.StringOther, text);
}

const interpolation: readonly Rule<RubyData>[] = [
  [/#\{/, Token.StringInterpol, ['interpolation', 'expression']],
  [unicode`#@@?[\p{L}_]${WORD}*|#\$[\p{L}_]${WORD}*`, Token.StringInterpol],
];

const rootRules = (dialect: RubyDialect): readonly Rule<RubyData>[] => [
  [/\n/, endLine],
  [/[ \t\r\f\v]+/, Token.Text],
  [/#[^\n]*/, Token.CommentSingle],
  [between(/^=begin(?=\s)/, '\n=end'), Token.CommentMultiline],
  [/__END__/, Token.CommentPreproc, 'rest'],
  [unicode`(<<[-~]?)(?:(["'\`]\w+["'\`])|([\p{L}_]\w*))`, beginHeredoc],
  [unicode`[\p{Ll}_]${WORD}*[?!]?:\s+`, Token.StringSymbol, 'expression'],
  ...dialect.rules,
  [/:"/, Token.StringSymbol, 'symbol'],
  [once(/:'(?:\\.|[^\\'])*'/s, ":'"), Token.StringSymbol],
  [unicode`:(?:@@?)?${FIRST}${WORD}*[?!]?`, Token.StringSymbol],
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=>|<=?|===?)/, Token.StringSymbol],
  [/"/, Token.StringDouble, 'double'],
  [once(/'(?:\\.|[^\\'])*'/s, "'"), Token.StringSingle],
  [/`/, Token.StringBacktick, 'backtick'],
  [/0_?[0-7]+(?:_[0-7]+)*/, Token.NumberOct],
  [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex],
  [/0b[01]+(?:_[01]+)*/, Token.NumberBin],
  [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/, Token.NumberFloat],
  [/\d+(?:_\d+)*/, Token.NumberInteger],
  [unicode`@@${FIRST}${WORD}*`, Token.NameVariableClass],
  [unicode`@${FIRST}${WORD}*`, Token.NameVariableInstance],
  [unicode`\$(?:[\p{L}_]${WORD}*|-\w|\d${WORD}*|[~.@;,"'\`&+!?/\\<>:*$=])`, Token.NameVariableGlobal],
  [/::/, Token.Operator],
  [unicode`(module)(\s+)(${MODULE}(?:::${MODULE})*)`, [Token.Keyword, Token.Text, Token.NameNamespace]],
  [dialect.definitions, Token.Keyword, 'definition'],
  [wordPattern('class'), Token.Keyword, 'class'],
  [dialect.keywords, Token.Keyword, 'expression'],
  [wordPattern(dialect.pseudo), Token.KeywordPseudo, 'expression'],
  [wordPattern(dialect.builtins), Token.NameBuiltin, 'spaced'],
  [/\.\.\.?/, Token.Operator, 'expression'],
  [unicode`\.(?=\s*(?:[\p{Ll}_]|[-+*/%&^~\`<>=[,.]))`, Token.Punctuation, 'method'],
  [unicode`\p{Lu}${WORD}*`, Token.NameConstant, 'spaced'],
  [unicode`${NAME}[?!]?`, Token.Name, 'spaced'],
  [/->|=>|\*\*=?|[-+*/%&|^<>=!~.]/, Token.Operator, 'expression'],
  [/[({[,;]/, Token.Punctuation, 'expression'],
  [/\?/, Token.Punctuation, ['ternary', 'expression']],
  [/:/, Token.Punctuation, 'expression'],
  [/[)}\]\\]/, Token.Punctuation],
];

/** After a name and a space a slash or a percent sign begins a literal only where no space follows it. */
const argument = (dialect: RubyDialect): readonly Rule<RubyData>[] => [
  [/\/(?=[^\s=])/, Token.StringRegex, ['#pop', 'regex']],
  [new RegExp(`%([rqswQWxiI]?)(?!=)(${dialect.delimiter})`), beginArgument],
  [/(?=.)/s, Token.Text, '#pop'],
];

export const rubyStates = (dialect: RubyDialect): States<RubyData> => ({
  root: rootRules(dialect),
  // Where an expression begins, a slash opens a pattern and a question mark a character.
  expression: [
    [/[ \t\r\f\v]+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/\//, Token.StringRegex, ['#pop', 'regex']],
    // Between spaces the literal stands in one line.
    [/%[rqswQWxiI]?[ ][^ \n]{0,1000}[ ]/, Token.StringOther, '#pop'],
    [new RegExp(`%([rqswQWxiI]?)(${dialect.delimiter})`), beginLiteral],
    [unicode`\?(?:\\\S|\S)(?!${WORD})`, Token.StringChar, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  spaced: [
    [/[ \t]+/, Token.Text, ['#pop', 'argument']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  argument: argument(dialect),
  // The colon is the one before a space, or with no other behind it in the line.
  ternary: [[/:(?:(?=\s)|(?![^\n]*?[:\\]))/, Token.Punctuation, ['#pop', 'expression']], include('root')],
  method: [
    [/\s+/, Token.Text],
    [unicode`${NAME}[?!]?`, Token.NameFunction, ['#pop', 'spaced']],
    [/[-+*/%&^~`<>=[,.]/, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  definition: [
    [/\s+/, Token.Text],
    [unicode`([\p{L}_]${WORD}*)(\.)`, [Token.NameClass, Token.Operator]],
    [unicode`[\p{L}_]${WORD}*[?!]?`, Token.NameFunction, '#pop'],
    [/\*\*|[-+]@?|[*/%&|^`~]|\[\]=?|<<|>>|<=>|<=?|>=?|===?/, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  class: [
    [/\s+/, Token.Text],
    [/<</, Token.Operator, '#pop'],
    [dialect.className, Token.NameClass, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
  double: [[/"/, Token.StringDouble, '#pop'], ...interpolation, dialect.escape, [/[^\\"#]+|[#\\]/, Token.StringDouble]],
  symbol: [[/"/, Token.StringSymbol, '#pop'], ...interpolation, dialect.escape, [/[^\\"#]+|[#\\]/, Token.StringSymbol]],
  backtick: [
    [/`/, Token.StringBacktick, '#pop'],
    ...interpolation,
    dialect.escape,
    [/[^\\`#]+|[#\\]/, Token.StringBacktick],
  ],
  regex: [
    [/\/[mixounse]*/, Token.StringRegex, '#pop'],
    ...interpolation,
    [/(?:\\[\\/]?|[^\\/#])+|#/, Token.StringRegex],
  ],
  'regex flags': [[/[mixounse]*/, Token.StringRegex, '#pop']],
  literal: [...interpolation, dialect.escape, [/\\/, Token.Error], include('literal text')],
  'raw literal': [[/\\(.)/s, escapedDelimiter], include('literal text')],
  'literal text': [
    [/\w+/, literalText],
    [/./s, literalCharacter],
  ],
  heredoc: [
    [/^([ \t]*)(\w+)$/, heredocLine],
    ...interpolation,
    dialect.escape,
    [/[^\\#\n]+|[\n#\\]/, Token.StringHeredoc],
  ],
  rest: [[/.+/s, Token.CommentPreproc]],
});

/** What a run remembers at its start. */
export const rubyData = (): RubyData => ({ waiting: [], literals: [] });

/** Code begins where an expression may, and one may still begin behind a literal between spaces. */
export const rubyBegin = (): readonly string[] => ['root', 'expression', 'expression'];
