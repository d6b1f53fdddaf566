import type { Arity, FilterFunction } from '../liquid/filter.ts';
import type { TagParser } from '../liquid/tag.ts';
import type { BlankMeaning } from '../liquid/values.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import type { PluginCommand } from './command.ts';
import type { Converter, MarkdownProcessor } from './converter.ts';
import type { Edition } from './edition.ts';
import type { Generator } from './generator.ts';
import type { PluginHook } from './hook.ts';

/** A tag: how it is parsed, and whether it has a body and an end tag. */
export interface TagDefinition {
  readonly parse: TagParser;
  readonly isBlock?: boolean;
}

/** A filter, and how many arguments it takes besides its input. */
export interface PluginFilter extends Arity {
  readonly apply: FilterFunction;
}

/** What a plugin may add to a site. Everything but the name is optional. */
export interface Plugin {
  /** The name that selects it under `plugins:` in the configuration. */
  readonly name: string;
  /** Whether it may run in safe mode. */
  readonly isSafe?: boolean;
  /**
   * Whether everything that its tags, filters, converters and hooks read of a site reaches them through the values they
   * are given (drops, includes, the item itself) or through the configuration. Otherwise every page of a site that uses
   * the plugin is rendered again in each build, because nobody can tell what it depends on.
   */
  readonly readsAreRecorded?: boolean;
  /**
   * Whether everything that its generators and `site` hooks add depends only on the configuration, the front matter and
   * the list of files. A watched site is then kept from build to build, and a changed body costs the same in a large
   * site as in a small one. The hooks `site` `pre_render` and later still run in each build.
   */
  readonly followsFrontMatter?: boolean;
  /**
   * Whether `x == blank` is true in templates for nil, false, whitespace, and empty lists and hashes. In Jekyll it never
   * is, unless a plugin loads the Ruby library ActiveSupport. `nil-or-empty`: only for nil and what is empty.
   */
  readonly definesBlank?: BlankMeaning;
  readonly tags?: Readonly<Record<string, TagDefinition>>;
  readonly filters?: Readonly<Record<string, PluginFilter>>;
  readonly generators?: readonly Generator[];
  readonly converters?: readonly Converter[];
  /** Processors for `markdown: NAME`, each created from the configuration when the first text is converted. */
  readonly markdownProcessors?: Readonly<Record<string, (config: ReadonlyHash) => MarkdownProcessor>>;
  readonly hooks?: readonly PluginHook[];
  /** The versions of the site to build one after the other, for example one for each language. */
  readonly editions?: (config: ReadonlyHash) => readonly Edition[];
  readonly commands?: readonly PluginCommand[];
}

/**
 * Defines a plugin. It returns its argument: what it adds is type checking and completion.
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
