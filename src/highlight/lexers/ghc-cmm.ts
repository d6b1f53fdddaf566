import { between, defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const NAME = String.raw`[A-Za-z_#$%'][\w#$%']*`;
const TYPE = String.raw`(?!#\w)${NAME}`;

const KEYWORDS = 'call|case|ccall|else|export|foreign|goto|if|import|jump|offset|prim|push|reserve|unwind';

/** Registers that are known outside of declarations. */
const REGISTERS = 'BaseReg|Current(?:Nursery|TSO)|Hp(?:Alloc|Lim)?|R\\d+|Sp(?:Lim)?|gcptr';

/** The intermediate language of GHC, C--, both as written and as it is dumped. Of two words in a row the first is a type. */
export const ghcCmm = defineLexer({
  tag: 'ghc-cmm',
  states: () => ({
    root: [
      include('space'),
      [/^=====+[^\n]*?=====+$/, Token.GenericHeading],
      [/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ UTC$/, Token.CommentSingle],
      [new RegExp(`(#define)(\\s+)(${NAME})`), [Token.CommentPreproc, Token.Text, Token.NameLabel]],
      [/#(?:define|else|endif|if|include)/, Token.CommentPreproc],
      [/section(?=\s)/, Token.Keyword, 'head'],
      [new RegExp(`(?:${KEYWORDS})(?=\\s)`), Token.Keyword],
      [/switch(?=\s+[{[])/, Token.Keyword, 'head'],
      [/return(?=\s*\()|default(?=:)/, Token.Keyword],
      [/const(?=\s)/, Token.KeywordConstant],
      [/(never)(\s+)(returns)/, [Token.Keyword, Token.Text, Token.Keyword]],
      [/(returns)(\s+)(to)/, [Token.Keyword, Token.Text, Token.Keyword]],
      [/(arg|result)(\s+)(hints)(?=:)/, [Token.NameProperty, Token.Text, Token.NameProperty]],
      [/(?:arg_space|args|arity|label|rep|res|srt|upd|updfr_space)(?=:)/, Token.NameProperty],
      [/(\{\s*)(info_tbls)(?=:)/, [Token.Punctuation, Token.NameEntity]],
      [/stack_info(?=:)/, Token.NameEntity],
      [once(/\(likely[^)]*\)/, '(likely'), Token.Comment],
      [/<[\w.]+>/, Token.NameBuiltin],
      [new RegExp(`(${NAME})(\\s+)(${NAME})(?=\\s*\\()`), [Token.NameLabel, Token.Text, Token.NameFunction]],
      [
        new RegExp(`${TYPE}(?=(?:\\s|//[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/)){0,1000}\\*/)+(?!#[A-Za-z])[\\w#$%'])`),
        Token.KeywordType,
        'declared',
      ],
      [new RegExp(`${NAME}(?=\\[)|CLOSURE(?![\\w#$%'])`), Token.KeywordType],
      [new RegExp(`(?:${REGISTERS})(?![\\w#$%'])`), Token.NameVariableGlobal],
      [
        /(?:[A-Z][\w']+\.)+/,
        (lexing, [path]) => {
          for (const part of path.split(/(?<=\.)/)) {
            lexing.token(Token.NameNamespace, part.slice(0, -1));
            lexing.token(Token.Punctuation, '.');
          }
        },
        'qualified',
      ],
      [/INFO_TABLE(?:_CONSTR|_FUN|_RET|_SELECTOR)?(?=[\w#$%']*\s*[({])/, Token.NameBuiltin],
      [/%[\w#$%']+(?=\()/, Token.NameBuiltin],
      [new RegExp(`${NAME}(?=\\s*[({])`), Token.NameFunction],
      [/(::)(\s*)([A-Z]\w*)/, [Token.Operator, Token.Text, Token.KeywordType]],
      [/-?\d+\.\d+/, Token.NumberFloat],
      [/-?\d+/, Token.NumberInteger],
      [new RegExp(NAME), Token.NameLabel],
      [/"/, Token.StringDelimiter, 'string'],
      [/(`)(\w+)(`)/, [Token.Punctuation, Token.NameFunction, Token.Punctuation]],
      [/\.\.|[-!&*+/<=>|~]/, Token.Operator],
      [/[(),.:;[\]{}]/, Token.Punctuation],
      [/./, Token.Text],
    ],
    space: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
    ],
    declared: [include('space'), [/[\w#$%']+/, Token.NameLabel, '#pop']],
    qualified: [
      [new RegExp(`${NAME}(?=\\s*[({])`), Token.NameFunction, '#pop'],
      [new RegExp(NAME), Token.NameLabel, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    // The names of sections and what a switch looks at, up to a brace.
    head: [
      include('space'),
      [/"(?:cstring|data|rodata|text)"/, Token.NameBuiltin],
      [/"/, Token.StringDouble],
      [/\{/, Token.Punctuation, '#pop'],
      [new RegExp(`${NAME}(?=[({])`), Token.NameFunction],
      [new RegExp(NAME), Token.NameLabel],
      include('root'),
    ],
    string: [
      [/[^"\\%\n]+/, Token.String],
      [/%./, Token.StringSymbol],
      [/\\./, Token.StringEscape],
      [/[\\%]/, Token.String],
      [/"/, Token.StringDelimiter, '#pop'],
    ],
  }),
});
