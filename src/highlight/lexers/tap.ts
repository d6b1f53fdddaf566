import { defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** A directive begins behind white space, or at once. */
const DIRECTIVE: Rule<undefined> = [/#/, Token.Comment, ['#pop', 'directive']];

/** The Test Anything Protocol. */
export const tap = defineLexer({
  tag: 'tap',
  states: () => ({
    root: [
      [/^TAP version \d+\n/, Token.NameNamespace],
      [/^1\.\.\d+/, Token.KeywordDeclaration, 'plan'],
      [/^ok/, Token.KeywordReserved, 'test'],
      [/^not ok/, Token.GenericError, 'test'],
      [/^#[^\n]*\n/, Token.Comment],
      [/^Bail out![^\n]*\n/, Token.GenericError],
      [/^[^\n]*\n/, Token.Text],
    ],
    plan: [[/[ \t]+/, Token.Text], DIRECTIVE, [/\n/, Token.Comment, '#pop'], [/[^\n]+\n/, Token.GenericError, '#pop']],
    test: [[/[ \t]+/, Token.Text], [/\d+/, Token.NumberInteger, ['#pop', 'numbered']], include('numbered')],
    numbered: [DIRECTIVE, [/(?=.)/s, Token.Text, ['#pop', 'description']]],
    description: [
      [/(?<=\s)#/, Token.Comment, ['#pop', 'directive']],
      [/[^\n#\s]+|[ \t]+|#/, Token.Text],
      [/\n/, Token.Text, '#pop'],
    ],
    directive: [
      [/(?<![^#\s])(?:skip\S*|todo\b)/i, Token.CommentPreproc],
      [/\n/, Token.Comment, '#pop'],
      [/\w+|[^\w\n]/, Token.Comment],
    ],
  }),
});
