import type { Config } from '../config/config.ts';
import { KramdownProcessor } from '../converters/kramdown-processor.ts';
import { MarkdownConverter } from '../converters/markdown.ts';
import { SassConverter, type SassConverterVersion } from '../converters/sass/sass.ts';
import { SassCompiler } from '../converters/sass/sass-compiler.ts';
import { SmartyPantsConverter } from '../converters/smarty-pants.ts';
import { ConversionWorkers } from '../converters/workers/conversion-workers.ts';
import type { Registry } from '../plugin/registry.ts';
import type { Log } from '../util/program/log.ts';

/** The converters that the build works with directly, besides through the registry. */
export interface SiteConverters {
  readonly markdown: MarkdownConverter;
  readonly conversionWorkers: ConversionWorkers;
  readonly sass: readonly SassConverter[];
  readonly sassCompiler: SassCompiler;
  /** Logs one line for each build in place of Sass's warnings about every single use. */
  sumUpDeprecations(): void;
}

interface ConverterSettings {
  readonly config: Config;
  readonly log: Log;
  /** Whether Sass may run as a program of its own. */
  readonly usesWorkers: boolean;
  readonly sassConverter: SassConverterVersion;
}

/** The names of the processors based on markdown-it, which is loaded only if one of them is used. */
const COMMON_MARK: ReadonlySet<string> = new Set(['CommonMark', 'CommonMarkGhPages', 'GFM', 'markdown-it']);

/** Adds Jekyll's own converters to a site's registry. */
export async function useConverters(
  registry: Registry,
  { config, log, usesWorkers, sassConverter }: ConverterSettings,
): Promise<SiteConverters> {
  registry.markdownProcessors.set('kramdown', (settings) => new KramdownProcessor(settings, log));
  if (COMMON_MARK.has(String(config.get('markdown')))) await useCommonMark(registry, config);
  const markdown = new MarkdownConverter({ config, processors: registry.markdownProcessors });
  registry.addConverter(markdown);
  const deprecations = new Set<string>();
  const sassCompiler = new SassCompiler({ usesProgram: usesWorkers });
  const sass = (['.scss', '.sass'] as const).map(
    (extension) => new SassConverter(extension, { compiler: sassCompiler, deprecations, version: sassConverter }),
  );
  for (const converter of sass) registry.addConverter(converter);
  registry.addConverter(new SmartyPantsConverter(config, log));
  return {
    markdown,
    conversionWorkers: new ConversionWorkers(),
    sass,
    sassCompiler,
    sumUpDeprecations: () => sumUpDeprecations(deprecations, log),
  };
}

function sumUpDeprecations(deprecations: Set<string>, log: Log): void {
  if (deprecations.size === 0) return;
  const names = [...deprecations].sort().join(', ');
  deprecations.clear();
  log.warn(
    'Sass:',
    `style sheets use features that a future Sass will remove (${names}). \`sass: { verbose: true }\` shows each place.`,
  );
}

async function useCommonMark({ markdownProcessors }: Registry, site: Config): Promise<void> {
  const { CommonMarkProcessor, GFM_SETTINGS, MARKDOWN_IT_SETTINGS, readCommonMarkSettings } = await import(
    '../converters/commonmark/commonmark-processor.ts'
  );
  markdownProcessors.set('CommonMark', (config) => new CommonMarkProcessor(readCommonMarkSettings(config)));
  markdownProcessors.set('CommonMarkGhPages', (config) => new CommonMarkProcessor(readCommonMarkSettings(config)));
  markdownProcessors.set('GFM', () => new CommonMarkProcessor(GFM_SETTINGS));
  if (site.get('markdown') !== 'markdown-it') return;
  const { loadMarkdownItPlugins } = await import('../converters/commonmark/markdown-it-plugins.ts');
  const extend = await loadMarkdownItPlugins(site);
  markdownProcessors.set('markdown-it', () => new CommonMarkProcessor(MARKDOWN_IT_SETTINGS, extend));
}
