import type { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import type { Site } from '../site/site.ts';
import type { Priority } from './priority.ts';

/** What is being converted, and for which site. */
export interface Conversion {
  readonly site: Site;
  /** The page, document or excerpt that the text belongs to; null for a filter such as `markdownify`. */
  readonly item: Item | Excerpt | null;
  /** Whether the text would be US-ASCII in Ruby. kramdown then writes quotes and dashes as entities. */
  readonly isUsAscii?: boolean;
}

/**
 * Turns text of one kind into another: Markdown into HTML, SCSS into CSS.
 *
 * All converters that match an extension run one after the other, by priority.
 *
 * @example
 * const shout: Converter = {
 *   name: 'shout',
 *   matches: (extension) => extension === '.shout',
 *   outputExtension: () => '.html',
 *   convert: (content) => content.toUpperCase(),
 * };
 */
export interface Converter {
  readonly name: string;
  readonly priority?: Priority;
  /** Whether this converter takes files with this extension. Extensions include the dot. */
  matches(extension: string): boolean;
  /** The extension of the output; null to leave that to the other converters. */
  outputExtension(extension: string): string | null;
  convert(content: string, conversion: Conversion): string;
  /** What the `highlight` tag writes before and after a block in text that this converter takes. */
  readonly highlighterPrefix?: string;
  readonly highlighterSuffix?: string;
  /** The name of a converter in whose place this one runs, such as `Markdown`. That one is run by `tools.convertMarkdown` alone then. */
  readonly replaces?: string;
}

/** A Markdown processor that a site selects with `markdown: NAME`. */
export interface MarkdownProcessor {
  convert(content: string, conversion: Conversion): string;
}
