import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { C_BEGIN, C_NUMBERS, C_WORDS, cStates } from './c.ts';

/** The words it adds to those of C. */
export const OBJECTIVE_WORDS = wordTable([Token.Keyword, 'in'], [Token.NameBuiltin, 'YES NO nil']);

const AT_WORD =
  /@(?:autoreleasepool|catch|dynamic|encode|end|finally|import|optional|private|property|protected|public|selector|synchronized|synthesize|throw|try)\b/;

const NAME = /[A-Za-z_]\w*/;

/** Messages. As in Rouge, only the first two parts of a selector are functions. */
const messageStates = (): States<undefined> => ({
  message: [
    [/\]/, Token.Punctuation, '#pop'],
    [/[$A-Za-z_][$\w]*(?=\s*\])/, Token.NameFunction],
    [/([$A-Za-z_][$\w]*)(\s*)(:)/, [Token.NameFunction, Token.Text, Token.Punctuation], ['#pop', 'message arguments']],
    // Blocks belong to arguments: elsewhere in a message a brace ends it, and a semicolon has no place.
    [/\{/, Token.Punctuation, '#pop'],
    [/;/, Token.Error],
    include('inside'),
  ],
  'message arguments': [
    [/\]/, Token.Punctuation, '#pop'],
    [/([A-Za-z_]\w*)(\s*)(:)/, [Token.NameFunction, Token.Text, Token.Punctuation], '#pop'],
    [/;/, Token.Error],
    [/\{/, Token.Punctuation, 'function'],
    include('inside'),
  ],
  'array literal': [[/\]/, Token.Punctuation, '#pop'], include('inside')],
  'dictionary literal': [[/\}/, Token.Punctuation, '#pop'], include('inside')],
  ternary: [[/:/, Token.Punctuation, '#pop'], include('inside')],
  inside: [[/\n/, Token.Text, 'line start'], include('space'), include('statements')],
});

/** What Objective-C adds to the outermost level of C. */
export const OBJECTIVE_ROOT: readonly Rule<undefined>[] = [
  [/\+\//, Token.Operator],
  // What a name follows is taken for a method, with a type before it or not.
  [/[-+](?=\s*(?:\([^\n]{0,300}\)\s*)?[A-Za-z_$])/, Token.Keyword, 'method'],
];

/** What comes before a body: the line of a method, of a class, of a protocol. */
const declarationStates = (): States<undefined> => ({
  method: [
    [/\s+/, Token.Text],
    // Here the end of the line belongs to a comment.
    [/\/\/[^\n]*\n/, Token.CommentSingle],
    include('space'),
    [/\(/, Token.Punctuation, 'type'],
    [/([A-Za-z_]\w*)(\s*)(:)/, [Token.NameFunction, Token.Text, Token.Punctuation], ['#pop', 'method arguments']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'method arguments': [
    [/(?=[;{])/, Token.Text, '#pop'],
    [/\s+/, Token.Text],
    include('space'),
    [/\(/, Token.Punctuation, 'argument type'],
    [/\)/, Token.Punctuation],
    [/(?<=\))[A-Za-z_]\w*/, Token.NameVariable, ['#pop', 'method']],
    ...OBJECTIVE_ROOT,
    include('statements'),
  ],
  type: [[/\)/, Token.Punctuation, '#pop'], [/\(/, Token.Punctuation, '#push'], ...OBJECTIVE_ROOT, include('inside')],
  'argument type': [include('type')],
  'class head': [[/\s+/, Token.Text], include('space'), [NAME, Token.NameClass, ['#pop', 'superclass']]],
  superclass: [
    [/(\s*)(:)(\s*)([A-Za-z_]\w*)/, [Token.Text, Token.Punctuation, Token.Text, Token.NameClass], '#pop'],
    [
      /(\s*)(\()(\s*)([A-Za-z_]\w*)(\s*)(\))/,
      [Token.Text, Token.Punctuation, Token.Text, Token.NameLabel, Token.Text, Token.Punctuation],
      '#pop',
    ],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  names: [
    [/\s+/, Token.Text],
    // Rouge leaves one state too few for each comma, and so takes a later word for a class.
    [/([A-Za-z_]\w*)(\s*)(,)/, [Token.NameClass, Token.Text, Token.Punctuation], '#push'],
    [NAME, Token.NameClass, '#pop'],
  ],
});

/** What it adds to statements. */
export const OBJECTIVE_STATEMENTS: readonly Rule<undefined>[] = [
  [/@"/, Token.String, 'string'],
  [/@'(?:\\.|[^\\'\n])'/, Token.StringChar],
  [/@(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+|@(?:\d+\.\d*[fF]?|\.\d+[fF]?|\d+[fF])/, Token.NumberFloat],
  [/@0[xX][\da-fA-F]+[lL]?/, Token.NumberHex],
  [/@\d+l?/, Token.NumberInteger],
  [/@\[/, Token.Punctuation, 'array literal'],
  [/@\{/, Token.Punctuation, 'dictionary literal'],
  [/@(?:YES|NO|true|false)\b/, Token.NameBuiltin],
  [AT_WORD, Token.Keyword],
  [/@(?:interface|implementation)\b/, Token.Keyword, 'class head'],
  [/@(?:class|protocol)\b/, Token.Keyword, 'names'],
  [/@[A-Za-z\d]+/, Token.Error],
  [/\[/, Token.Punctuation, 'message'],
  [/\?/, Token.Punctuation, 'ternary'],
];

/** Objective-C's states beside those of C. */
export const objectiveStates = (): States<undefined> => ({ ...messageStates(), ...declarationStates() });

const states = (): States<undefined> => ({
  ...cStates({
    words: new Map([...C_WORDS, ...OBJECTIVE_WORDS]),
    numbers: C_NUMBERS,
    root: OBJECTIVE_ROOT,
    statements: OBJECTIVE_STATEMENTS,
  }),
  ...objectiveStates(),
});

/** Objective-C. */
export const objectiveC = defineLexer({ tag: 'objective_c', begin: () => C_BEGIN, states });
