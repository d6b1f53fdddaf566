import { UttersonError } from '../errors.ts';
import { LAST_US_ASCII } from '../liquid/first-piece.ts';
import type { RegisterEntry } from '../liquid/register.ts';
import type { EncodedText, RenderOptions } from '../liquid/template.ts';
import { type ConverterChain, runConverter } from '../plugin/converter-chains.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { PAGE, SITE, TOOLS } from '../plugin/registers.ts';
import type { Registry } from '../plugin/registry.ts';
import type { ReadSet, Reads } from '../regenerator/reads.ts';
import type { Excerpt } from '../site/excerpt.ts';
import { asHash } from '../site/hash.ts';
import type { HookVariables } from '../site/hooks.ts';
import type { Item } from '../site/item.ts';
import { triggerItemHooks } from '../site/item-hooks.ts';
import type { Layout } from '../site/layout.ts';
import { ORDER } from '../site/read-notes.ts';
import type { Site } from '../site/site.ts';
import { internalsOf, readsOf } from '../site/site-internals.ts';
import { nearestWord } from '../util/nearest-word.ts';
import { toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { isAscii } from '../util/values/ruby-text.ts';
import { INCLUSIONS, Inclusions } from './inclusions.ts';
import { isIndependentText, isSettledInput } from './independent-text.ts';
import { LayoutData } from './layout-data.ts';
import { Payload } from './payload.ts';
import { locateFailure } from './render-failure.ts';
import { sharedTemplate } from './shared-texts.ts';
import type { TemplateCache } from './template-cache.ts';
import { templateName } from './template-name.ts';

/** Anything that can be rendered. Excerpts are rendered in the middle of the page that shows them. */
type Rendered = Item | Excerpt;

interface RendererOptions {
  readonly registry: Registry;
  readonly templates: TemplateCache;
  readonly tools: PluginTools;
  /** Returns an item's body: the kept one if it is still valid, otherwise what `make` returns. */
  readonly keepBody: (item: Item, make: () => string) => string;
  readonly reads: Reads;
}

interface LiquidJob {
  readonly text: string;
  readonly path: string;
  /** The key of the template in the cache, if that is not the path. */
  readonly template?: string;
  readonly payload: Payload;
  readonly options: RenderOptions;
}

/** The output of Liquid for an item's text, from before the item's turn. */
interface TextAhead {
  source: string;
  result: string;
  readonly read: ReadSet;
}

/** Renders the items of one site in one build. */
export class Renderer {
  readonly #site: Site;
  readonly #registry: Registry;
  readonly #templates: TemplateCache;
  readonly #payload: Payload;
  readonly #layoutData = new LayoutData();
  readonly #inclusions: Inclusions;
  readonly #tools: PluginTools;
  readonly #keepBody: RendererOptions['keepBody'];
  readonly #reads: Reads;
  readonly #ahead = new Map<Rendered, TextAhead>();
  readonly #missingLayouts = new Set<string>();
  readonly #payloadAhead: Payload;

  constructor(site: Site, options: RendererOptions) {
    this.#site = site;
    this.#registry = options.registry;
    this.#templates = options.templates;
    this.#tools = options.tools;
    this.#keepBody = options.keepBody;
    this.#reads = options.reads;
    this.#payload = new Payload(site);
    this.#payloadAhead = new Payload(site);
    this.#inclusions = new Inclusions(site, this.#templates);
  }

  /** Renders a page or a document. Its content becomes the output of the converters, its output the page in its layouts. */
  render(item: Item): void {
    this.#site.log.debug('Rendering:', item.relativePath);
    this.#renderWith(item, this.#payload);
  }

  /** Renders an item before its turn, with variables of its own. */
  renderEarly(item: Item): void {
    this.#renderWith(item, new Payload(this.#site));
  }

  #renderWith(item: Item, payload: Payload): void {
    item.output = this.#outputOf(item, payload);
    triggerItemHooks(item, 'post_render');
  }

  /**
   * Runs an item's Liquid before its turn if that makes no difference: its tags do not depend on earlier renders, and
   * it reads nothing that rendering changes. The result is used when its turn comes.
   *
   * @returns undefined if the text has to wait for its turn
   */
  renderTextAhead(item: Item): string | undefined {
    const source = item.content ?? '';
    if (!isIndependentText(source)) return undefined;
    const { result, read } = this.#reads.record(() => this.#tryText(item, source));
    if (result === undefined || ![...read].every((id) => isSettledInput(this.#reads.name(id)))) return undefined;
    this.#ahead.set(item, { source, result, read });
    return result;
  }

  /** Undefined if rendering fails, or if the result is US-ASCII: workers treat all texts as UTF-8. */
  #tryText(item: Item, text: string): string | undefined {
    const payload = this.#payloadAhead;
    this.#prepareItem(item, payload, this.#registry.converters.for(item.extension));
    try {
      const job = { text, path: item.path, template: templateOf(item), payload, options: this.#options(payload.page) };
      const { text: result, isUsAscii } = this.#renderLiquid(job);
      return isUsAscii ? undefined : result;
    } catch {
      // It will fail again in its turn, and the error is reported then.
      return undefined;
    }
  }

  #takeAhead(item: Rendered, source: string): EncodedText | undefined {
    const ahead = this.#ahead.get(item);
    if (ahead === undefined) return undefined;
    this.#ahead.delete(item);
    const { source: before, result, read } = ahead;
    // V8 may keep this object alive long after its last use, so it lets go of the texts.
    ahead.source = '';
    ahead.result = '';
    if (before !== source || this.#payload.hasCounters) return undefined;
    this.#reads.replay(read);
    return { text: result, isUsAscii: false };
  }

  /** Renders an excerpt with a payload of its own, so that the page around it is not affected. */
  renderExcerpt(excerpt: Excerpt): EncodedText {
    const chain = this.#registry.converters.for(excerpt.extension);
    const payload = new Payload(this.#site);
    this.#prepareItem(excerpt, payload, chain);
    const source = this.#renderSource(excerpt, payload);
    const text = this.#convert(source, excerpt, chain);
    return { text, isUsAscii: source.isUsAscii && isAscii(text) };
  }

  /** Renders a text as Liquid, with the site's variables and the given ones. */
  renderText(text: string, variables: Readonly<Record<string, unknown>>): string {
    const payload = new Payload(this.#site);
    for (const [name, value] of Object.entries(variables)) payload.set(name, value);
    return this.#registry.liquid.parseTemplate(text).render(payload, this.#options(null));
  }

  /** An item in its layouts. Its content becomes the output of the converters. */
  #outputOf(item: Item, payload: Payload): string {
    const chain = this.#registry.converters.for(item.extension);
    this.#prepareItem(item, payload, chain);
    const layout = this.#findLayout(item.value('layout'));
    // The data of the page before shows through.
    if (layout !== undefined) payload.layout = this.#layoutData.of(layout, payload.layout);
    triggerItemHooks(item, 'pre_render', variablesOf(item, payload));
    const options = this.#options(payload.page);
    item.content = this.#keepBody(item, () => this.#convert(this.#renderSource(item, payload, options), item, chain));
    if (item.kind === 'document') this.#templates.forget(item.path);
    triggerItemHooks(item, 'post_convert');
    const content = item.content;
    return item.placesInLayout ? this.#placeInLayouts(item, content, { payload, options }) : content;
  }

  /** An item's own text after Liquid. */
  #renderSource(item: Rendered, payload: Payload, options = this.#options(payload.page)): EncodedText {
    const own = item.content ?? '';
    if (!item.rendersWithLiquid) return { text: own, isUsAscii: false };
    const text = this.#inclusions.shared.textOf(item, own);
    const job = { text, path: item.path, template: templateOf(item), payload, options };
    if (text !== own) return this.#renderLiquid({ ...job, template: sharedTemplate(item.path) });
    return this.#takeAhead(item, text) ?? this.#renderLiquid(job);
  }

  /** Makes a payload that of an item, except for what its layouts add. */
  #prepareItem(item: Rendered, payload: Payload, chain: ConverterChain): void {
    payload.page = item.toLiquid();
    payload.paginator = item.kind === 'page' ? item.pager : null;
    payload.site.current = item.kind === 'document' ? item : null;
    payload.highlighterPrefix = chain.highlighterPrefix;
    payload.highlighterSuffix = chain.highlighterSuffix;
    payload.isInLayout = false;
  }

  /** What tags and filters are given. */
  registersFor(page: unknown): readonly RegisterEntry[] {
    return [
      SITE.of(this.#site),
      PAGE.of(page),
      TOOLS.of(this.#tools),
      INCLUSIONS.of(this.#inclusions),
      LAST_US_ASCII.of(internalsOf(this.#site).services.lastUsAscii),
    ];
  }

  #options(page: unknown): RenderOptions {
    const settings = asHash(this.#site.config.get('liquid'));
    return {
      registers: this.registersFor(page),
      strictFilters: isTruthy(settings.get('strict_filters')),
      strictVariables: isTruthy(settings.get('strict_variables')),
    };
  }

  #renderLiquid(job: LiquidJob): EncodedText {
    try {
      let isUsAscii = false;
      const text = this.#templates.use(job.template ?? job.path, job.text, ({ template, state }) => {
        const output = template.renderEncoded(job.payload, { ...job.options, state });
        if (state.isUsed) readsOf(this.#site).note(ORDER);
        isUsAscii = output.isUsAscii;
        return output.text;
      });
      return { text, isUsAscii };
    } catch (error) {
      throw locateFailure(error, { file: job.path, source: job.text });
    }
  }

  #convert({ text, isUsAscii }: EncodedText, item: Rendered, chain: ConverterChain): string {
    let output = text;
    for (const converter of chain.converters) {
      try {
        output = runConverter(converter, output, { site: this.#site, item, isUsAscii });
      } catch (error) {
        if (error instanceof UttersonError && error.location.file !== undefined) throw error;
        const what = `${converter.name} encountered an error while converting '${item.relativePath}'`;
        const message = error instanceof Error ? error.message : String(error);
        const { code, hint } = error instanceof UttersonError ? error : { code: 'ConversionError', hint: undefined };
        throw new UttersonError(code, `Conversion error: ${what}: ${message}`, {
          file: item.path,
          cause: error,
          ...(hint === undefined ? {} : { hint }),
        });
      }
    }
    return output;
  }

  #placeInLayouts(item: Item, content: string, { payload, options }: Pick<LiquidJob, 'payload' | 'options'>): string {
    let layout = this.#firstLayout(item);
    const used = new Set<Layout>();
    let output = content;
    payload.layout = null;
    payload.isInLayout = true;
    while (layout !== undefined && !used.has(layout)) {
      used.add(layout);
      payload.content = output;
      payload.layout = this.#layoutData.of(layout, payload.layout);
      output = this.#renderLiquid({ text: layout.content, path: layout.path, payload, options }).text;
      layout = this.#findLayout(layout.data.get('layout'));
    }
    return output;
  }

  #firstLayout(item: Item): Layout | undefined {
    const name = item.value('layout');
    if (isNil(name)) {
      readsOf(this.#site).note('layout:');
      return this.#site.layouts.get('');
    }
    readsOf(this.#site).note(`layout:${toText(name)}`);
    const layout = this.#site.layouts.get(toText(name));
    if (layout === undefined) this.#warnOfMissingLayout(toText(name), item);
    return layout;
  }

  /** Warns for each item, as Jekyll does. What the layout was probably called is said for the first of them. */
  #warnOfMissingLayout(name: string, item: Item): void {
    const isFirst = !this.#missingLayouts.has(name);
    this.#missingLayouts.add(name);
    const nearest = isFirst ? nearestWord(name.replace(/\.\w+$/, ''), [...this.#site.layouts.keys()]) : undefined;
    const message = `Layout '${name}' requested in ${item.relativePath} does not exist.`;
    this.#site.log.warn('Build Warning:', message, nearest === undefined ? [] : [`Did you mean '${nearest}'?`]);
  }

  #findLayout(name: unknown): Layout | undefined {
    if (typeof name !== 'string') return undefined;
    readsOf(this.#site).note(`layout:${name}`);
    return this.#site.layouts.get(name);
  }
}

/** What a `pre_render` hook may change of a payload. */
function variablesOf(item: Item, payload: Payload): HookVariables {
  return {
    get: (name) => payload.get(name),
    set: (name, value) => payload.set(name, value),
    setOfPage(key, value) {
      if (item.kind === 'document') item.data.set(key, value);
      // A copy, as other pages show the page's hash too.
      else payload.page = new Map(asHash(payload.page)).set(key, value);
    },
  };
}

/** The key of an item's own template in the cache. */
function templateOf(item: Rendered): string {
  return item.kind === 'page' ? templateName(item.path) : item.path;
}
