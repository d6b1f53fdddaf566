import { type Context, definePlugin, dig, PAGE, SITE, type TagParser, TOOLS } from '../../plugin/plugin.ts';
import { isLockedSince } from '../shared/locked-version.ts';
import { SeoFacts } from './facts.ts';
import { imageLines, neighbourLines, pageLines, type ShownParts, siteLines, twitterLines, typeLines } from './head.ts';
import { linkedData } from './json-ld.ts';
import { plainTexts } from './plain-texts.ts';

/** The versions of the gem whose output is known. A comment in the page names them. */
const OLDER = '2.8.0';
const NEWER = '2.9.0';

function renderHead(context: Context, { isTitled, isCanonical }: ShownParts): string {
  const tools = context.register(TOOLS);
  const isNewer = isLockedSince(tools, 'jekyll-seo-tag', NEWER);
  const paginator = context.find('paginator');
  const facts = new SeoFacts({
    page: context.register(PAGE),
    site: dig(context.environments[0], 'site'),
    paginator,
    tools,
    texts: plainTexts(context.register(SITE), tools),
    isNewer,
  });
  const lines = [
    `<!-- Begin Jekyll SEO tag v${isNewer ? NEWER : OLDER} -->`,
    ...pageLines(facts, { isTitled, isCanonical: isCanonical || !isNewer }),
    ...imageLines(facts),
    ...typeLines(facts),
    ...neighbourLines(paginator, tools),
    ...twitterLines(facts, tools),
    ...siteLines(facts),
    '<script type="application/ld+json">',
    `${linkedData(facts, tools)}</script>`,
    '<!-- End Jekyll SEO tag -->',
  ];
  return `${lines.join('\n')}\n`;
}

const parseSeo: TagParser = (tag) => {
  const parts = { isTitled: !/title=false/i.test(tag.markup), isCanonical: !/canonical=false/i.test(tag.markup) };
  return { render: (context) => renderHead(context, parts) };
};

/**
 * jekyll-seo-tag: `{% seo %}` writes the title, description, link previews and linked data for the head. With version 2.9
 * or newer in Gemfile.lock it is that of 2.9.0, otherwise of 2.8.0.
 */
export default definePlugin({ name: 'jekyll-seo-tag', isSafe: true, tags: { seo: { parse: parseSeo } } });
