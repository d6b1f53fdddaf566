import type { Site } from '../site/site.ts';
import type { PluginTools } from './plugin-tools.ts';
import type { Priority } from './priority.ts';

/**
 * Extends a site after it has been read and before it is rendered: adds pages or data, or changes documents.
 *
 * @example
 * const tagPages: Generator = {
 *   name: 'tag-pages',
 *   generate(site) {
 *     for (const tag of site.tags.keys()) site.pages.push(new Page(site, { directory: '/tags', name: `${slugify(tag)}.html` }));
 *   },
 * };
 */
export interface Generator {
  readonly name: string;
  readonly priority?: Priority;
  generate(site: Site, tools: PluginTools): void | Promise<void>;
}
