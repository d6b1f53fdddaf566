import { LiquidError } from '../liquid/liquid-error.ts';
import type { TagDefinition } from './define-plugin.ts';
import { pluginsPage } from './plugins-page.ts';

/**
 * Stands in for a tag that a Ruby file would define: the usual error for an unknown tag, with a hint at that file.
 *
 * @param place the file and the line, as messages show them
 *
 * @example
 * registry.addTag('year', rubyTag('year', '_plugins/year.rb:3'));
 */
export function rubyTag(name: string, place: string): TagDefinition {
  const hint = `${place} defines it in Ruby, which does not run here. Write it in JavaScript: ${pluginsPage()} explains how.`;
  return {
    parse: () => {
      throw new LiquidError('SyntaxError', `Unknown tag '${name}'`, undefined, hint);
    },
  };
}
