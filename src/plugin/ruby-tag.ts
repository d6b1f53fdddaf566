import { LiquidError } from '../liquid/liquid-error.ts';
import type { TagDefinition } from './define-plugin.ts';

/**
 * A tag that a Ruby file would define: unknown, as Liquid says it, with a word on where it comes from.
 *
 * @param place the file and the line, as messages name them
 *
 * @example
 * registry.addTag('year', rubyTag('year', '_plugins/year.rb:3'));
 */
export function rubyTag(name: string, place: string): TagDefinition {
  const hint = `${place} defines it in Ruby, which does not run here. Write it in JavaScript: docs/plugins.md explains how.`;
  return {
    parse: () => {
      throw new LiquidError('SyntaxError', `Unknown tag '${name}'`, undefined, hint);
    },
  };
}
