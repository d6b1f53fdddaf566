import { LiquidError } from '../liquid/liquid-error.ts';
import type { TagDefinition } from './define-plugin.ts';

/**
 * Stands in for a tag that a Ruby file would define: the usual error for an unknown tag, with a hint at that file.
 *
 * @param place the file and the line, as messages show them
 * @param advice what to do about it, in whole sentences
 *
 * @example
 * registry.addTag('year', rubyTag('year', '_plugins/year.rb:3', 'Write it in JavaScript.'));
 */
export function rubyTag(name: string, place: string, advice: string): TagDefinition {
  const hint = `${place} defines it in Ruby, which does not run here. ${advice}`;
  return {
    parse: () => {
      throw new LiquidError('SyntaxError', `Unknown tag '${name}'`, undefined, hint);
    },
  };
}
