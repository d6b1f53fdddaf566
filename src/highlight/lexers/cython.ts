import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { PYTHON_WORDS, pythonStates } from './python.ts';

interface Data {
  /** Whether this is a line of a `cdef`: each of them may begin with a type. */
  isDefinition: boolean;
  /** How far the first line after the one with `cdef` is indented. */
  indentation: number | undefined;
}

const WORDS = new Map([...PYTHON_WORDS, ...wordTable([Token.Keyword, 'by cdef cpdef ctypedef fused gil nogil'])]);

/** What may stand before a type, and what stands before the name of a new one. */
const MODIFIERS = new Set(['api', 'enum', 'extern', 'inline', 'public', 'readonly', 'union']);
const DEFINERS = new Set(['class', 'struct']);

function beginDefinition(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  lexing.token(Token.Keyword, text);
  lexing.data.isDefinition = true;
}

function beginLine(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  const { data } = lexing;
  lexing.token(Token.Text, text);
  if (!data.isDefinition) return;
  const indentation = text.length - 1;
  data.indentation ??= indentation;
  if (indentation > 0 && indentation >= data.indentation) lexing.push('type');
  else {
    data.isDefinition = false;
    data.indentation = undefined;
  }
}

/** What words follow, or brackets, is a type, unless it is a word of the language. */
function readType(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  if (MODIFIERS.has(text)) {
    lexing.token(Token.KeywordReserved, text);
  } else if (DEFINERS.has(text)) {
    lexing.token(Token.KeywordReserved, text);
    lexing.goto('class name');
  } else {
    lexing.token(WORDS.get(text) === Token.Keyword ? Token.Keyword : Token.KeywordType, text);
    lexing.pop();
  }
}

function call(lexing: Lexing<Data>, [text]: RegExpExecArray): void {
  const token = WORDS.get(text);
  lexing.token(token === undefined || token === Token.OperatorWord ? Token.NameFunction : token, text);
}

const states = (): States<Data> => {
  const {
    root = [],
    'function name': functionName = [],
    'class name': className = [],
    ...others
  } = pythonStates<Data>(WORDS);
  return {
    ...others,
    'function name': [[/\s+/, Token.Text], ...functionName],
    'class name': [[/\s+/, Token.Text], ...className],
    root: [
      [/\n[ \t]*/, beginLine],
      [/[ \t\r\f\v]+/, Token.Text],
      [/c(?:p|type)?def/, beginDefinition, 'type'],
      [/[(,]/, Token.Punctuation, 'type'],
      [
        /(from)(\s+)([A-Za-z_.][\w.]*)(\s+)(cimport)/,
        [Token.KeywordNamespace, Token.Text, Token.NameNamespace, Token.Text, Token.KeywordNamespace],
      ],
      [/(cimport)(\s+)([A-Za-z_.][\w.]*)/, [Token.KeywordNamespace, Token.Text, Token.NameNamespace]],
      [/(struct)((?:\s|\\\s)+)/, [Token.Keyword, Token.Text], 'class name'],
      [/[A-Za-z_]\w*(?=\()/, call],
      ...root,
    ],
    type: [
      [/[ \t]+/, Token.Text],
      [/(?:un)?signed(?!\w)/, Token.KeywordType],
      [/c(?:p|type)?def/, Token.Keyword],
      [/(?=def(?!\w))/, Token.Text, '#pop'],
      [/(?:from|lambda)(?!\w)/, Token.Keyword, '#pop'],
      [/[A-Za-z_]\w*(?=[*[]|[ \t]+[\w[])/, readType],
      [/(?:un)?signed/, Token.KeywordType],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  };
};

/** Cython: Python with types of C. */
export const cython = defineLexer<Data>({
  tag: 'cython',
  states,
  data: () => ({ isDefinition: false, indentation: undefined }),
});
