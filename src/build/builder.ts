import type { PluginCommand } from '../plugin/command.ts';
import type { Site } from '../site/site.ts';
import type { BuildResult, BuiltPage, Change } from './build-result.ts';
import type { Urgency } from './urgent-pages.ts';

/**
 * Builds a site once and again: what does not change between two builds (parsed templates, converted texts,
 * what was written) is kept in between.
 *
 * A build that fails leaves the destination as it was. Builds of one builder must not overlap.
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
  /** The commands that plugins bring. */
  readonly commands: readonly PluginCommand[];
  /** Whether a changed path can matter to the site: not in the destination, not a cache, not excluded. */
  isWatched(path: string): boolean;
  /**
   * The inputs that an output was made from (`meta:_posts/a.md`, `data:authors`), or undefined where it is not known.
   *
   * @param path of the source file, or of the output in the destination
   */
  why(path: string): readonly string[] | undefined;
  /**
   * Builds; without changes everything is looked at.
   *
   * @param urgency the pages that are wanted before all others, where they can be made before their turn
   */
  build(changes?: readonly Change[], urgency?: Urgency): Promise<BuildResult>;
  /** Reads the site with its generators run, and neither renders nor writes it: for commands that look at a site. */
  read(): Promise<Site>;
  /** The pages of the last build that went well: what a preview lists, and where it goes to follow the editing. */
  pages(): readonly BuiltPage[];
}
