import { closedBy } from '../engine/closed-by.ts';
import type { Lexer, Run } from '../engine/lexer.ts';
import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';
import { PHP_EXTENSION_FUNCTIONS } from './php-extension-functions.ts';
import { PHP_FUNCTIONS } from './php-functions.ts';

/** The number of here documents without an end after which no further ends are searched for. */
const MAX_ENDLESS_HEREDOCS = 50;

interface Data {
  endlessHeredocs: number;
  /** Whether the last type that was declared is an enumeration that implements nothing: only there are its cases told apart. */
  inEnumeration: boolean;
  readonly words: WordTable;
}

/** The words of PHP, in lower case. */
export const PHP_WORDS = wordTable(
  [
    Token.Keyword,
    `__class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__ __trait__ abstract and array as
    break case catch cfunction clone const continue declare default die do echo else elseif empty enddeclare endfor
    endforeach endif endswitch endwhile eval exit extends final finally fn for foreach function global goto if implements
    include include_once instanceof insteadof isset list match new old_function or parent print private protected public
    readonly require require_once return self static switch throw try unset var while xor yield`,
  ],
  [Token.KeywordNamespace, 'use'],
  [Token.NameBuiltin, '__compiler_halt_offset__'],
  [Token.KeywordConstant, 'true false null'],
);

const FUNCTIONS = new Set(`${PHP_FUNCTIONS} ${PHP_EXTENSION_FUNCTIONS}`.trim().split(/\s+/));

const NAME = '\\\\?[\\p{L}_](?:[\\p{L}\\p{N}_\\\\]*[\\p{L}\\p{N}_])?';
const CALL = /^\s*\(/;
const NAMES_IF_CALLED = new Set(['__compiler_halt_offset__', 'const', 'use']);
/** A name in lower case after `use`, which is taken for that of a function. */
const SNAKE_CASE = /(?:\\?[\p{L}\p{N}_]+\\)*[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+(?![\p{L}\p{N}_])/u;

/** A name: a word of the language, a function where it is called, a constant or a class by its case. */
function classify(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const [name] = match;
  const lower = name.toLowerCase();
  const word = NAMES_IF_CALLED.has(lower) && isCalled(name, match) ? undefined : lexing.data.words.get(lower);
  lexing.token(word ?? classOfName(name, lower, match), name);
}

function isCalled(name: string, { input, index }: RegExpExecArray): boolean {
  const end = index + name.length;
  return CALL.test(input.slice(end, end + 100));
}

function classOfName(name: string, lower: string, match: RegExpExecArray): Token {
  if (isCalled(name, match)) return FUNCTIONS.has(lower) ? Token.NameBuiltin : Token.NameFunction;
  if (/^(?:E|PHP)(?:_[A-Z]+)+$/.test(name)) return Token.KeywordConstant;
  const last = name.slice(name.lastIndexOf('\\') + 1);
  if (/^\p{Lu}[\p{Lu}\p{N}_]+$/u.test(last)) return Token.NameConstant;
  return /^\p{Lu}[\p{L}\p{N}]*$/u.test(last) ? Token.NameClass : Token.Name;
}

function declareType(lexing: Lexing<Data>, match: RegExpExecArray): void {
  lexing.data.inEnumeration = match[1]?.toLowerCase() === 'enum';
  lexing.groups(match, Token.KeywordDeclaration, Token.Text, Token.NameClass);
}

function enumerate(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const [, , , name = ''] = match;
  const kind = lexing.data.inEnumeration ? Token.NameConstant : classOfName(name, name.toLowerCase(), match);
  lexing.groups(match, Token.Keyword, Token.Text, kind);
}

function heredoc(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const { data } = lexing;
  const end = new RegExp(`(?:.*?\\n)??[ \\t\\r\\f\\v]*${match[2] ?? ''}(?![\\p{L}\\p{N}_]);?`, 'syu');
  const rest = data.endlessHeredocs < MAX_ENDLESS_HEREDOCS ? lexing.take(end) : undefined;
  if (rest !== undefined) {
    lexing.token(Token.StringHeredoc, match[0] + rest);
    return;
  }
  data.endlessHeredocs++;
  lexing.token(Token.Operator, '<<<');
  lexing.recurse(match[0].slice(3));
}

function markup(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const html = lexing.find('html');
  if (html === undefined) lexing.token(Token.Text, match[0]);
  else lexing.delegate(html, match[0]);
}

const space: readonly Rule<Data>[] = [
  [/\s+/, Token.Text],
  [/#\[[^\n]{0,1000}\]$/, Token.NameAttribute],
  // Behind a lone number sign even the end of the line belongs to the comment, and with it the next line.
  [/#(?!\[).[^\n]*|\/\/[^\n]*/s, Token.CommentSingle],
  [/\/\*\*(?!\/)/, closedBy(/.*?\*\//s, Token.CommentDoc, Token.Operator)],
  [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
];

const literals: readonly Rule<Data>[] = [
  [unicode`<<<(["']?)([\p{L}_][\p{L}\p{N}_]*)\1\n`, heredoc],
  [/'/, closedBy(/[^'\\]*(?:\\.[^'\\]*)*'/s, Token.StringSingle, Token.Error)],
  [/`/, closedBy(/[^`\\]*(?:\\.[^`\\]*)*`/s, Token.StringBacktick, Token.Error)],
  [/"/, Token.StringDouble, 'string'],
  [/(?:\d[\d_]*)?\.(?:\d[\d_]*)?(?:[eE][+-]?\d+)?/, Token.NumberFloat],
  [/0[xX][\da-fA-F_]+/, Token.NumberHex],
  [/0[bB][01_]+/, Token.NumberBin],
  [/0[oO][0-7_]+|0[0-7][0-7_]*/, Token.NumberOct],
  [/\d[\d_]*/, Token.NumberInteger],
];

/** What introduces a name of its own: a class, a namespace, a constant, the case of an enumeration. */
const declarations: readonly Rule<Data>[] = [
  [/(new)(\s+)(class)\b/i, [Token.Keyword, Token.Text, Token.KeywordDeclaration]],
  [new RegExp(`(new)(\\s+)(${NAME})`, 'iu'), [Token.Keyword, Token.Text, Token.NameClass]],
  [/(enum)(\s+)([\p{L}\p{N}_]+)(?=\s*:\s*[\p{L}\p{N}_])/iu, declareType, 'enumeration type'],
  [new RegExp(`(class|interface|trait|enum|extends|implements)(\\s+)(${NAME})`, 'iu'), declareType],
  [new RegExp(`(namespace)(\\s+)(${NAME})`, 'iu'), [Token.KeywordNamespace, Token.Text, Token.NameNamespace]],
  [/(use)(\s+)(function|const)\b/i, [Token.KeywordNamespace, Token.Text, Token.Keyword], 'imports'],
  [/use\b(?!\s*\()/i, Token.KeywordNamespace, 'imports'],
  [unicode`\\?(?:[\p{L}\p{N}_]+\\)+(?=\{)`, Token.NameNamespace],
  [/(case)(\s+)([\p{L}_][\p{L}\p{N}_]*)(?=\s*(?:;|=(?![=>])))/iu, enumerate],
  [/(?:function|fn)\b/i, Token.Keyword, 'function'],
  [/(?:public|protected|private)\b/i, Token.Keyword, 'member type'],
  [/const\b(?!\s*\()/i, Token.Keyword, 'constant names'],
];

const LISTS = new Set(['parameters', 'parentheses', 'behind type', 'constant']);

/** A character that belongs to nothing ends all lists of parameters that are open: no types are seen in what is left of them. */
function breakOff(lexing: Lexing<Data>, match: RegExpExecArray): void {
  lexing.token(Token.Error, match[0]);
  while (LISTS.has(lexing.state)) lexing.pop();
}

const unknown: Rule<Data> = [/./su, breakOff];

/** Types are only seen where a function or a member is declared, and only plain ones. */
const typeStates = (): States<Data> => ({
  function: [
    ...space,
    [/&/, Token.Operator],
    [unicode`[\p{L}_][\p{L}\p{N}_]*`, Token.Name],
    [/\(/, Token.Punctuation, ['#pop', 'parameters', 'type']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  parameters: [
    [/\(/, Token.Punctuation, 'parentheses'],
    [/\)/, Token.Punctuation, ['#pop', 'return type']],
    [/,/, Token.Punctuation, 'type'],
    [/[{};]/, Token.Punctuation, '#pop'],
    [unicode`\?[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType],
    include('code'),
    unknown,
  ],
  parentheses: [
    [/\(/, Token.Punctuation, '#push'],
    [/[){};]/, Token.Punctuation, '#pop'],
    [unicode`\?[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType, '#pop'],
    [/=>[~!%^&*+=|:.<>/@-]*|\?(?!>)/, Token.Operator, '#pop'],
    include('code'),
    unknown,
  ],
  type: [
    ...space,
    [/&(?=\s*\$)/, Token.Operator, '#pop'],
    [/(?:public|protected|private|readonly)\b/, Token.Keyword],
    [unicode`\??[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType, '#pop'],
    [/\.\.\./, Token.Punctuation, '#pop'],
    [/(?=[$)])/, Token.Text, '#pop'],
    [/(?=.)/s, Token.Text, '#pop:2'],
  ],
  'return type': [
    ...space,
    [/use\b/, Token.Keyword],
    [/\(/, Token.Punctuation, ['#pop', 'parameters', 'type']],
    [
      unicode`(:)(\s*)(\??[\p{L}_][\p{L}\p{N}_]*)`,
      [Token.Punctuation, Token.Text, Token.KeywordType],
      ['#pop', 'behind type'],
    ],
    [/:(?!:)/, Token.Punctuation, '#pop'],
    // What stands behind the parentheses of a function without a body is taken for its type.
    [unicode`[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType, ['#pop', 'behind type']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  // A comma is followed by a type here, too: `dict<string, int>`.
  'behind type': [
    [/\(/, Token.Punctuation, 'parentheses'],
    [/[){};]/, Token.Punctuation, '#pop'],
    [/=[~!%^&*+=|:.<>/@-]*/, Token.Operator, '#pop'],
    [unicode`\?[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType],
    [/,/, Token.Punctuation, 'type'],
    include('code'),
    unknown,
  ],
  'enumeration type': [...space, [/:/, Token.Punctuation], [unicode`[\p{L}\p{N}_]+`, Token.KeywordType, '#pop']],
  'member type': [
    ...space,
    [/(?:public|protected|private|static|readonly|abstract|final|var)\b/i, Token.Keyword],
    [
      unicode`(const)(\s+)(\??[\p{L}\p{N}_]+)(\s+)(?=[\p{L}\p{N}_])`,
      [Token.Keyword, Token.Text, Token.KeywordType, Token.Text],
      ['#pop', 'constant'],
    ],
    [/(?=(?:const|function)\b)/i, Token.Text, '#pop'],
    [unicode`\??[\p{L}_][\p{L}\p{N}_]*`, Token.KeywordType, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'constant names': [
    ...space,
    [unicode`(\??[\p{L}\p{N}_]+)(\s+)([\p{L}\p{N}_]+)`, [Token.KeywordType, Token.Text, Token.NameConstant]],
    [unicode`[\p{L}\p{N}_]+`, Token.NameConstant],
    [/(?==)/, Token.Text, ['#pop', 'constant']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  constant: [
    [unicode`[\p{L}\p{N}_]+(?=\s*=)`, Token.NameConstant],
    [/;/, Token.Punctuation, '#pop'],
    include('code'),
    unknown,
  ],
});

const states = (opening: string): States<Data> => ({
  root: [
    [new RegExp(`<\\?(?:${opening})?`, 'i'), Token.CommentPreproc, 'php'],
    [/(?:[^<]|<(?!\?))+/, markup],
  ],
  imports: [
    ...space,
    [unicode`(\\?(?:[\p{L}\p{N}_]+\\)+)(\{)`, [Token.NameNamespace, Token.Punctuation]],
    [SNAKE_CASE, Token.NameFunction],
    [unicode`${NAME}`, classify],
    [/[,}]/, Token.Punctuation],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  php: [[/\?>/, Token.CommentPreproc, '#pop'], include('code')],
  code: [
    ...space,
    ...literals,
    [unicode`\${1,9}[\p{L}_][\p{L}\p{N}_]*|\$\{\${1,9}[\p{L}_][\p{L}\p{N}_]*\}`, Token.NameVariable],
    ...declarations,
    [unicode`${NAME}`, classify],
    [/[()[\]{},;]/, Token.Punctuation],
    [/[~!%^&*+=|:.<>/@-]+|\?(?!>)/, Token.Operator],
  ],
  string: [
    [/[^"\\{$]+/, Token.StringDouble],
    [/"/, Token.StringDouble, '#pop'],
    [/\\(?:[nrtvef"$\\]|[0-7]{1,3}|x[\da-fA-F]{1,2}|u\{[\da-fA-F]+\})/, Token.StringEscape],
    [unicode`\$[\p{L}_][\p{L}\p{N}_]*(?:\[\S{1,200}\]|->[\p{L}_][\p{L}\p{N}_]*)?`, Token.NameVariable],
    [/\{\$\{/, Token.StringInterpol, 'named interpolation'],
    [/\{(?=\$)/, Token.StringInterpol, 'interpolation'],
    // Whatever stands between braces without white space: the repetitions of a pattern, too.
    [/(\{)(\S{1,200})(\})/, [Token.StringInterpol, Token.NameVariable, Token.StringInterpol]],
    [/\\\{\$?|\$+\{[${]*/, Token.StringDouble],
    [/\$\$\w*|[{$\\]/, Token.StringDouble],
  ],
  'named interpolation': [[/\}\}/, Token.StringInterpol, '#pop'], include('code')],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('code')],
  ...typeStates(),
});

/**
 * PHP, or a language built on it with its own words and opening tag (a pattern); a text that neither starts with markup nor
 * has an opening tag before its first variable is code from the start.
 */
export function phpLexer(tag: string, words: WordTable, opening: string): Lexer {
  const data = (): Data => ({ endlessHeredocs: 0, inEnumeration: false, words });
  const afterMarkup = defineLexer<Data>({ tag, states: () => states(opening), data });
  const inCode = defineLexer<Data>({ tag, states: () => states(opening), data, begin: () => ['root', 'php'] });
  // Hack's own tag does not count here.
  const startsWithMarkup = /^\s*<|^[^$]*<\?(?:php\b|=)/i;
  return {
    tag,
    start(surroundings) {
      let run: Run | undefined;
      return {
        feed(text, emit) {
          run ??= (startsWithMarkup.test(text) ? afterMarkup : inCode).start(surroundings);
          run.feed(text, emit);
        },
      };
    },
  };
}

/** PHP. */
export const php = phpLexer('php', PHP_WORDS, 'php\\b|=');
