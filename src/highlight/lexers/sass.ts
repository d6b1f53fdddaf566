import type { Lexing } from '../engine/lexing.ts';
import { type Action, defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { PROPERTIES } from './css-words.ts';
import { attributeRules, beginnings, commonStates, selectorRules, valueRules } from './scss-states.ts';

/** A comment takes in the lines below it that are indented more than its own; each of them is a token of its own. */
function indentedComment(token: Token, line: RegExp, next: string): Action<undefined> {
  return (lexing, { 0: opening, input, index }) => {
    lexing.token(token, opening);
    const indentation = index - input.lastIndexOf('\n', index - 1) - 1;
    const inner = new RegExp(`${next}(?:[ \\t]*\\n)*[ \\t]{${indentation + 1},}(?=\\S)`, 'y');
    for (let space = lexing.take(inner); space !== undefined; space = lexing.take(inner)) {
      lexing.token(Token.Text, space);
      const text = lexing.take(line);
      if (text !== undefined) lexing.token(token, text);
      // A block comment wants each of its lines ended.
      else lexing.token(Token.Error, lexing.take(/.+/sy) ?? '');
    }
  };
}

/** Sass's old way to write a property; unlike its name alone, the name of one that Rouge knows is told from the colon. */
function property(lexing: Lexing<undefined>, [text, colon = '', name = '']: RegExpExecArray): void {
  const known = PROPERTIES.has(name);
  lexing.token(Token.NameAttribute, known ? colon : text);
  if (known) lexing.token(Token.NameLabel, name);
}

const states = (): States<undefined> => ({
  ...commonStates,
  root: [
    [/[ \t]*\n/, Token.Text],
    [/[ \t]+/, Token.Text],
    [/\/\/[^\n]*/, indentedComment(Token.CommentSingle, /[^\n]+/y, '\\n')],
    [/\/\*[^\n]*\n/, indentedComment(Token.CommentMultiline, /[^\n]*\n/y, '')],
    [/=[\w-]+/, Token.NameFunction, 'value'],
    [/\+[\w-]+/, Token.NameDecorator, 'value'],
    [/(:)([\w-]*)/, property, 'value'],
    ...beginnings,
    [/(?=[^&[\n][^[\n]*:(?![a-z]))/, Token.Text, 'attribute'],
    [/(?=.)/, Token.Text, 'selector'],
  ],
  end: [[/(?=\n)/, Token.Text, '#pop']],
  value: [include('end'), ...valueRules],
  import: [include('end'), [/[ \t]+/, Token.Text], [/\S+/, Token.String]],
  selector: [include('end'), ...selectorRules, [/;/, Token.Operator]],
  attribute: [...attributeRules],
});

/** Sass by indentation. */
export const sass = defineLexer({ tag: 'sass', states });
