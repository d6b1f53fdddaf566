import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { attributeRules, beginnings, blockComment, commonStates, selectorRules, valueRules } from './scss-states.ts';

const states = (): States<undefined> => ({
  ...commonStates,
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    blockComment,
    [/[{};]/, Token.Punctuation],
    ...beginnings,
    // A colon before a letter belongs to a selector, any other to a declaration.
    [/(?=[^;{}&[:][^;{}[:]*:[^a-z])/, Token.Text, 'attribute'],
    // One sign alone in its line counts as the name of a property, and what follows up to a colon is an error.
    [/(?=[^;{}&][;}])/, Token.Text, 'attribute'],
    [/(?=.)/s, Token.Text, 'selector'],
  ],
  end: [
    [/(?=[{};])/, Token.Text, '#pop'],
    [/\n\s*/, Token.Text],
  ],
  value: [include('end'), ...valueRules],
  import: [include('value')],
  selector: [include('end'), ...selectorRules],
  attribute: [...attributeRules],
});

/** Sass with braces. */
export const scss = defineLexer({ tag: 'scss', states });
