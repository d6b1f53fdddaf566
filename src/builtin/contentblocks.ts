import {
  type Context,
  definePlugin,
  dig,
  extensionOf,
  PAGE,
  SITE,
  type Site,
  splitWords,
  type TagParser,
  type TagSource,
  TOOLS,
  toText,
} from '../plugin/plugin.ts';

/** The pieces that a page has for each block. */
type Blocks = Map<string, string[]>;

/** How many pages of a site have been begun: each begins without any pieces. */
const begun = new WeakMap<Site, number>();
/** The pieces by the variables of a render, which pages share one after the other, and which page they are of. */
const kept = new WeakMap<object, { readonly page: number; readonly blocks: Blocks }>();

function piecesOf(block: string, context: Context): string[] {
  const page = begun.get(context.register(SITE)) ?? 0;
  const [environment = context] = context.environments;
  const known = kept.get(environment);
  const blocks: Blocks = known?.page === page ? known.blocks : new Map();
  kept.set(environment, { page, blocks });
  const pieces = blocks.get(block) ?? [];
  blocks.set(block, pieces);
  return pieces;
}

function readMarkup(tag: TagSource): { block: string; options: readonly string[] } {
  const [block, ...options] = splitWords(tag.markup);
  if (block === undefined) throw tag.syntaxError(`No block name given in ${tag.name} tag`);
  return { block, options };
}

const parseContentFor: TagParser = (tag) => {
  const { block } = readMarkup(tag);
  const body = tag.parseBody();
  return {
    render(context) {
      const pieces = piecesOf(block, context);
      pieces.push(body.render(context));
      return '';
    },
  };
};

const parseContentBlock: TagParser = (tag) => {
  const { block, options } = readMarkup(tag);
  return {
    render(context) {
      const content = piecesOf(block, context).join('');
      if (options.includes('no-convert')) return content;
      const extension = extensionOf(toText(dig(context.register(PAGE), 'path')));
      return context.register(TOOLS).convert(extension, content);
    },
  };
};

/** @param isShown whether the body of the tag is shown for a block that has content */
const parseCondition =
  (isShown: boolean): TagParser =>
  (tag) => {
    const { block } = readMarkup(tag);
    const body = tag.parseBody();
    return {
      render: (context) => ((piecesOf(block, context).join('') !== '') === isShown ? body.render(context) : ''),
    };
  };

function beginPage({ site }: { readonly site: Site }): void {
  begun.set(site, (begun.get(site) ?? 0) + 1);
}

/** jekyll-contentblocks: `{% contentfor sidebar %}…{% endcontentfor %}` in a page, and `{% contentblock sidebar %}` in its layout. */
export default definePlugin({
  name: 'jekyll-contentblocks',
  isSafe: true,
  // What the text of a page leaves for its layout is not recorded.
  readsAreRecorded: false,
  tags: {
    contentfor: { parse: parseContentFor, isBlock: true },
    contentblock: { parse: parseContentBlock },
    ifhascontent: { parse: parseCondition(true), isBlock: true },
    ifnothascontent: { parse: parseCondition(false), isBlock: true },
  },
  hooks: [
    { owner: 'documents', event: 'pre_render', run: beginPage },
    { owner: 'pages', event: 'pre_render', run: beginPage },
  ],
});
