import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord } from '../engine/word-table.ts';
import { PERL_BUILTINS, PERL_KEYWORDS, PERL_WORDS } from './perl-words.ts';

/** The number of here documents without an end after which no further ends are searched for. */
const MAX_ENDLESS_HEREDOCS = 50;

interface Data {
  endlessHeredocs: number;
}

const NAME = String.raw`[A-Za-z_][\w:]*`;

type Rules = readonly Rule<Data>[];

const BRACKETS = [
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
] as const;

/** What is between two brackets. As in Rouge, brackets inside a pattern are not counted. */
const bracketed = BRACKETS.map(([open, close]) => `\\${open}(?:\\\\.|[^\\\\\\${close}])*\\${close}`).join('|');

function heredoc(lexing: Lexing<Data>, match: RegExpExecArray): void {
  const { data } = lexing;
  const end = new RegExp(`(?:.*?\\n)??${match[2] ?? ''}\\n`, 'sy');
  const rest = data.endlessHeredocs < MAX_ENDLESS_HEREDOCS ? lexing.take(end) : undefined;
  if (rest !== undefined) {
    lexing.token(Token.String, match[0] + rest);
    return;
  }
  data.endlessHeredocs++;
  lexing.token(Token.Operator, '<<');
  lexing.recurse(match[0].slice(2));
}

const quotations: Rules = [
  [/'/, Token.Punctuation, 'single'],
  [/"/, Token.Punctuation, 'double'],
  [/`/, Token.Punctuation, 'backtick'],
  ...BRACKETS.map(([open]) => [new RegExp(`q[qwrx]?\\${open}`), Token.StringOther, `quoted ${open}`] as const),
  [/q[qwrx]?([^\w{([<])(?:(?!\1).)*\1/s, Token.StringOther],
  [/<<(["']?)([A-Za-z_]\w*)\1;?\n/, heredoc],
];

const patterns: Rules = [
  [new RegExp(`(?:s|tr|y)(?:${bracketed})\\s*`, 's'), Token.StringRegex, 'brackets'],
  [/(?:s|tr|y)\s*\\[^\\]*\\[^\\]*\\[msixpodualngcr]*/, Token.StringRegex],
  // Behind white space even a letter may enclose a pattern: `s aXaYa`.
  [
    /(?:s|tr|y)(?:\s+(?=\w)|\s*(?!\w))(\S)(?:\\.|(?!\1)[^\\])*\1(?:\\.|(?!\1)[^\\])*\1[msixpodualngcr]*/s,
    Token.StringRegex,
  ],
  [/m(?:\s+(?=\w)|\s*(?![\w{([<]))(\S)(?:\\.|(?!\1)[^\\])*\1[msixpodualngc]*/s, Token.StringRegex],
  [/m(?=[/!\\{<[(@%$])/, Token.StringRegex, 'brackets'],
  // Where every slash is escaped, the last one is the end.
  [/\/(?:(?:\\.|[^\\/\n])*|[^\n]*)\/[msixpodualngc]*/, Token.StringRegex],
];

const numbers: Rules = [
  [/(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|\d+(?:_\d+)*[eE][+-]?\d+/, Token.NumberFloat],
  [/0x[\da-f]+(?:_[\da-f]+)*/i, Token.NumberHex],
  [/0b[01]+(?:_[01]+)*/i, Token.NumberBin],
  [/0[0-7]+(?:_[0-7]+)*(?!\d)/, Token.NumberOct],
  [/\d+(?:_\d+)*/, Token.NumberInteger],
];

const variables: Rules = [
  [/\$(?:\^[ADEFHILMOPSTWX]|[!"$%&'(*+,\-./;<=>?@[\\\]^_`|~](?!\w))/, Token.NameVariableGlobal],
  [/[$@%&*][$@%&*#_]{0,20}(?=[A-Za-z{[;])/, Token.NameVariable, 'variable'],
];

const states = (): States<Data> => ({
  root: [
    [/\s+/, Token.Text],
    [/(?:__DATA__|__END__)\b.*/s, Token.CommentPreproc],
    [/^=(?=[A-Za-z\d])/, closedBy(/.*?\n=cut\b/s, Token.CommentMultiline, Token.Operator)],
    [/#[^\n]*/, Token.CommentSingle],
    [
      /(format)(\s+)([A-Za-z_]\w*)(\s*)(=)(\s*\n)/,
      [Token.Keyword, Token.Text, Token.Name, Token.Text, Token.Punctuation, Token.Text],
      'format',
    ],
    [new RegExp(`(?:${PERL_KEYWORDS})\\b`), byWord(PERL_WORDS, Token.Keyword)],
    ...patterns,
    [/[A-Za-z_]\w*(?=\s*=>)/, Token.String],
    [/sub\s+/, Token.Keyword, 'function'],
    ...quotations,
    [/\.\.+/, Token.Operator],
    ...numbers,
    ...variables,
    [new RegExp(`(?:${PERL_BUILTINS})\\b`), byWord(PERL_WORDS, Token.NameBuiltin)],
    [new RegExp(`((?:[A-Za-z_]\\w*::)+)(${NAME})?`), [Token.NameNamespace, Token.NameVariable]],
    [new RegExp(NAME), Token.NameVariable],
    [/::|\[\]|[-+*/%<>=~&|^!\\.]/, Token.Operator],
    [/[()[\]{}:;,?]/, Token.Punctuation],
  ],
  // Left only where something follows that can stand behind a sign: behind `$x::` white space leaves it open.
  variable: [
    [/\s+/, Token.Text],
    [/[{[;),]/, Token.Punctuation, '#pop'],
    [/\w+::/, Token.NameNamespace],
    [/[\w:]+/, Token.NameVariable, '#pop'],
  ],
  function: [
    [/[A-Za-z_]\w*/, Token.NameFunction],
    [/\s+/, Token.Text],
    [/\([$@%]*\)/, Token.Punctuation],
    [/[^\n{]*\{/, Token.Punctuation, '#pop'],
    [/;/, Token.Punctuation, '#pop'],
  ],
  format: [
    [/\.\n/, Token.StringInterpol, '#pop'],
    [/[^\n]*\n/, Token.StringInterpol],
  ],
  brackets: [
    [new RegExp(`(?:${bracketed})[msixgeo]*`, 's'), Token.StringRegex, '#pop'],
    // Behind the first brackets other signs may enclose the second half.
    [/([!/%])(?:\\.|(?!\1)[^\\])*\1[msixgeo]*/s, Token.StringRegex, '#pop'],
  ],
  ...Object.fromEntries(BRACKETS.map(([open, close]) => [`quoted ${open}`, quotedRules(open, close)])),
  single: [
    [/'/, Token.Punctuation, '#pop'],
    [/\\[\\']/, Token.StringEscape],
    [/[^\\']+|\\/, Token.StringSingle],
  ],
  double: [
    [/"/, Token.Punctuation, '#pop'],
    [/\\(?:[\\tnraefbluLUE"$@]|\d{3}|x[\da-fA-F]{2}|x\{[\da-fA-F]+\}|c.|N\{[^}\n]+\})|\\/, Token.StringEscape],
    include('interpolated'),
    [/[^\\"@$]+|[@$]/, Token.StringDouble],
  ],
  backtick: [
    [/`/, Token.Punctuation, '#pop'],
    [/\\[\\nrt`]/, Token.StringEscape],
    [/\\/, Token.Error],
    include('interpolated'),
    [/[^\\`@$]+|[@$]/, Token.StringBacktick],
  ],
  interpolated: [
    [/[$@]\{/, Token.StringInterpol, 'interpolation'],
    [/[$@][A-Za-z_]\w*/, Token.StringInterpol],
  ],
  interpolation: [
    [/\}/, Token.StringInterpol, '#pop'],
    [/\s+/, Token.Text],
    [/[A-Za-z_]\w*/, Token.StringInterpol],
  ],
});

function quotedRules(open: string, close: string): Rules {
  return [
    [/\\./s, Token.StringOther],
    [new RegExp(`\\${open}`), Token.StringOther, '#push'],
    [new RegExp(`\\${close}`), Token.StringOther, '#pop'],
    [new RegExp(`[^\\\\\\${open}\\${close}]+`), Token.StringOther],
  ];
}

/** Perl. */
export const perl = defineLexer<Data>({ tag: 'perl', states, data: () => ({ endlessHeredocs: 0 }) });
