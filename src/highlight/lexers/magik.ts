import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([
  Token.Keyword,
  `_abstract _allresults _and _andif _block _catch _cf _class _clone _constant _continue _default _div _dynamic _elif
    _else _endblock _endcatch _endif _endlock _endloop _endmethod _endproc _endprotect _endtry _false _finally _for
    _gather _global _handling _if _import _is _isnt _iter _leave _local _lock _loop _loopbody _maybe _method _mod _not
    _optional _or _orif _over _package _pragma _primitive _private _proc _protect _protection _recursive _return
    _scatter _self _super _then _thisthread _throw _true _try _unset _when _while _with _xor`,
]);

/** A piece between bars may contain anything. */
const NAME = String.raw`(?:[\w!?\\]|\|[^|\n]*\|)+(?::(?:[\w!?\\]|\|[^|\n]*\|)+)?`;

/** Magik, the language of Smallworld. */
export const magik = defineLexer({
  tag: 'magik',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/#[^\n]*/, Token.CommentSingle],
      [
        new RegExp(`(_method)(\\s+)(${NAME})(\\.)(${NAME})`),
        [Token.Keyword, Token.Whitespace, Token.NameClass, Token.Punctuation, Token.NameFunction],
      ],
      [new RegExp(`:${NAME}`), Token.StringSymbol],
      [new RegExp(`@\\s?${NAME}`), Token.NameLabel],
      [/"[^"\n]*"|'[^'\n]*'/, Token.String],
      [/%(?:[A-Za-z]+|\S)/, Token.StringChar],
      [/\d+r[\dA-F]/, Token.Number],
      [/\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, Token.Number],
      [new RegExp(NAME), byWord(WORDS, Token.Name)],
      [/[-+*/=<>~^&%]/, Token.Operator],
      [/[()[\]{},;.$]/, Token.Punctuation],
    ],
  }),
});
