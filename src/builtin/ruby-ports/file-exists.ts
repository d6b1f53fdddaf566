import { definePlugin, SITE, strip, type TagParser } from '../../plugin/plugin.ts';

const parseFileExists: TagParser = (tag) => {
  const markup = tag.parseContext.liquid.parseTemplate(tag.markup);
  return {
    render(context) {
      const site = context.register(SITE);
      const path = site.inSource(strip(markup.renderIn(context)));
      for (const kind of ['file', 'folder'] as const) site.noteRead(`${kind}:${path}`);
      return String(site.tree.status(path) !== undefined);
    },
  };
};

/** `file-exists.rb`: `{% file_exists assets/pdf/{{ entry.pdf }} %}` is `true` or `false`. Looks into the source only. */
export default definePlugin({
  name: 'file-exists.rb',
  readsAreRecorded: true,
  tags: { file_exists: { parse: parseFileExists } },
});
