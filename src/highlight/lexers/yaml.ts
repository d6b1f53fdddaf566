import type { Lexing } from '../engine/lexing.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Where the lines stand: YAML's blocks end by indentation, so the lexer must count it. */
interface Indentation {
  /** The indentations of the open blocks around the current one. */
  readonly outer: number[];
  current: number;
  /** Where the next block would stand, if one begins here. */
  next: number;
  /** Of the open block scalar; undefined before its first line. */
  scalar: number | undefined;
}

type Work = Lexing<Indentation>;

/** White space at the beginning of a line; what stands further left than its block, but not where an outer one does, is marked. */
function startLine(lexing: Work, [space]: RegExpExecArray): void {
  const { data } = lexing;
  const closes = space.length < data.current;
  closeBlocks(data, space.length);
  const known = closes ? Math.max(data.current, 0) : space.length;
  lexing.token(Token.Text, space.slice(0, known));
  lexing.token(Token.Error, space.slice(known));
}

function beginAt(lexing: Work, space: string): void {
  closeBlocks(lexing.data, space.length);
  lexing.token(Token.Text, space);
}

/** Closes the blocks that stand further right than the next one. */
function closeBlocks(data: Indentation, next: number): void {
  data.next = next;
  while (data.next < data.current) data.current = data.outer.pop() ?? -1;
}

function continueLine(lexing: Work, [space]: RegExpExecArray): void {
  lexing.data.next += space.length;
  lexing.token(Token.Text, space);
}

function openBlock(data: Indentation): void {
  if (data.current >= data.next) return;
  data.outer.push(data.current);
  data.current = data.next;
}

function indicate(lexing: Work, [indicator]: RegExpExecArray): void {
  openBlock(lexing.data);
  lexing.data.next += indicator.length;
  lexing.token(Token.PunctuationIndicator, indicator);
}

function key(lexing: Work, match: RegExpExecArray): void {
  openBlock(lexing.data);
  lexing.groups(match, Token.NameAttribute, Token.PunctuationIndicator);
}

function beginScalar(lexing: Work, [header]: RegExpExecArray): void {
  const { data } = lexing;
  const digit = /[1-9]/.exec(header)?.[0];
  data.scalar = digit === undefined ? undefined : Math.max(data.current, 0) + Number(digit);
  lexing.token(Token.PunctuationIndicator, header);
}

function scalarLine(lexing: Work, [space]: RegExpExecArray): void {
  const { data } = lexing;
  // Rouge takes the first line's indentation as it is: a scalar without a line of its own swallows what follows.
  data.scalar ??= space.length;
  if (space.length < data.scalar) {
    lexing.pop(2);
    beginAt(lexing, space);
    lexing.push('line');
    lexing.push('indentation');
    return;
  }
  lexing.token(Token.Text, space);
}

/** A scalar without quotes goes on over lines that stand further right than its block. */
function plainLine(lexing: Work, [, lines = '', space = '']: RegExpExecArray): void {
  lexing.token(Token.Text, lines);
  if (space.length > Math.max(lexing.data.current, 0)) {
    lexing.token(Token.Text, space);
    return;
  }
  lexing.pop(2);
  beginAt(lexing, space);
  lexing.push('line');
  lexing.push('indentation');
}

const states = (): States<Indentation> => ({
  root: [
    [/[ ]+(?=#|$)/, Token.Text],
    [/\n+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/^(%YAML)([ ]+)(\d+\.\d+)/, [Token.NameTag, Token.Text, Token.Number]],
    [/^(%TAG)([ ]+)(\S+)([ ]+)(\S+)/, [Token.NameTag, Token.Text, Token.KeywordType, Token.Text, Token.KeywordType]],
    [/^(?:---|\.\.\.)(?=[ ]|$)/, Token.NameNamespace, 'line'],
    [/[ ]*(?!\s|$)/, startLine, ['line', 'indentation']],
  ],
  indentation: [
    [/[ ]*$|\s*?(?=\n)/, Token.Text, '#pop:2'],
    [/[ ]+(?=[?:-](?:[ ]|$))/, continueLine],
    [/[?:-](?=[ ]|$)/, indicate],
    [/[ ]*/, continueLine, '#pop'],
  ],
  line: [
    [/[ ]*(?=#|$)/, Token.Text, '#pop'],
    [/[ ]+/, Token.Text],
    include('descriptors'),
    [/([^#,?[\]{}"'\n]{1,400})(:)(?=\s|$)/, key],
    // Where no key is, none begins at the next of these either.
    [/[@%`*&]+(?=[@%`*&])/, Token.Error],
    [/[|>](?:(?:[1-9][+-]?|[+-][1-9]?)(?=\s|$))?/, beginScalar, ['scalar', 'scalar header']],
    include('collections'),
    [/(?=[^\s?:,[\]{}#&*!|>'"%@`-]|[?:-]\S)/, Token.Text, 'plain'],
  ],
  descriptors: [
    [/!<[\w;/?:@&=+$,.!~*'()[\]%-]+>/, Token.KeywordType],
    [/!(?:[\w-]+)?(?:![\w;/?:@&=+$,.!~*'()[\]%-]*)?[\w;/?:@&=+$.!~*'()[\]%-]*/, Token.KeywordType],
    [unicode`&[\p{L}\p{M}\p{N}_-]+`, Token.NameLabel],
    [unicode`\*[\p{L}\p{M}\p{N}_-]+`, Token.NameVariable],
  ],
  collections: [
    [/\[/, Token.PunctuationIndicator, 'sequence'],
    [/\{/, Token.PunctuationIndicator, 'mapping'],
    [/'/, Token.StringSingle, 'single'],
    [/"/, Token.StringDouble, 'double'],
  ],
  flow: [
    [/\s+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/[?:,]/, Token.PunctuationIndicator],
    include('descriptors'),
    include('collections'),
    [/(?=[^\s?:,[\]{}#&*!|>'"%@`])/, Token.Text, 'plain in flow'],
  ],
  sequence: [include('flow'), [/\]/, Token.PunctuationIndicator, '#pop']],
  mapping: [include('flow'), [/\}/, Token.PunctuationIndicator, '#pop']],
  scalar: [
    [/\n/, Token.Text],
    [/^[ ]+$/, Token.Text],
    [/^[ ]*/, scalarLine],
    [/[^\n]+/, Token.String],
  ],
  'scalar header': [
    [/(?:[1-9][+-]?|[+-][1-9]?)(?=\s|$)/, Token.PunctuationIndicator],
    [/[ ]+/, Token.Text],
    [/#[^\n]*/, Token.CommentSingle],
    [/(?=\n)/, Token.Text, '#pop'],
  ],
  'quoted space': [
    [/^[ ]+|[ ]+$|\n+/, Token.Text],
    [/[ ]+/, Token.NameVariable],
  ],
  single: [
    include('quoted space'),
    [/\\'/, Token.StringEscape],
    [/'/, Token.String, '#pop'],
    [/[^\s']+/, Token.String],
  ],
  double: [
    include('quoted space'),
    [/"/, Token.String, '#pop'],
    [/\\(?:[0abt\tn\nvfre "\\N_LP]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, Token.StringEscape],
    [/[^ \t\n\r\f\v"\\]+/, Token.String],
  ],
  plain: [
    [/[ ]*(?=:[ \n]|:$)/, Token.Text, '#pop'],
    [/[ ]+(?=#)/, Token.Text, '#pop'],
    [/[ ]+$/, Token.Text],
    [/\n+(?=---|\.\.\.)/, Token.Text, '#pop:2'],
    [/(\n+)([ ]*)/, plainLine],
    [/[ ]+/, Token.String],
    [/(?:true|false|null)\b/, Token.KeywordConstant],
    // A number is one only where the line ends with it, and the scalar too.
    [/\d+(?:\.\d+)?(?=\n|[ ]+#)/, Token.Number, '#pop'],
    // Behind a colon that ends no key a further one ends none either, up to the next white space.
    [/[^\s:]*:\S+|[^\s:]+/, Token.String],
  ],
  'plain in flow': [
    [/[ ]*(?=[,:?[\]{}])/, Token.Text, '#pop'],
    [/[ ]+(?=#)/, Token.Text, '#pop'],
    [/^[ ]+|[ ]+$|\n+/, Token.Text],
    [/[ ]+/, Token.NameVariable],
    [/[^\s,:?[\]{}]+/, Token.NameVariable],
  ],
});

/** YAML, by indentation. */
export const yaml = defineLexer({
  tag: 'yaml',
  states,
  data: (): Indentation => ({ outer: [], current: -1, next: 0, scalar: undefined }),
});
