import { between, defineLexer, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Turtle and TriG. */
export const turtle = defineLexer({
  tag: 'turtle',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/#[^\n]*/, Token.CommentSingle],
      [between(/"""/, '"""'), Token.String],
      [between(/'''/, "'''"), Token.String],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
      [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.String],
      [between(/</, '>', '\n'), Token.NameLabel],
      [/@(?:prefix|base)\b/, Token.KeywordDeclaration],
      [/(?:prefix|base)\b/i, Token.KeywordDeclaration],
      [/GRAPH\b/, Token.Keyword],
      [/(?:true|false)\b/, Token.KeywordConstant],
      [/@[^\s.,;]+/, Token.NameAttribute],
      [/\^\^|[{}()[\];,.]/, Token.Punctuation],
      [/[+-]?(?:\d+\.\d+|\.\d+)(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/[+-]?\d+/, Token.NumberInteger],
      [/a(?!\w)/, Token.Keyword],
      [/[^ \t:<>;.()[\]{}"'^#@]*:/, Token.NameNamespace],
      [/[^ \t:<>;.()[\]{}"'^#@]+/, Token.Name],
    ],
  }),
});
