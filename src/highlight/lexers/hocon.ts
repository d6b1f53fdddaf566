import { between, defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** HOCON, the configuration of Akka and Play. */
export const hocon = defineLexer({
  tag: 'hocon',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/(?:#|\/\/)[^\n]*/, Token.CommentSingle],
      [/([\w.-]{1,200}|"(?:\\.|[^"\\\n])*")(\s*)(:)/, [Token.NameLabel, Token.Whitespace, Token.Punctuation]],
      [/(?:[A-Za-z_][\w.-]{0,200})(?=\s*[={])/, Token.NameLabel],
      [/"(?:\\.|[^"\\\n])*"(?=\s*[={])/, Token.NameLabel],
      [between(/"""/, '"""'), Token.StringDouble],
      [/"/, Token.StringDouble, 'string'],
      [/(?:true|false|null)/, Token.KeywordConstant],
      [/-?(?:0|[1-9]\d*)\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat],
      [/-?(?:0|[1-9]\d*)(?:[eE][+-]?\d+)?/, Token.NumberInteger],
      [/\$\{\??/, Token.StringInterpol, 'substitution'],
      [/\{/, Token.Punctuation, ['inside', 'opened']],
      [/\[/, Token.Punctuation, 'inside'],
      [/[}\]()=]/, Token.Punctuation],
      [/(?:(?!true|false|null)[^\s"{}[\](),:=+$#`^?!@*&\d])+/, Token.Literal],
    ],
    // A comma is one only within braces or brackets.
    inside: [[/,/, Token.Punctuation], [/[}\]]/, Token.Punctuation, '#pop'], include('root')],
    opened: [
      [/\s+/, Token.Whitespace],
      [/(?:url|file|classpath)\b/, Token.Keyword, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    string: [
      [/\$\{\??/, Token.StringInterpol, 'substitution'],
      [/"/, Token.StringDouble, '#pop'],
      [/\\./s, Token.StringEscape],
      [/[^"\\$]+|\$/, Token.StringDouble],
    ],
    substitution: [
      [/\}/, Token.StringInterpol, '#pop'],
      [/[^}]+/, Token.NameVariable],
    ],
  }),
});
