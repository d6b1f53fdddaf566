import type { Lexer } from '../engine/lexer.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { handlebars } from './handlebars.ts';
import { type Dialect, JAVASCRIPT, javascriptStates } from './javascript-states.ts';
import { TYPESCRIPT } from './typescript-dialect.ts';

/** Templates are Handlebars, up to the first end. */
const templateStates: States<undefined> = {
  template: [
    [/(<\/)(template)(>)/, [Token.NameTag, Token.Keyword, Token.NameTag], '#pop'],
    [/(?:[^<]|<(?!\/template>))+/, (lexing, [text]) => lexing.delegate(handlebars, text)],
  ],
};

function withTemplates(dialect: Dialect): States<undefined> {
  const { root = [], ...states } = javascriptStates(dialect);
  const template = [/(<)(template)(>)/, [Token.NameTag, Token.Keyword, Token.NameTag], 'template'] as const;
  return { ...states, ...templateStates, root: [template, ...root] };
}

const glimmer = (tag: string, dialect: Dialect): Lexer =>
  defineLexer({ tag, states: () => withTemplates(dialect), begin: () => ['root', 'start'] });

/** JavaScript with the templates of Ember's components. */
export const gjs = glimmer('gjs', JAVASCRIPT);

/** TypeScript with them. */
export const gts = glimmer('gts', TYPESCRIPT);
