import type { Config } from '../config/config.ts';
import { KramdownProcessor } from '../converters/kramdown-processor.ts';
import { MarkdownConverter } from '../converters/markdown.ts';
import { SassConverter } from '../converters/sass.ts';
import { SmartyPantsConverter } from '../converters/smarty-pants.ts';
import type { Registry } from '../plugin/registry.ts';
import type { Log } from '../util/log.ts';

/** The converters that remember something from build to build. */
export interface SiteConverters {
  beginBuild(): void;
}

/** Adds Jekyll's own converters to a site's registry. */
export function useConverters(registry: Registry, { config, log }: { config: Config; log: Log }): SiteConverters {
  registry.markdownProcessors.set('kramdown', (settings) => new KramdownProcessor(settings, log));
  const markdown = new MarkdownConverter({ config, processors: registry.markdownProcessors });
  registry.addConverter(markdown);
  registry.addConverter(new SassConverter('.scss'));
  registry.addConverter(new SassConverter('.sass'));
  registry.addConverter(new SmartyPantsConverter(config, log));
  return markdown;
}
