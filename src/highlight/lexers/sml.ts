import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS = new Set(
  `abstype and andalso as case datatype do else end eqtype exception fn fun functor handle if in include infix infixr let local
  nonfix of op open orelse raise rec sharing sig signature struct structure then type val where while with withtype`.split(
    /\s+/,
  ),
);

/** Words that end the naming of something. */
const OUT = String.raw`(?:${[...KEYWORDS].join('|')})\b(?!')`;
const SIGNS = String.raw`[-!%&$#+/:<=>?@\\~\`^|*]+`;
const RESERVED_SIGNS = new Set([':', '|', '=', '=>', '->', '#', ':>']);

const WORD = /[\w']+/;
const SIGN = new RegExp(SIGNS);

function name(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  if (KEYWORDS.has(text)) lexing.token(Token.KeywordReserved, text);
  else lexing.token(RESERVED_SIGNS.has(text) ? Token.Punctuation : Token.Name, text);
}

/** A keyword with where it leads. */
const keyword = (words: string, next?: string | readonly string[]): Rule<undefined> => {
  const pattern = new RegExp(`(?:${words})\\b(?!')`);
  return next === undefined ? [pattern, Token.KeywordReserved] : [pattern, Token.KeywordReserved, next];
};

const literal = (token: Token): readonly Rule<undefined>[] => [
  [/[^"\\]+/, token],
  [/\\[\\"abntvfr]|\\\^[@-^]|\\\d{3}|\\u[\da-fA-F]{4}/, Token.StringEscape],
  [/\\\s+\\/, Token.StringInterpol],
  [/"/, token, '#pop'],
];

const expressionStates = (): States<undefined> => ({
  root: [[/(?=.)/s, Token.Text, 'main']],
  space: [
    [/\s+/, Token.Text],
    [/\(\*/, Token.Comment, 'comment'],
  ],
  delimiters: [
    [/[([{]/, Token.Punctuation, 'main'],
    [/[)\]}]/, Token.Punctuation, '#pop'],
    keyword('let|if|local', ['main', 'main']),
    keyword('struct|sig|while', 'main'),
    keyword('do|else|end|in|then', '#pop'),
  ],
  core: [
    [/\.\.\.|[()[\]{},;_]/, Token.Punctuation],
    [/#"/, Token.StringChar, 'character'],
    [/"/, Token.StringDouble, 'string'],
    [/~?0x[\da-fA-F]+|0wx[\da-fA-F]+/, Token.NumberHex],
    [/0w\d+/, Token.NumberInteger],
    [/~?\d+\.\d+(?:[eE]~?\d+)?|~?\d+[eE]~?\d+/, Token.NumberFloat],
    [/~?\d+/, Token.NumberInteger],
    [new RegExp(`#\\s*[\\w']+|#\\s+${SIGNS}`), Token.NameLabel],
    keyword('datatype|abstype', 'datatype'),
    [/(?=exception\b(?!'))/, Token.Text, 'exception'],
    keyword('functor|include|open|signature|structure', 'structure'),
    keyword('type|eqtype', 'type'),
    [/'+[\w']+/, Token.NameDecorator],
    [/([\w']+)(\.)/, [Token.NameNamespace, Token.Punctuation], 'path'],
    [WORD, name],
    [SIGN, name],
  ],
  path: [
    [/([\w']+)(\.)/, [Token.NameNamespace, Token.Punctuation]],
    [WORD, name, '#pop'],
    [SIGN, name, '#pop'],
    [/\s+|\S/, Token.Error],
  ],
  main: [
    include('space'),
    keyword('val|and', 'value'),
    keyword('fun', ['#pop', 'functions', 'function']),
    include('delimiters'),
    include('core'),
    [/\S/, Token.Error],
  ],
  functions: [
    include('space'),
    keyword('fun|and', 'function'),
    keyword('val', ['#pop', 'main', 'value']),
    [/\|/, Token.Punctuation, 'function'],
    keyword('case|handle', ['#pop', 'main']),
    include('delimiters'),
    include('core'),
    [/\S/, Token.Error],
  ],
  string: literal(Token.StringDouble),
  character: literal(Token.StringChar),
  comment: [
    [/\(\*/, Token.CommentMultiline, '#push'],
    [/\*\)/, Token.CommentMultiline, '#pop'],
    [/[^(*]+|[(*]/, Token.CommentMultiline],
  ],
});

/** What comes before a name that is declared: type variables, one or several. */
const VARIABLES: readonly Rule<undefined>[] = [
  [/'[\w']*/, Token.NameDecorator],
  [/\(/, Token.Punctuation, 'type variables'],
];

const OUT_OF_HERE: Rule<undefined> = [new RegExp(`(?=${OUT})`), Token.Text, '#pop'];
const EQUALS = new RegExp(`=(?!${SIGNS})`);

const declarationStates = (): States<undefined> => ({
  structure: [include('space'), OUT_OF_HERE, [WORD, Token.NameNamespace], [/(?=.)/s, Token.Text, '#pop']],
  function: [
    include('space'),
    ...VARIABLES,
    [WORD, Token.NameFunction, '#pop'],
    [SIGN, Token.NameFunction, '#pop'],
    [/\S/, Token.Error],
  ],
  value: [
    include('space'),
    ...VARIABLES,
    [new RegExp(`([\\w']+)(\\s*)(${EQUALS.source})`), [Token.NameVariable, Token.Text, Token.Punctuation], '#pop'],
    [new RegExp(`(${SIGNS})(\\s*)(${EQUALS.source})`), [Token.NameVariable, Token.Text, Token.Punctuation]],
    [WORD, Token.NameVariable, '#pop'],
    [SIGN, Token.NameVariable, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  type: [
    include('space'),
    OUT_OF_HERE,
    ...VARIABLES,
    [EQUALS, Token.Punctuation, ['#pop', 'type body']],
    [WORD, Token.KeywordType],
    [SIGN, Token.KeywordType],
    [/\S/, Token.Error],
  ],
  'type body': [
    include('space'),
    keyword('and', ['#pop', 'type']),
    OUT_OF_HERE,
    include('core'),
    [/\S/, Token.Error, '#pop'],
  ],
  datatype: [
    include('space'),
    OUT_OF_HERE,
    ...VARIABLES,
    [/(=)(\s*)(datatype)\b/, [Token.Punctuation, Token.Text, Token.KeywordReserved], '#pop'],
    [EQUALS, Token.Punctuation, ['#pop', 'datatype body', 'first constructor']],
    [WORD, Token.KeywordType],
    [SIGN, Token.KeywordType],
    [/\S/, Token.Error],
  ],
  'datatype body': [
    include('space'),
    keyword('and', ['#pop', 'datatype']),
    keyword('withtype', ['#pop', 'type']),
    keyword('of'),
    [/(\|)(\s*)([\w']+)/, [Token.Punctuation, Token.Text, Token.NameClass]],
    [new RegExp(`(\\|)(\\s+)(${SIGNS})`), [Token.Punctuation, Token.Text, Token.NameClass]],
    OUT_OF_HERE,
    include('core'),
    [/\S/, Token.Error],
  ],
  'first constructor': [
    include('space'),
    [WORD, Token.NameClass, '#pop'],
    [SIGN, Token.NameClass, '#pop'],
    [/\S/, Token.Error, '#pop'],
  ],
  exception: [
    include('space'),
    [/(exception|and)\b(\s+)([\w']+)/, [Token.KeywordReserved, Token.Text, Token.NameClass]],
    [new RegExp(`(exception|and)\\b(\\s*)(${SIGNS})`), [Token.KeywordReserved, Token.Text, Token.NameClass]],
    keyword('of'),
    OUT_OF_HERE,
    include('core'),
    [/\S/, Token.Error],
  ],
  'type variables': [
    include('space'),
    [/'[\w']*/, Token.NameDecorator],
    [WORD, Token.Name],
    [/,/, Token.Punctuation],
    [/\)/, Token.Punctuation, '#pop'],
    [SIGN, Token.Name],
  ],
});

/** Standard ML. */
export const sml = defineLexer({ tag: 'sml', states: () => ({ ...expressionStates(), ...declarationStates() }) });
