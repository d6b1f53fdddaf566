import { formatMarkedLines } from '../highlight/formatters/marked-lines.ts';
import { highlight, lex } from '../highlight/highlight.ts';
import { Context } from '../liquid/context.ts';
import { applyFilter } from '../liquid/filter.ts';
import type { ParseOptions } from '../liquid/liquid.ts';
import type { RegisterEntry } from '../liquid/register.ts';
import type { Template } from '../liquid/template.ts';
import { runConverter } from '../plugin/converter-chains.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { SITE, TOOLS } from '../plugin/registers.ts';
import type { Registry } from '../plugin/registry.ts';
import type { Collection } from '../site/collection.ts';
import type { Document } from '../site/document.ts';
import type { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';

interface RenderToolsOptions {
  readonly site: Site;
  readonly registry: Registry;
  /** Renders a text as Liquid. */
  readonly renderText: (text: string, variables: Readonly<Record<string, unknown>>) => string;
  /** What a render of the site gives its tags. */
  readonly registersFor: (page: unknown) => readonly RegisterEntry[];
  /** Renders an item with its layouts before its turn. */
  readonly renderEarly: (item: Item) => void;
  /** Reads a file as a page. Passed in, since this room must not import the reader. */
  readonly readPage: (directory: string, name: string) => Page;
  readonly makeDocument: (collection: Collection, path: string) => Document;
  readonly readDocument: (document: Document) => void;
  /** Reads a static file as a page. */
  readonly readAsPage: (file: StaticFile) => Page;
  /** Cuts an excerpt from the beginning of an item's text. It comes from the reader too. */
  readonly cutExcerpt: (item: Item) => Excerpt;
}

/** What the build offers plugins, tags and filters. */
export class RenderTools implements PluginTools {
  readonly #options: RenderToolsOptions;
  #context: Context | undefined;

  constructor(options: RenderToolsOptions) {
    this.#options = options;
  }

  renderLiquid(text: string, variables: Readonly<Record<string, unknown>> = {}): string {
    return this.#options.renderText(text, variables);
  }

  parseLiquid(text: string, options?: ParseOptions): Template {
    return this.#options.registry.liquid.parseTemplate(text, options);
  }

  registersFor(page: unknown): readonly RegisterEntry[] {
    return this.#options.registersFor(page);
  }

  renderEarly(item: Item): void {
    this.#options.renderEarly(item);
  }

  convert(extension: string, text: string): string {
    return this.#options.registry.converters.convert(extension, text, { site: this.#options.site, item: null });
  }

  convertMarkdown(text: string): string {
    const { site, registry } = this.#options;
    const converter = registry.converters.original('Markdown');
    return converter === undefined ? text : runConverter(converter, text, { site, item: null });
  }

  filter(name: string, input: unknown, ...args: unknown[]): unknown {
    const { liquid } = this.#options.registry;
    this.#context ??= new Context({
      liquid,
      environments: [new Map()],
      registers: [SITE.of(this.#options.site), TOOLS.of(this)],
      strictFilters: true,
    });
    return applyFilter(name, liquid.findFilter(name), input, args, this.#context);
  }

  lockedVersion(gem: string): string | undefined {
    return this.#options.registry.lockedVersions.get(gem);
  }

  highlight(code: string, language: string, markedLines: readonly number[] = []): string {
    return markedLines.length === 0 ? highlight(code, language) : formatMarkedLines(lex(code, language), markedLines);
  }

  renewExcerpt(item: Item): void {
    item.data.set('excerpt', this.#options.cutExcerpt(item));
  }

  readPage(directory: string, name: string): Page {
    return this.#options.readPage(directory, name);
  }

  makeDocument(collection: Collection, path: string): Document {
    return this.#options.makeDocument(collection, path);
  }

  readDocument(document: Document): void {
    this.#options.readDocument(document);
  }

  readAsPage(file: StaticFile): Page {
    return this.#options.readAsPage(file);
  }
}
