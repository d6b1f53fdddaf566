import { UttersonError } from '../errors.ts';
import type { Generator } from '../plugin/generator.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { StaticFile } from '../site/static-file.ts';

/**
 * Runs the generators one after the other.
 *
 * @throws {UttersonError} `InvalidPlugin` if one adds something to the site's pages or static files that is not a Page or a
 * StaticFile
 */
export async function runGenerators(
  generators: readonly Generator[],
  { site, tools }: { readonly site: Site; readonly tools: PluginTools },
): Promise<void> {
  for (const generator of generators) {
    await generator.generate(site, tools);
    if (!site.pages.every((page) => page instanceof Page)) throw strayItem(generator, 'site.pages', 'Page');
    if (!site.staticFiles.every((file) => file instanceof StaticFile)) {
      throw strayItem(generator, 'site.staticFiles', 'StaticFile');
    }
  }
}

function strayItem({ name }: Generator, list: string, kind: string): UttersonError {
  return new UttersonError('InvalidPlugin', `The generator ${name} added something to ${list} that is not a ${kind}`, {
    hint: `Make it with \`new ${kind}(site, …)\`: import { ${kind} } from 'utterson/plugin'.`,
  });
}
