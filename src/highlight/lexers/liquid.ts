import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

type Work = Lexing<undefined>;

const NAME = String.raw`[A-Za-z_][\w-]*`;
/** What makes a word another thing than a name: `a!=b`, `a?`, `a/b` and `aé` are no names, and reach to the next white space. */
const WHOLE_WORD = String.raw`(?![\w!?/]|[^\0-\x7f])`;
const WHOLE_NAME = String.raw`[A-Za-z_]\w*${WHOLE_WORD}(?:-+\w+${WHOLE_WORD})*-?`;

/** What stands behind the name of a tag, by the name: a state. All others have general arguments. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['if', 'condition'],
  ['elsif', 'condition'],
  ['unless', 'condition'],
  ['case', 'condition'],
  ['when', 'arguments without filters'],
  ['for', 'loop'],
  ['tablerow', 'loop'],
  ['assign', 'assignment'],
  ['capture', 'target'],
  ['increment', 'target'],
  ['decrement', 'target'],
  ['include', 'path'],
  ['cycle', 'cycle'],
  ['render', 'render'],
  ['liquid', 'lines'],
  ['else', 'nothing'],
  ['ifchanged', 'nothing'],
]);

/** The state that names of tags lead to; the tag's own state takes its place. */
function openTag(lexing: Work, [name]: RegExpExecArray): void {
  const stops = name === 'break' || name === 'continue';
  lexing.token(stops ? Token.KeywordReserved : Token.NameTag, name);
  lexing.goto(stops || name.startsWith('end') ? 'nothing' : (TAGS.get(name) ?? 'arguments'));
}

const space: Rule<undefined> = [/\s+/, Token.Whitespace];
/** It ends with the line, and at the end of a tag or an output, whichever it stands in. */
const comment: Rule<undefined> = [/#(?:(?!-?[%}]\})[^\n])*/, Token.Comment];

const values: readonly Rule<undefined>[] = [
  [between(/"/, '"'), Token.StringDouble],
  [between(/'/, "'"), Token.StringSingle],
  [/(?:forloop|tablerowloop)\.[\w.]+/, Token.NameBuiltin],
  [/\d+\.\d+/, Token.NumberFloat],
  [/\d+/, Token.NumberInteger],
  [/-(?=\w)/, Token.Operator],
  [/(?:true|false|nil)(?![\w-])/, Token.KeywordConstant],
  [/(?:empty|blank)(?![\w-])/, Token.NameBuiltin],
  [/(\.)(size|first|last)(?![\w-])/, [Token.Punctuation, Token.NameFunction]],
  [new RegExp(WHOLE_NAME), Token.NameVariable],
  [/\.(?=\w)|[[\],:]/, Token.Punctuation],
  [/\|/, Token.Punctuation, 'filter'],
];

/** What no other rule knows reaches to the next white space, even over the end of the tag. */
const rest: Rule<undefined> = [/\S+/, Token.Text];

/** In some tags there are no filters. */
const noFilter: Rule<undefined> = [/\|\S*/, Token.Text];

const labels: readonly Rule<undefined>[] = [
  [new RegExp(`(${NAME})(\\s*)([:=])(?!=)`), [Token.NameAttribute, Token.Whitespace, Token.Operator]],
];

const output: readonly Rule<undefined>[] = [[/-?\}\}/, Token.CommentPreproc, '#pop'], space, comment];

const inTag: readonly Rule<undefined>[] = [
  [/-?%\}/, Token.CommentPreproc, '#pop'],
  space,
  [/\{\{-?/, Token.CommentPreproc, 'output'],
  comment,
];

const restOfTag: readonly Rule<undefined>[] = [...values, rest];

const states = (): States<undefined> => ({
  root: [
    [/(\{%-?)(\s*)(comment)(\s*)(-?%\})/, openVerbatim, 'comment'],
    [/(\{%-?)(\s*)(raw)(\s*)(-?%\})/, openVerbatim, 'raw'],
    [/\{\{-?/, Token.CommentPreproc, 'output'],
    [/\{%-?/, Token.CommentPreproc, 'tag'],
    [/[^{]+|\{/, Token.Text],
  ],
  comment: [include('end of verbatim'), [/[^{]+|\{/, Token.Comment]],
  raw: [include('end of verbatim'), [/[^{]+|\{/, Token.Text]],
  'end of verbatim': [[/(\{%-?)(\s*)(endcomment|endraw)(\s*)(-?%\})/, closeVerbatim]],
  output: [...output, ...values, rest],
  filter: [space, [new RegExp(`(${NAME})(?:(\\s*)(:))?`), filterName]],
  'filter arguments': [
    [/(?=-?[%}]\})/, Token.Text, '#pop'],
    space,
    [/\{\{-?/, Token.CommentPreproc, 'output'],
    comment,
    ...labels,
    [/\|/, Token.Punctuation, ['#pop', 'filter']],
    ...values,
    rest,
  ],
  // Within the tag `liquid` the end of a line ends the filters, too.
  'filter arguments in line': [[/(?=\n)/, Token.Text, '#pop'], include('filter arguments')],
  tag: [space, [/-?%\}/, Token.CommentPreproc, '#pop'], comment, [/\w+/, openTag]],
  arguments: [...inTag, ...labels, ...restOfTag],
  'arguments without filters': [noFilter, include('arguments')],
  condition: [
    ...inTag,
    noFilter,
    [/(?:and|or|contains)(?![\w-])/, Token.OperatorWord],
    [/[=!<>]=|<>|[<>]/, Token.Operator],
    ...restOfTag,
  ],
  loop: [
    ...inTag,
    [/in(?![\w-])/, Token.NameTag],
    ...labels,
    noFilter,
    [/(?:reversed|continue)(?![\w-])/, Token.NameAttribute],
    [/\((?=\S*?\.\.)/, Token.Punctuation, 'range'],
    ...restOfTag,
  ],
  range: [[/\)/, Token.Punctuation, '#pop'], [/\.\./, Token.Punctuation], include('loop')],
  assignment: [...inTag, [/=/, Token.Operator], ...restOfTag],
  target: [
    ...inTag,
    [between(/"/, '"'), Token.StringDouble],
    [between(/'/, "'"), Token.StringSingle],
    [new RegExp(NAME), Token.NameVariable, ['#pop', 'nothing']],
    rest,
  ],
  path: [
    ...inTag,
    [/[\w/-]*[\w-][./][\w./-]*(?=\s|-?%\})/, Token.Text, ['#pop', 'arguments without filters']],
    [/(?=\S)/, Token.Text, ['#pop', 'arguments without filters']],
  ],
  cycle: [
    ...inTag,
    noFilter,
    [new RegExp(`(${NAME})(\\s*)(:)`), [Token.NameAttribute, Token.Whitespace, Token.Punctuation]],
    ...restOfTag,
  ],
  render: [...inTag, [/(?:with|for|as)(?![\w-])/, Token.KeywordReserved], noFilter, ...labels, ...restOfTag],
  nothing: inTag,
  // The tag `liquid` holds a tag a line.
  lines: [
    [/-?%\}/, Token.CommentPreproc, '#pop'],
    space,
    [/#[^\n]*/, Token.Comment],
    [/(?:case|cycle|elsif|for|if|include|render|tablerow|unless|when)(?!\w)/, Token.NameTag, 'line without filters'],
    [/\w+/, Token.NameTag, 'line'],
  ],
  'line without filters': [noFilter, include('line')],
  line: [
    [/(?=\n|-?%\})/, Token.Text, '#pop'],
    [/[ \t]+/, Token.Whitespace],
    [/in(?![\w-])/, Token.NameTag],
    [/(?:and|or|contains)(?![\w-])/, Token.OperatorWord],
    [/[=!<>]=|<>|[<>=]/, Token.Operator],
    [new RegExp(`(${NAME})(\\s*)(:)`), [Token.NameAttribute, Token.Whitespace, Token.Operator]],
    ...restOfTag,
  ],
});

function filterName(lexing: Work, [, name = '', blank = '', colon = '']: RegExpExecArray): void {
  lexing.token(Token.NameFunction, name);
  lexing.token(Token.Whitespace, blank);
  lexing.token(Token.Punctuation, colon);
  lexing.goto(lexing.isIn('line') ? 'filter arguments in line' : 'filter arguments');
}

function openVerbatim(lexing: Work, match: RegExpExecArray): void {
  lexing.groups(match, Token.CommentPreproc, Token.Whitespace, Token.NameTag, Token.Whitespace, Token.CommentPreproc);
}

function closeVerbatim(lexing: Work, match: RegExpExecArray): void {
  if (match[3] === `end${lexing.state}`) {
    openVerbatim(lexing, match);
    lexing.pop();
  } else lexing.token(lexing.state === 'comment' ? Token.Comment : Token.Text, match[0]);
}

/** Liquid; the text around its tags is plain. */
export const liquid = defineLexer({ tag: 'liquid', states });
