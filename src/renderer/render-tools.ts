import { formatMarkedLines } from '../highlight/formatters/marked-lines.ts';
import { highlight, lex } from '../highlight/highlight.ts';
import { Context } from '../liquid/context.ts';
import { applyFilter } from '../liquid/filter.ts';
import { runConverter } from '../plugin/converter-chains.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { SITE, TOOLS } from '../plugin/registers.ts';
import type { Registry } from '../plugin/registry.ts';
import type { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import type { Site } from '../site/site.ts';

/** What of the tools comes from the reader, which this room must not import, and from the renderer itself. */
type GivenTools = Pick<
  PluginTools,
  'registersFor' | 'renderEarly' | 'readPage' | 'makeDocument' | 'readDocument' | 'readAsPage'
>;

interface RenderToolsOptions extends GivenTools {
  readonly site: Site;
  readonly registry: Registry;
  /** Renders a text as Liquid. */
  readonly renderText: (text: string, variables: Readonly<Record<string, unknown>>) => string;
  /** Cuts an excerpt from the beginning of an item's text. It comes from the reader too. */
  readonly cutExcerpt: (item: Item) => Excerpt;
}

/** Makes what the build offers plugins, tags and filters. */
export function makeRenderTools({ site, registry, renderText, cutExcerpt, ...given }: RenderToolsOptions): PluginTools {
  let context: Context | undefined;
  const tools: PluginTools = {
    ...given,
    renderLiquid: (text, variables = {}) => renderText(text, variables),
    parseLiquid: (text, options) => registry.liquid.parseTemplate(text, options),
    convert: (extension, text) => registry.converters.convert(extension, text, { site, item: null }),
    convertMarkdown(text) {
      const converter = registry.converters.original('Markdown');
      return converter === undefined ? text : runConverter(converter, text, { site, item: null });
    },
    filter(name, input, ...args) {
      const { liquid } = registry;
      context ??= new Context({
        liquid,
        environments: [new Map()],
        registers: [SITE.of(site), TOOLS.of(tools)],
        strictFilters: true,
      });
      return applyFilter(name, liquid.findFilter(name), input, args, context);
    },
    highlight: (code, language, markedLines = []) =>
      markedLines.length === 0 ? highlight(code, language) : formatMarkedLines(lex(code, language), markedLines),
    lockedVersion: (gem) => registry.lockedVersions.get(gem),
    renewExcerpt: (item) => void item.data.set('excerpt', cutExcerpt(item)),
  };
  return tools;
}
