import type { Document } from '../site/document.ts';
import type { Excerpt } from '../site/excerpt.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { Priority } from './priority.ts';

/** What is being converted, and for which site. */
export interface Conversion {
  readonly site: Site;
  /** The page, document or excerpt whose text it is; null for a filter such as `markdownify`. */
  readonly item: Page | Document | Excerpt | null;
  /** Whether Ruby would have the text as US-ASCII, where kramdown writes quotes and dashes as entities. */
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
  /** Whether the extension, with its dot, is one of this converter's. */
  matches(extension: string): boolean;
  /** The extension of what it makes; null where it leaves the extension to others. */
  outputExtension(extension: string): string | null;
  convert(content: string, conversion: Conversion): string;
  /** What the `highlight` tag puts before and after a block in text of this kind. */
  readonly highlighterPrefix?: string;
  readonly highlighterSuffix?: string;
}

/** A processor for Markdown that a site chooses with `markdown: NAME`. */
export interface MarkdownProcessor {
  convert(content: string, conversion: Conversion): string;
}
