import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Tulip. A sign before a name tells its kind. */
export const tulip = defineLexer({
  tag: 'tulip',
  states: () => ({
    root: [
      include('space'),
      [/@[A-Za-z][\w-]*/, Token.Keyword],
      [/\+[A-Za-z][\w-]*/, Token.NameDecorator],
      [/-[A-Za-z][\w-]*:?/, Token.NameLabel],
      [/(\\[A-Za-z][\w-]*)(\{)/, [Token.NameFunction, Token.String], 'braces'],
      [/[%\\][A-Za-z][\w-]*/, Token.NameFunction],
      [/\.[A-Za-z][\w-]*/, Token.NameTag],
      [/`[A-Za-z][\w-]*/, Token.OperatorWord],
      [/\$+(?:[A-Za-z][\w-]*)?/, Token.NameVariable],
      [/[A-Za-z][\w-]*/, Token.Name],
      [/</, Token.CommentPreproc, 'pattern'],
      [/"/, Token.String, 'string'],
      [/'\{/, Token.String, 'braces'],
      [/'[A-Za-z][\w-]*/, Token.String],
      [/\d+(?:\.\d+)?/, Token.Number],
      [/[-!%(),./:;=>?[\]_{}~]/, Token.Punctuation],
    ],
    space: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
    ],
    pattern: [
      include('space'),
      [/[A-Z][\w-]*/, Token.KeywordType],
      [/[a-z][\w-]*/, Token.NameVariable],
      [/[*:]/, Token.Punctuation],
      [/>/, Token.CommentPreproc, '#pop'],
    ],
    string: [
      [/\\[^\n]/, Token.StringEscape],
      [/[^"\\]+/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
    braces: [
      [/\\[^\n]/, Token.StringEscape],
      [/[^{}\\]+/, Token.String],
      [/\{/, Token.String, '#push'],
      [/\}/, Token.String, '#pop'],
    ],
  }),
});
