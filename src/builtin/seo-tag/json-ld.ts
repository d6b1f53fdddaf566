import { firstTrue, isNil, type PluginTools, toText } from '../../plugin/plugin.ts';
import type { SeoFacts } from './facts.ts';

const AUTHOR_TYPES: readonly unknown[] = ['Organization', 'Person'];
/** The types that get a `mainEntityOfPage`. */
const ENTITY_TYPES: readonly unknown[] = ['BlogPosting', 'CreativeWork'];

type Entry = readonly [key: string, value: unknown];

function hashOf(...entries: readonly Entry[]): Map<unknown, unknown> {
  return new Map(entries.filter(([, value]) => !isNil(value)));
}

function authorEntity({ author }: SeoFacts): unknown {
  const name = firstTrue(author.get('name'));
  const type = firstTrue(author.get('type'));
  if (name === undefined || (type !== undefined && !AUTHOR_TYPES.includes(type))) return undefined;
  return hashOf(['@type', type ?? 'Person'], ['name', name], ['url', firstTrue(author.get('url'))]);
}

/** An image of which only the path is known is represented by its path. */
function imageEntity({ image }: SeoFacts): unknown {
  if (image === undefined || image.size === 1) return image?.get('path');
  const known = [...image].filter(([key]) => key !== 'path' && key !== 'url' && key !== '@type');
  return new Map<unknown, unknown>([...known, ['url', image.get('path')], ['@type', 'imageObject']]);
}

function publisherEntity(facts: SeoFacts): unknown {
  const { logo } = facts;
  if (logo === undefined) return undefined;
  const image = hashOf(['@type', 'ImageObject'], ['url', logo]);
  return hashOf(['@type', 'Organization'], ['logo', image], ['name', firstTrue(facts.author.get('name'))]);
}

/** The facts as linked data (JSON-LD), with keys in alphabetical order. */
export function linkedData(facts: SeoFacts, tools: PluginTools): string {
  const { type, canonicalUrl } = facts;
  const isEntity = ENTITY_TYPES.includes(type);
  const data = hashOf(
    ['@context', 'https://schema.org'],
    ['@type', type],
    ['author', authorEntity(facts)],
    ['dateModified', facts.dateModified],
    ['datePublished', facts.datePublished],
    ['description', facts.description],
    ['headline', facts.pageTitle],
    ['image', imageEntity(facts)],
    ['mainEntityOfPage', isEntity ? hashOf(['@type', 'WebPage'], ['@id', canonicalUrl]) : undefined],
    ['name', facts.name],
    ['publisher', publisherEntity(facts)],
    ['sameAs', facts.links],
    ['url', canonicalUrl],
  );
  return toText(tools.filter('jsonify', data));
}
