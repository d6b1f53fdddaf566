import { defineLexer, type Perform, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { PRAAT_FUNCTIONS, PRAAT_OBJECTS } from './praat-words.ts';

const KEYWORD =
  /(?:assert|clearinfo|demo|editor|elif|else|elsif|endeditor|endfor|endif|endproc|endwhile|fi|for|from|if|minus|nocheck|noprogress|nowarn|plus|repeat|select|stopwatch|then|to|until|while)(?![\w.$#])/;

const FUNCTION = new RegExp(
  `(?:${[...PRAAT_FUNCTIONS].sort().reverse().join('|').replaceAll('$', '\\$')})(?=\\s*[:(])`,
);

const VARIABLES = wordTable([
  Token.NameBuiltin,
  `all average e left macintosh mono pi praatVersion right stereo undefined unix windows defaultDirectory$ homeDirectory$
    newline$ praatVersion$ preferencesDirectory$ shellDirectory$ tab$ temporaryDirectory$`,
]);

const ATTRIBUTES: ReadonlySet<string> = new Set('dx dy ncol nrow nx ny xmax xmin ymax ymin'.split(' '));

/** A line of one or two words: a class and perhaps the name of an object, or a command. */
const nameClass: Perform<undefined> = (lexing, match) => {
  const isObject = PRAAT_OBJECTS.has(match[0]);
  lexing.token(isObject ? Token.NameClass : Token.Keyword, match[0]);
  if (isObject) lexing.push('text begins');
};

/** `Sound_` begins the reference to an object by its number or name. */
const nameObject: Perform<undefined> = (lexing, match) => {
  const isObject = match[1] === 'Object' || PRAAT_OBJECTS.has(match[1] ?? '');
  lexing.token(isObject ? Token.NameBuiltin : Token.NameVariable, match[0]);
  if (isObject) lexing.push('object');
};

/** An attribute ends the reference to an object. Rouge loses any other word after a dot. */
const nameAttribute: Perform<undefined> = (lexing, match) => {
  if (!ATTRIBUTES.has(match[1] ?? '')) return;
  lexing.token(Token.NameBuiltin, match[0]);
  lexing.pop();
};

const interpolation: Rule<undefined> = [
  /'[._a-z][^[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::\d+)?'/,
  Token.StringInterpol,
];

const number: Rule<undefined> = [/\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?/, Token.Number];

const variable: Rule<undefined> = [/\.?[a-z][\w.]*(?:\$#?|##?)?/, byWord(VARIABLES, Token.NameVariable)];

const call: readonly Rule<undefined>[] = [
  [FUNCTION, Token.NameFunction, 'arguments begin'],
  [KEYWORD, Token.Keyword],
  [/[a-z][\w.]+(?:\$#?|##?)?(?=\s*[:(])/, Token.OperatorWord],
];

const common: readonly Rule<undefined>[] = [
  [/(?:and|div|mod|not|or)(?![\w.])/, Token.OperatorWord],
  [/([A-Z][A-Za-z0-9]+)_/, nameObject],
  variable,
  interpolation,
  number,
  [/[-!&*+/<=>^|]/, Token.Operator],
  [/"/, Token.String, 'string'],
];

/** Ends of lines, and lines that continue the one before. */
const lines: readonly Rule<undefined>[] = [
  [/(\s*\n\s*)(\.{3})/, [Token.Text, Token.Punctuation]],
  [/\s*[\n)\]}]/, Token.Text, '#pop'],
];

/** Praat. */
export const praat = defineLexer({
  tag: 'praat',
  states: () => ({
    root: [
      [/(\s+)(#[^\n]*)/, [Token.Text, Token.CommentSingle]],
      [/^#[^\n]*|;[^\n]*/, Token.CommentSingle],
      [/\s+/, Token.Text],
      [/(procedure)(\s+)/, [Token.Keyword, Token.Text], 'procedure'],
      [/(call)(\s+)/, [Token.Keyword, Token.Text], 'call'],
      [/@/, Token.NameFunction, 'call'],
      [
        /(asserterror|echo|execute|exit|include|pause|print(?:line|tab)?|sendpraat|system_nocheck|system)(\s+)(?![\s(:])/,
        [Token.Keyword, Token.Text],
        'text',
      ],
      [/(goto|label)(\s+)(\w+)/, [Token.Keyword, Token.Text, Token.NameLabel]],
      [/select all\b/, Token.Keyword],
      [/(form)(\s+)([^\s(:][^\n]*)/, [Token.Keyword, Token.Text, Token.String], 'form'],
      ...call,
      ...common,
      [/[A-Z][A-Za-z0-9]+(?=\s+\S+\n)/, nameClass],
      [/(?=[A-Z])/, Token.Text, 'command'],
      [/\.{3}|[$(),]/, Token.Punctuation],
      [/[[\]{]/, Token.Text, 'arguments'],
      [/_[_az]*/, Token.Text],
    ],
    command: [
      [/ ?[^\s:.']+ ?/, Token.Keyword],
      [/:/, Token.Keyword, ['#pop', 'arguments']],
      [/\.{3}/, Token.Keyword, ['#pop', 'old arguments']],
      interpolation,
      [/(?=\s)/, Token.Text, '#pop'],
    ],
    procedure: [
      [/[^\s(:]+/, Token.NameFunction],
      [/\s*\n/, Token.Text, '#pop'],
      [/\s*\(|:/, Token.Punctuation, '#pop'],
      [/\s+/, Token.Text, '#pop'],
    ],
    call: [
      interpolation,
      [/\s*\(|:/, Token.Punctuation, '#pop'],
      [/[^\s(:']+|'/, Token.NameFunction],
      [/\s*\n/, Token.Text, '#pop'],
      [/\s+/, Token.Text, ['#pop', 'old arguments']],
    ],
    'arguments begin': [[/\s*[:(]/, Token.Text, ['#pop', 'arguments']]],
    arguments: [
      ...lines,
      [/\s+/, Token.Text],
      ...call,
      ...common,
      [/,/, Token.Punctuation],
      [/[[{]/, Token.Text, 'arguments'],
      [/\(/, Token.Text],
    ],
    'old arguments': [...lines, [/\s+/, Token.Text], [KEYWORD, Token.Keyword], ...common, [/[^\n]/, Token.Text]],
    string: [
      interpolation,
      [/\n\s*\.{3}/, Token.Punctuation],
      [/[^'"\n]+|'/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
    'text begins': [
      [/\s*\n/, Token.Text, '#pop'],
      [/\s+/, Token.Text, ['#pop', 'text']],
    ],
    text: [
      [/\n\s*\.{3}/, Token.Punctuation],
      [/\n/, Token.Text, '#pop'],
      [/[^\S\n]+/, Token.Text],
      interpolation,
      [/'|[^\n']+/, Token.String],
    ],
    object: [
      interpolation,
      [/\.([a-z]+)\b/, nameAttribute],
      [/\$|\d+|[a-z]\w*\$?/, Token.NameBuiltin],
      [/\[/, Token.Text, '#pop'],
    ],
    form: [
      [/(\s+)(#[^\n]*)/, [Token.Text, Token.CommentSingle]],
      [/\s+/, Token.Text],
      [
        /(real|positive|natural|integer)([ \t]+\S+[ \t]*)([-+]?)/,
        [Token.Keyword, Token.Text, Token.Operator],
        'form number',
      ],
      [/(choice|optionmenu)([ \t]+\S+:[ \t]+)/, [Token.Keyword, Token.Text], 'form number'],
      [/(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)/, [Token.Keyword, Token.Text, Token.NameVariable]],
      [/(word)([ \t]+\S+[ \t]*)(\S+)?([ \t][^\n]*)?/, [Token.Keyword, Token.Text, Token.String, Token.Text]],
      [/(sentence|text)([ \t]+\S+[ \t]*)/, [Token.Keyword, Token.Text], 'text'],
      [/(comment)(\s+)/, [Token.Keyword, Token.Text], 'text'],
      [/(button|option)([ \t]+)/, [Token.Keyword, Token.Text], 'text'],
      [/endform\b/, Token.Keyword, '#pop'],
    ],
    'form number': [[/\n/, Token.Text, '#pop'], number],
  }),
});
