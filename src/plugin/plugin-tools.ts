import type { ParseOptions } from '../liquid/liquid.ts';
import type { RegisterEntry } from '../liquid/register.ts';
import type { Template } from '../liquid/template.ts';
import type { Collection } from '../site/collection.ts';
import type { Document } from '../site/document.ts';
import type { Item } from '../site/item.ts';
import type { Page } from '../site/page.ts';
import type { StaticFile } from '../site/static-file.ts';

/** What the build around it offers a plugin. */
export interface PluginTools {
  /** Renders a text as Liquid. Its variables are `site` and the given ones. */
  renderLiquid(text: string, variables?: Readonly<Record<string, unknown>>): string;
  /** Parses a text as Liquid, for rendering it apart from the site, with no variables but those that are given then. */
  parseLiquid(text: string, options?: ParseOptions): Template;
  /** What a template of `parseLiquid` needs for tags such as `include`: `template.render(variables, { registers })`. */
  registersFor(page: unknown): readonly RegisterEntry[];
  /**
   * Renders an item with its layouts before its turn, from its text as it is now. If the site has it too, it is rendered again in its turn,
   * from the converted text.
   */
  renderEarly(item: Item): void;
  /** Converts a text as a file with this extension would be: `convert('.md', '*a*')`. */
  convert(extension: string, text: string): string;
  /** Converts a text by the site's Markdown processor, and by no other converter that takes such files too or runs in its place. */
  convertMarkdown(text: string): string;
  /** Applies a Liquid filter: `filter('absolute_url', '/a.html')`. */
  filter(name: string, input: unknown, ...args: unknown[]): unknown;
  /** Code as HTML with Rouge's class names, with some lines (counted from 1) in a span of the class `hll`. */
  highlight(code: string, language: string, markedLines?: readonly number[]): string;
  /** Reads a file below the source as a page, as the reader does. */
  readPage(directory: string, name: string): Page;
  /** Makes a document of a collection, which its file, if there is one, has not been read into. The collection does not have it yet. */
  makeDocument(collection: Collection, path: string): Document;
  /** Reads the file of such a document: front matter, text, and what the path says. */
  readDocument(document: Document): void;
  /** Reads a static file as a page. It may be a file of the theme. */
  readAsPage(file: StaticFile): Page;
  /**
   * The version of a gem in the site's Gemfile.lock, for plugins whose output should follow it; undefined without a lock
   * file, and where Bundler is told to stay out of it.
   */
  lockedVersion(gem: string): string | undefined;
  /** Cuts an item's excerpt again, after the plugin has changed the text it was cut from. */
  renewExcerpt(item: Item): void;
}
