import { defineLexer } from '../engine/state-machine.ts';
import { coffeescript } from './coffeescript.ts';
import { markdown } from './markdown.ts';

/** CoffeeScript in indented lines, and Markdown around them. A line that begins with a tab is an error, and one that does not end. */
export const literateCoffeescript = defineLexer({
  tag: 'literate_coffeescript',
  states: () => ({
    root: [
      [/^ {4}[^\n]*\n/, (lexing, [line]) => lexing.delegate(coffeescript, line)],
      [/(?:^(?!\t| {4})[^\n]*\n)+/, (lexing, [text]) => lexing.delegate(markdown, text)],
    ],
  }),
});
