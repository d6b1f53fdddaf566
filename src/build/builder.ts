import type { PluginCommand } from '../plugin/command.ts';
import type { Site } from '../site/site.ts';
import type { BuildResult, BuiltPage, Change } from './build-result.ts';
import type { Urgency } from './render/urgent-pages.ts';

/**
 * Builds a site repeatedly. Whatever does not change between two builds (parsed templates, converted texts, written
 * files) is kept.
 *
 * A build that fails while reading or rendering leaves the destination as it was. Builds of one builder must not overlap.
 *
 * @example
 * const builder = await createBuilder({ config });
 * await builder.build();
 * await builder.build([{ kind: 'changed', path: '/site/_posts/2024-01-01-hello.md' }]);
 */
export interface Builder {
  /** Absolute path of the folder that is read. */
  readonly source: string;
  /** Absolute path of the folder that is written. */
  readonly destination: string;
  /** The commands that plugins add. */
  readonly commands: readonly PluginCommand[];
  /** The plugins that do not declare `readsAreRecorded`. With any, nothing is known of what a page was made from. */
  readonly untrackedPlugins: readonly string[];
  /** Whether a change of this path can affect the site. Not if it is in the destination, a cache, `.git` or `node_modules`. */
  isWatched(path: string): boolean;
  /**
   * The inputs that an output was made from (`meta:_posts/a.md`, `data:authors`), or undefined if that is not known.
   *
   * @param path the source file relative to the source, or the output relative to the destination
   */
  why(path: string): readonly string[] | undefined;
  /** The names of the outputs that were made from any of these inputs, as far as that is known. */
  madeFrom(inputs: readonly string[]): readonly string[];
  /**
   * Builds the site.
   *
   * @param changes what has changed since the last build; without it everything is checked
   * @param urgency pages to render before all others, if that is possible
   */
  build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult>;
  /** Reads the site and runs its generators, but neither renders nor writes it: for commands that inspect a site. */
  read(): Promise<Site>;
  /** The pages of the last successful build. A preview lists them and finds the page being edited among them. */
  pages(): readonly BuiltPage[];
}
