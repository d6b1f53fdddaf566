import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, once, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type RubyData, rubyData, rubyStates, wordPattern } from './ruby-states.ts';

const KEYWORDS =
  'BEGIN END alias as begin break case do else elsif end ensure for fun if ifdef in lib next of raise redo rescue retry return ' +
  'super then type undef unless until when while yield';

const PSEUDO =
  '__FILE__ __LINE__ alias_method attr attr_accessor attr_reader attr_writer catch extend false getter include initialize loop ' +
  'module_function new nil private property protected public record struct throw true';

const BUILTINS =
  'abort ancestors at_exit caller chomp! chomp chop! chop clone constants display dup eql? equal? eval exec exit! exit fail fork format freeze ' +
  'getc gets global_variables gsub! gsub hash id included_modules inspect instance_eval instance_methods instance_method is_a? ' +
  'iterator? kind_of? lambda method_missing methods method module_eval name object_id open printf print proc putc puts p rand ' +
  'readlines readline require scan select self send sleep split sprintf srand sub! sub syscall system test to_a to_s trap warn';

const ESCAPE = String.raw`\\(?:[abefnrtv]|u\{[\da-fA-F]+\}|u[\da-fA-F]{4})`;

/** Of several characters between single quotes Rouge shows an escape at the beginning and the last one; the others are lost. */
function characters(lexing: Lexing<RubyData>, [, escaped = '', rest = '']: RegExpExecArray): void {
  lexing.token(Token.StringSingle, "'");
  if (escaped !== '') lexing.token(Token.StringEscape, escaped);
  lexing.token(Token.StringSingle, `${lastCharacter(rest)}'`);
}

/** A backslash and the quote or backslash that it escapes are one. */
function lastCharacter(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\\') end--;
  const backslashes = text.length - end;
  if (text.endsWith("'") || (backslashes > 0 && backslashes % 2 === 0)) return text.slice(-2);
  return [...text.slice(-2)].at(-1) ?? '';
}

const RULES: readonly Rule<RubyData>[] = [
  [/@\[[^\]\n]*\]/, Token.NameDecorator],
  [/\{[{%]|[}%]\}/, Token.Punctuation, 'expression'],
  // The second one: where every quote that follows is behind a backslash, the last of them ends the text all the same.
  [once(new RegExp(`'(${ESCAPE})?((?:\\\\[\\\\']|[^\\\\']|\\\\(?![\\\\']))*)'`, 's'), "'"), characters],
  [once(new RegExp(`'(${ESCAPE})?(.*\\\\)'`, 's'), "'"), characters],
  [/:(?:<=>|===|[=!]~|\.\.\.?|\[\][=?]?|(?:\*\*|\/\/|&[-+*&]|\|\||<<|>>|[-+*/%&|^<>=!])=?|~)/, Token.StringSymbol],
  [/\d+(?:_\d+)+(?:_[iu](?:8|16|32|64|128))?|\d+_[iu](?:8|16|32|64|128)/, Token.NumberInteger],
  [/\d+\.\d+(?:[eE][+-]?\d+)?(?:_f32|_f64)?|\d+_f(?:32|64)/, Token.NumberFloat],
  [/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct],
  [/0\d+(?![\d_]|[eE.][-+\d])/, Token.NumberInteger],
];

/** Crystal: Ruby with types, macros and annotations. */
export const crystal = defineLexer({
  tag: 'crystal',
  states: () =>
    rubyStates({
      keywords: wordPattern(KEYWORDS),
      pseudo: PSEUDO,
      builtins: BUILTINS,
      definitions: /def|macro(?!\w)/,
      delimiter: String.raw`[^\w\s}]`,
      escape: [/\\(?:u\{[\da-fA-F ]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{1,2}|[0-7]{1,3}|.)/, Token.StringEscape],
      className: /\p{Lu}[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*/u,
      rules: RULES,
    }),
  data: rubyData,
  begin: () => ['root', 'expression'],
});
