import {
  type Context,
  definePlugin,
  dig,
  firstTrue,
  PAGE,
  type PluginFilter,
  SITE,
  toText,
} from '../../plugin/plugin.ts';
import type { HtmlNode } from '../shared/html/node.ts';
import { parseHtml } from '../shared/html/parse-html.ts';
import { writeHtml } from '../shared/html/write-html.ts';
import { findHeadings, type Heading } from './headings.ts';
import { readTocSettings, type TocSettings } from './settings.ts';
import { writeTable } from './table.ts';

/** A parsed text with its headings. */
interface Contents {
  readonly nodes: readonly HtmlNode[];
  readonly headings: readonly Heading[];
  readonly settings: TocSettings;
}

function readContents(html: unknown, context: Context): Contents {
  const settings = readTocSettings(context.register(SITE));
  const nodes = parseHtml(toText(html));
  return { nodes, settings, headings: findHeadings(nodes, settings) };
}

/** Writes the text with a link to itself at the start of each heading. */
function writeAnchored({ nodes, headings }: Contents): string {
  for (const { element, id } of headings) {
    const anchor = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
    element.children.unshift(...parseHtml(anchor));
  }
  return writeHtml(nodes);
}

/** A filter that works only on pages with `toc: true`, and returns `otherwise(input)` on others. */
function ifEnabled(write: (contents: Contents) => string, otherwise: (input: unknown) => unknown): PluginFilter {
  return {
    apply: (input, _, context) =>
      dig(context.register(PAGE), 'toc') === true ? write(readContents(input, context)) : otherwise(input),
  };
}

const writeContents = ({ headings, settings }: Contents) => writeTable(headings, settings);

/** jekyll-toc: adds a table of contents, and links at headings, to pages with `toc: true`. */
export default definePlugin({
  name: 'jekyll-toc',
  isSafe: true,
  filters: {
    toc: ifEnabled(
      (contents) => writeContents(contents) + writeAnchored(contents),
      (input) => input,
    ),
    toc_only: ifEnabled(writeContents, () => ''),
    inject_anchors: ifEnabled(writeAnchored, (input) => input),
  },
  tags: {
    toc: {
      parse: () => ({
        render(context) {
          const page = context.register(PAGE);
          if (firstTrue(dig(page, 'toc')) === undefined) return '';
          return writeContents(readContents(dig(page, 'content'), context));
        },
      }),
    },
  },
});
