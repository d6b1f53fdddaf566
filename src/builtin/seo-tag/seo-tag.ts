import { type Context, definePlugin, dig, PAGE, SITE, type TagParser, TOOLS } from '../../plugin/plugin.ts';
import { SeoFacts } from './facts.ts';
import { imageLines, neighbourLines, pageLines, siteLines, twitterLines, typeLines } from './head.ts';
import { linkedData } from './json-ld.ts';
import { plainTexts } from './plain-texts.ts';

/** The version of the gem that the output equals, as named in a comment in the page. */
const VERSION = '2.8.0';

function renderHead(context: Context, isTitled: boolean): string {
  const tools = context.register(TOOLS);
  const paginator = context.find('paginator');
  const facts = new SeoFacts({
    page: context.register(PAGE),
    site: dig(context.environments[0], 'site'),
    paginator,
    tools,
    texts: plainTexts(context.register(SITE), tools),
  });
  const lines = [
    `<!-- Begin Jekyll SEO tag v${VERSION} -->`,
    ...pageLines(facts, isTitled),
    ...imageLines(facts),
    ...typeLines(facts, tools),
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
  const isTitled = !/title=false/i.test(tag.markup);
  return { render: (context) => renderHead(context, isTitled) };
};

/** jekyll-seo-tag: `{% seo %}` writes the title, description, link previews and linked data for the head. */
export default definePlugin({ name: 'jekyll-seo-tag', isSafe: true, tags: { seo: { parse: parseSeo } } });
