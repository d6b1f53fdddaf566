import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { before, between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

/** The words of Python 3, and of Python 2. */
export const PYTHON_WORDS = wordTable(
  [
    Token.NameBuiltin,
    `__import__ abs aiter all anext any apply ascii basestring bin bool breakpoint buffer bytearray bytes callable chr
    classmethod cmp coerce compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format
    frozenset getattr globals hasattr hash help hex id input int intern isinstance issubclass iter len list locals long
    map max memoryview min next object oct open ord pow property range raw_input reduce reload repr reversed round set
    setattr slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
    FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
    ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
    OverflowWarning PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError
    ResourceWarning RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
    UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning
    WindowsError ZeroDivisionError`,
  ],
  [
    Token.Keyword,
    `as assert async await break continue del elif else except exec finally for from global if import lambda
    nonlocal pass print raise return try while with yield`,
  ],
  [Token.OperatorWord, 'and in is not or'],
  [Token.NameBuiltinPseudo, 'Ellipsis False None True'],
);

/** `match` and `case` are names where what follows shows that nothing is matched. */
function softKeywordEnd(words: WordTable): string {
  const keywords = [...words].flatMap(([word, token]) => (token === Token.Keyword ? [word] : []));
  return `\\b(?![ \\t]*(?:[:,;=^&|@~)\\]}]|(?:${keywords.join('|')})\\b))`;
}

const QUOTES = ["'''", '"""', "'", '"'] as const;
const PREFIX = '(r[bft]|[bft]r|ub|bu|fb|bf|ur?|[rbft])?';

/** The inside of one kind of string literal; a quote that does not end it still looks like one that does. */
function stringRules<Data>(quote: string, raw: boolean, format: boolean): Rule<Data>[] {
  const rules: Rule<Data>[] = [
    // A prompt at the start of a line begins a session within the string.
    [/^\s{0,100}(?:>>>|\.\.\.)\B/, Token.GenericPrompt, 'session'],
    [new RegExp(quote.length > 1 ? quote : `${quote}(?!${quote}${quote})`), Token.StringHeredoc, '#pop'],
    [/'''|"""|['"]/, Token.StringHeredoc],
    [format ? /[^\\'"{}\n]+|\n/ : /[^\\'"\n]+|\n/, Token.String],
  ];
  if (format) rules.push([/\{\{/, Token.String], [/\{/, Token.StringInterpol, 'interpolation'], [/\}/, Token.String]);
  if (raw) rules.push([/\\./s, Token.String]);
  else {
    rules.push(
      [
        /\\(?:[\\'"abfnrtv\n]|N\{[^}\n]*\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3})/,
        Token.StringEscape,
      ],
      [/\\(?=.)/s, Token.String],
    );
  }
  return rules;
}

const stateOf = (quote: string, raw: boolean, format: boolean): string =>
  `${raw ? 'raw ' : ''}${format ? 'format ' : ''}${quote}`;

function literals<Data>(): Record<string, Rule<Data>[]> {
  const result: Record<string, Rule<Data>[]> = {};
  for (const quote of QUOTES) {
    for (const raw of [false, true]) {
      for (const format of [false, true]) result[stateOf(quote, raw, format)] = stringRules(quote, raw, format);
    }
  }
  return result;
}

function openString<Data>(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const [, prefix = '', quote = ''] = match;
  lexing.groups(match, Token.StringAffix, Token.StringHeredoc);
  lexing.push(stateOf(quote, /r/i.test(prefix), /f/i.test(prefix)));
}

function documentation<Data>(lexing: Lexing<Data>, [text, colon = '', space = '']: RegExpExecArray): void {
  lexing.token(Token.Punctuation, colon);
  lexing.token(Token.Text, space);
  lexing.token(Token.StringDoc, text.slice(1 + space.length));
}

const NUMBERS: readonly (readonly [pattern: RegExp, token: Token])[] = [
  [/\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|[eE][+-]?\d(?:_?\d)*)[jJ]?/, Token.NumberFloat],
  [/\d(?:_?\d)*[jJ]/, Token.NumberFloat],
  [/0[xX](?:_?[\da-fA-F])+/, Token.NumberHex],
  [/0[oO](?:_?[0-7])+/, Token.NumberOct],
  [/0[bB](?:_?[01])+/, Token.NumberBin],
  [/\d+L/, Token.NumberIntegerLong],
  [/\d(?:_?\d)*/, Token.NumberInteger],
];

/** The states of Python, or of a language with more words. */
export const pythonStates = <Data>(words: WordTable): States<Data> => ({
  root: [
    [/\s+|\\\n?/, Token.Text],
    [/#[^\n]*\n?/, Token.CommentSingle],
    [/\.\.\.$/, Token.NameBuiltinPseudo],
    // A colon at the start of a line takes a string as documentation.
    [between(/^(:)(\s*)([rRuU]?""")/, '"""'), documentation],
    [/[[\]{}:(),;.]/, Token.Punctuation],
    [
      unicode`(from)((?:\s|\\\s)+)([\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*)((?:\s|\\\s)+)(import)`,
      [Token.KeywordNamespace, Token.Text, Token.Name, Token.Text, Token.KeywordNamespace],
    ],
    [
      unicode`(import)(\s+)([\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*)`,
      [Token.KeywordNamespace, Token.Text, Token.Name],
    ],
    [/(def)((?:\s|\\\s)+)/, [Token.Keyword, Token.Text], 'function name'],
    [/(class)((?:\s|\\\s)+)/, [Token.Keyword, Token.Text], 'class name'],
    [unicode`@[\p{Alphabetic}_.][\p{Alphabetic}\p{Nd}_.]*`, Token.NameDecorator],
    [/(?:and|in|is|not|or)\b/, Token.OperatorWord],
    // A call is recognised only if a closing parenthesis follows somewhere.
    [before(/[A-Z]\w*[ \t]*(?=\()/, ')'), Token.NameClass],
    [before(/[a-z_]\w*[ \t]*(?=\()/, ')'), Token.NameFunction],
    // The bound keeps a long line of `case` from being read again and again.
    [
      new RegExp(`(case)(?=[ \\t])${softKeywordEnd(words)}([ \\t]+)([^\\n]{0,300}?)(_)\\b`),
      [Token.Keyword, Token.Whitespace, Token.Text, Token.Keyword],
    ],
    [new RegExp(`(?:match|case)${softKeywordEnd(words)}`), Token.Keyword],
    [/`[^`\n]*`/, Token.StringBacktick],
    [new RegExp(`${PREFIX}('''|"""|'|")`, 'i'), openString],
    [/[A-Za-z_]\w*\b/, byWord(words, Token.Name)],
    [unicode`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`, Token.Name],
    ...NUMBERS,
    [/!=|[-~+/*%=<>&^|]+|@/, Token.Operator],
  ],
  'function name': [[unicode`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`, Token.NameFunction, '#pop']],
  'class name': [[unicode`[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_]*`, Token.NameClass, '#pop']],
  interpolation: [
    [/\}/, Token.StringInterpol, '#pop'],
    [/\{/, Token.StringInterpol, '#push'],
    [/:|![rsa]/, Token.StringInterpol],
    // What is between these signs is code on its own, even if they are within a string.
    [/[^{}:!]+/, (lexing, [code]) => lexing.recurse(code)],
  ],
  // A session in a string ends with an empty line, or together with the string: three quotes of either kind, without a prefix, end both.
  session: [[/\n\n/, Token.Text, '#pop'], [/'''|"""/, Token.StringHeredoc, '#pop:2'], include('root')],
  ...literals(),
});

/** Python 3, with what is left of Python 2. */
export const python = defineLexer({ tag: 'python', states: () => pythonStates(PYTHON_WORDS) });
