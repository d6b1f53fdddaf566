import type { Arity, FilterFunction } from '../liquid/filter.ts';
import type { TagParser } from '../liquid/tag.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import type { PluginCommand } from './command.ts';
import type { Converter, MarkdownProcessor } from './converter.ts';
import type { Edition } from './edition.ts';
import type { Generator } from './generator.ts';
import type { PluginHook } from './hook.ts';

/** A tag: how it is read, and whether it has a body with an end tag. */
export interface TagDefinition {
  readonly parse: TagParser;
  readonly isBlock?: boolean;
}

/** A filter with how many arguments it takes besides its input. */
export interface PluginFilter extends Arity {
  readonly apply: FilterFunction;
}

/** What a plugin may add to a site. Everything but the name is optional. */
export interface Plugin {
  /** The name under which `plugins:` of the configuration asks for it. */
  readonly name: string;
  /** Whether it may run in safe mode. */
  readonly isSafe?: boolean;
  /**
   * Whether all that its tags, filters, converters and hooks read of a site comes through the values they are given
   * (drops, includes, the item itself) and the configuration. Otherwise every page of a site that uses the plugin is
   * made again in each build, since nobody can tell what it depends on.
   */
  readonly readsAreRecorded?: boolean;
  /**
   * Whether what its generators and its hooks of the whole site add still holds as long as configuration, front matter
   * and the list of files stay as they are. A watched site is then kept from build to build, and a changed body costs
   * the same in a large site as in a small one. Hooks `site` `pre_render` and later run in each build all the same.
   */
  readonly followsFrontMatter?: boolean;
  /**
   * Whether `x == blank` holds in templates for nothing, false, white text, empty lists and hashes. In Jekyll it never
   * does, but where a plugin brings Ruby's library ActiveSupport along.
   */
  readonly definesBlank?: boolean;
  readonly tags?: Readonly<Record<string, TagDefinition>>;
  readonly filters?: Readonly<Record<string, PluginFilter>>;
  readonly generators?: readonly Generator[];
  readonly converters?: readonly Converter[];
  /** Processors for `markdown: NAME`, made from the configuration when the first text is converted. */
  readonly markdownProcessors?: Readonly<Record<string, (config: ReadonlyHash) => MarkdownProcessor>>;
  readonly hooks?: readonly PluginHook[];
  /** The versions of the site that are built one after the other, as one for each language. */
  readonly editions?: (config: ReadonlyHash) => readonly Edition[];
  readonly commands?: readonly PluginCommand[];
}

/**
 * Defines a plugin. It gives back what it gets: the use is in the types, and in the one name to look for.
 *
 * @example
 * export default definePlugin({
 *   name: 'shout',
 *   filters: { shout: { apply: (input) => `${String(input).toUpperCase()}!` } },
 * });
 */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
