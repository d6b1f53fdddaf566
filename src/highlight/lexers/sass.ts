import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { attributeRules, beginnings, commonStates, selectorRules, valueRules } from './scss-states.ts';

const states = (): States<undefined> => ({
  ...commonStates,
  root: [
    [/[ \t]*\n/, Token.Text],
    [/[ \t]+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*[^\n]*\n/, Token.CommentMultiline],
    [/=[\w-]+/, Token.NameFunction, 'value'],
    [/\+[\w-]+/, Token.NameDecorator, 'value'],
    [/:[\w-]*/, Token.NameAttribute, 'value'],
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
