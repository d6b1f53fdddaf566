import type { Registry } from '../../plugin/registry.ts';
import { highlightTag } from './highlight.ts';
import { includeTag } from './include.ts';
import { includeRelativeTag } from './include-relative.ts';
import { linkTag } from './link.ts';
import { postUrlTag } from './post-url.ts';

/** Registers the tags that Jekyll adds to Liquid's own. */
export function registerJekyllTags(registry: Registry): void {
  registry.addTag('highlight', highlightTag);
  registry.addTag('include', includeTag);
  registry.addTag('include_relative', includeRelativeTag);
  registry.addTag('link', linkTag);
  registry.addTag('post_url', postUrlTag);
}
