import { definePlugin, type TagParser, TOOLS } from '../../plugin/plugin.ts';

const PARAGRAPH_TAG = /<\/?p[^>]*>/g;

const parseDetails: TagParser = (tag) => {
  const body = tag.parseBody();
  return {
    render(context) {
      const tools = context.register(TOOLS);
      const summary = tools
        .convert('.md', tag.markup)
        .replace(PARAGRAPH_TAG, '')
        .replace(/\r?\n$/, '');
      return `<details><summary>${summary}</summary>${tools.convert('.md', body.render(context))}</details>`;
    },
  };
};

/** `details.rb`: `{% details A summary %} … {% enddetails %}`, both of them Markdown. */
export default definePlugin({
  name: 'details.rb',
  readsAreRecorded: true,
  tags: { details: { parse: parseDetails, isBlock: true } },
});
