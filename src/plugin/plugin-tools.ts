import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';

/** What a plugin may ask of the build around it. */
export interface PluginTools {
  /** Renders a text as Liquid, with `site` and what is handed in as its variables. */
  renderLiquid(text: string, variables?: Readonly<Record<string, unknown>>): string;
  /** Converts a text as a file of this extension would be converted: `convert('.md', '*a*')`. */
  convert(extension: string, text: string): string;
  /** Runs one of Liquid's filters: `filter('absolute_url', '/a.html')`. */
  filter(name: string, input: unknown, ...args: unknown[]): unknown;
  /** Reads a file below the source as a page, as the reader does. */
  readPage(directory: string, name: string): Page;
  /** Cuts the excerpt anew, for a plugin that changed the text it was cut from. */
  renewExcerpt(item: Page | Document): void;
}
