import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, once } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';

const WORDS = /(?:node|edge|graph|digraph|subgraph|strict)\b/i;

/** Graphviz' DOT. */
export const dot = defineLexer({
  tag: 'dot',
  states: () => ({
    space: [
      [/\s+/, Token.Text],
      [/(?:#|\/\/)[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
    ],
    values: [
      [/</, Token.Punctuation, 'markup'],
      [/\.\d+|\d+\.\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    ],
    root: [
      include('space'),
      [WORDS, Token.Keyword],
      [/[A-Za-z]\w*(?=\s*=)/, Token.Name],
      include('values'),
      [/[A-Za-z]\w*/, Token.NameVariable],
      [/->|--/, Token.Operator],
      [/\[/, Token.Operator, 'attributes'],
      [/[{}:=;]/, Token.Punctuation],
    ],
    attributes: [
      include('space'),
      [/\]/, Token.Operator, '#pop'],
      [/[A-Za-z]\w*(?=\s*=)/, Token.Name],
      include('values'),
      [/[A-Za-z]\w*/, Token.NameVariable],
      [/[,;=:]/, Token.Punctuation],
    ],
    markup: [
      [/>/, Token.Punctuation, '#pop'],
      [/(?:[^<>]|<[^<>]*>)+/, (lexing: Lexing<undefined>, [text]) => lexing.delegate(html, text)],
      [/</, Token.Punctuation],
    ],
  }),
});
