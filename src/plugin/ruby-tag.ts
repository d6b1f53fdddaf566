import { LiquidError } from '../liquid/liquid-error.ts';
import type { TagDefinition } from './define-plugin.ts';
import { pluginsPage } from './plugins-page.ts';

/**
 * Stands in for a tag that a Ruby file would define: the usual error for an unknown tag, with a hint at that file.
 *
 * @param place the file and the line, as messages show them
 * @param builtin a built-in plugin with a tag of that name
 *
 * @example
 * registry.addTag('year', rubyTag('year', '_plugins/year.rb:3'));
 */
export function rubyTag(name: string, place: string, builtin?: string): TagDefinition {
  const advice =
    builtin === undefined
      ? 'Write it in JavaScript'
      : `A tag of that name is built in: to use it, add ${builtin} under plugins: in _config.yml. Or write it in JavaScript`;
  const hint = `${place} defines it in Ruby, which does not run here. ${advice}: ${pluginsPage()} explains how.`;
  return {
    parse: () => {
      throw new LiquidError('SyntaxError', `Unknown tag '${name}'`, undefined, hint);
    },
  };
}
