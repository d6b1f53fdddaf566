import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS =
  'BEGIN END alias begin break case defined? do elsif else end ensure for if in next raise redo rescue retry return super then ' +
  'undef unless until when while yield';

const PSEUDO =
  '__FILE__ __LINE__ alias_method attr catch extend false include loop module_function nil private protected ' +
  'public throw true';

/** Methods every object has. */
const BUILTINS =
  '__id__ __send__ abort ancestors at_exit attr_accessor attr_reader attr_writer autoload? autoload binding ' +
  'block_given? callcc caller chomp chop class_eval class_variables clone const_defined? const_get ' +
  'const_missing const_set constants display dup eql? equal? eval exec exit! exit fail fork format freeze ' +
  'frozen? getc gets global_variables gsub hash id included_modules inspect instance_eval instance_methods instance_method ' +
  'instance_of? instance_variable_get instance_variable_set instance_variables is_a? iterator? ' +
  'kind_of? lambda load local_variables method_defined? method_missing methods method module_eval name ' +
  'object_id open printf print private_class_method private_instance_methods private_method_defined? ' +
  'private_methods proc protected_instance_methods protected_methods public_class_method ' +
  'public_instance_methods public_method_defined? public_methods putc puts p rand readlines readline require_relative ' +
  'require respond_to? scan select self send set_trace_func singleton_methods sleep split sprintf ' +
  'srand sub syscall system taint test to_a to_s trace_var trap untaint untrace_var warn';

const WORD = String.raw`[\p{L}\p{M}\p{N}\p{Pc}]`;
const NAME = String.raw`[\p{Ll}_]${WORD}*`;

const wordPattern = (list: string): RegExp =>
  new RegExp(`(?:${list.replaceAll('?', '\\?').replaceAll(' ', '|')})(?!${WORD})`, 'u');

interface RubyData {
  /** Here-documents whose bodies begin at the next line: the words that end them, and whether these may be indented. */
  readonly waiting: { readonly word: string; readonly mayIndent: boolean }[];
  /** The percent literals that are open, innermost last. */
  readonly literals: { readonly open: string; readonly close: string; readonly token: Token; depth: number }[];
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

function beginLiteralInstead(lexing: Work, match: RegExpExecArray): void {
  lexing.pop();
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

function literalText(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(lexing.data.literals.at(-1)?.token ?? Token.StringOther, text);
}

const interpolation: readonly Rule<RubyData>[] = [
  [/#\{/, Token.StringInterpol, ['interpolation', 'expression']],
  [new RegExp(`#@@?[\\p{L}_]${WORD}*|#\\$[\\p{L}_]${WORD}*`, 'u'), Token.StringInterpol],
];
const ESCAPE: Rule<RubyData> = [/\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|.)/s, Token.StringEscape];

const rootRules: readonly Rule<RubyData>[] = [
  [/\n/, endLine],
  [/[ \t\r\f\v]+/, Token.Text],
  [/#[^\n]*/, Token.CommentSingle],
  [between(/^=begin(?=\s)/, '\n=end'), Token.CommentMultiline],
  [/__END__(?![^\n])/, Token.CommentPreproc, 'rest'],
  [/(<<[-~]?)(?:(["'`]\w+["'`])|([\p{L}_]\w*))/u, beginHeredoc],
  [new RegExp(`${NAME}[?!]?:\\s+`, 'u'), Token.StringSymbol, 'expression'],
  [/:"/, Token.StringSymbol, 'symbol'],
  [once(/:'(?:\\.|[^\\'])*'/s, ":'"), Token.StringSymbol],
  [new RegExp(`:(?:@@?)?[\\p{L}_]${WORD}*[?!]?`, 'u'), Token.StringSymbol],
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=>|<=?|===?)/, Token.StringSymbol],
  [/"/, Token.StringDouble, 'double'],
  [once(/'(?:\\.|[^\\'])*'/s, "'"), Token.StringSingle],
  [/`/, Token.StringBacktick, 'backtick'],
  [/0_?[0-7]+(?:_[0-7]+)*(?!\d)/, Token.NumberOct],
  [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex],
  [/0b[01]+(?:_[01]+)*/, Token.NumberBin],
  [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/, Token.NumberFloat],
  [/\d+(?:_\d+)*/, Token.NumberInteger],
  [new RegExp(`@@[\\p{L}_]${WORD}*`, 'u'), Token.NameVariableClass],
  [new RegExp(`@[\\p{L}_]${WORD}*`, 'u'), Token.NameVariableInstance],
  [new RegExp(`\\$(?:[\\p{L}_]${WORD}*|-\\w|\\d+|[^\\s\\w])`, 'u'), Token.NameVariableGlobal],
  [/::/, Token.Operator],
  [/(module)(\s+)([a-zA-Z_]\w*(?:::\w+)*)/, [Token.Keyword, Token.Text, Token.NameNamespace]],
  [/def(?!\w)/, Token.Keyword, 'definition'],
  [/class(?!\w)/, Token.Keyword, 'class'],
  [wordPattern(KEYWORDS), Token.Keyword, 'expression'],
  [/(?:not|and|or)(?!\w)/, Token.OperatorWord, 'expression'],
  [wordPattern(PSEUDO), Token.KeywordPseudo, 'spaced'],
  [wordPattern(BUILTINS), Token.NameBuiltin, 'spaced'],
  [/\.(?=\s*(?:[\p{Ll}_]|[-+*/%&|^~`<>=[]))/u, Token.Punctuation, 'method'],
  [new RegExp(`\\p{Lu}${WORD}*`, 'u'), Token.NameConstant, 'spaced'],
  [new RegExp(`${NAME}[?!]?`, 'u'), Token.Name, 'spaced'],
  [/\.\.\.?|->|=>|\*\*=?|[-+*/%&|^<>=!~.]/, Token.Operator, 'expression'],
  [/[({[,;]/, Token.Punctuation, 'expression'],
  [/\?/, Token.Punctuation, ['ternary', 'expression']],
  [/[)}\]:\\]/, Token.Punctuation],
];

/** After a name and a space a slash or a percent sign begins a literal only where no space follows it. */
const argument: readonly Rule<RubyData>[] = [
  [/\/(?![\s=])/, Token.StringRegex, ['#pop', 'regex']],
  [/%([rqswQWxiI]?)([^\w\s=])/, beginLiteralInstead],
  [/(?=.)/s, Token.Text, '#pop'],
];

const states = (): States<RubyData> => ({
  root: rootRules,
  // Where an expression begins, a slash opens a pattern and a question mark a character.
  expression: [
    [/[ \t\r\f\v]+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/\//, Token.StringRegex, ['#pop', 'regex']],
    [/%([rqswQWxiI]?)([^\w\s])/, beginLiteralInstead],
    [new RegExp(`\\?(?:\\\\\\S|\\S)(?!${WORD})`, 'u'), Token.StringChar, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  spaced: [
    [/[ \t]+/, Token.Text, ['#pop', 'argument']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  argument,
  // The colon is the one before a space, or with no other behind it in the line.
  ternary: [[/:(?:(?=\s)|(?![^\n]*?[:\\]))/, Token.Punctuation, ['#pop', 'expression']], include('root')],
  method: [
    [/\s+/, Token.Text],
    [new RegExp(`${NAME}[?!]?`, 'u'), Token.NameFunction, ['#pop', 'spaced']],
    [/\*\*|[-+*/%&|^~`<>=[]/, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  definition: [
    [/\s+/, Token.Text],
    [new RegExp(`([\\p{L}_]${WORD}*)(\\.)`, 'u'), [Token.NameClass, Token.Operator]],
    [new RegExp(`[\\p{L}_]${WORD}*[?!]?`, 'u'), Token.NameFunction, '#pop'],
    [/\*\*|[-+]@?|[*/%&|^`~]|\[\]=?|<<|>>|<=>|<=?|>=?|===?/, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  class: [
    [/\s+/, Token.Text],
    [/<</, Token.Operator, '#pop'],
    [/[A-Z_]\w*(?:::\w+)*/, Token.NameClass],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('root')],
  double: [[/"/, Token.StringDouble, '#pop'], ...interpolation, ESCAPE, [/[^\\"#]+|#/, Token.StringDouble]],
  symbol: [[/"/, Token.StringSymbol, '#pop'], ...interpolation, ESCAPE, [/[^\\"#]+|#/, Token.StringSymbol]],
  backtick: [[/`/, Token.StringBacktick, '#pop'], ...interpolation, ESCAPE, [/[^\\`#]+|#/, Token.StringBacktick]],
  regex: [
    [/\/[mixounse]*/, Token.StringRegex, '#pop'],
    ...interpolation,
    [/(?:\\[\\/]?|[^\\/#])+|#/, Token.StringRegex],
  ],
  'regex flags': [[/[mixounse]*/, Token.StringRegex, '#pop']],
  literal: [...interpolation, include('raw literal')],
  'raw literal': [ESCAPE, [/[\w\s]+/, literalText], [/./s, literalCharacter]],
  heredoc: [[/^([ \t]*)(\w+)$/, heredocLine], ...interpolation, ESCAPE, [/[^\\#\n]+|[\n#]/, Token.StringHeredoc]],
  rest: [[/.+/s, Token.CommentPreproc]],
});

/** Ruby. */
export const ruby = defineLexer({
  tag: 'ruby',
  states,
  data: (): RubyData => ({ waiting: [], literals: [] }),
  begin: () => ['root', 'expression'],
});
