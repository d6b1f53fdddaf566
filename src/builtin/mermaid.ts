import { definePlugin, dig, SITE, type TagParser, toText, UttersonError } from '../plugin/plugin.ts';

const parseMermaid: TagParser = (tag) => {
  const body = tag.parseBody();
  return {
    render(context) {
      const config = context.register(SITE).config.get('mermaid');
      if (!(config instanceof Map)) {
        throw new UttersonError('InvalidConfiguration', 'jekyll-mermaid needs the address of Mermaid.', {
          hint: 'Set it in _config.yml: `mermaid: { src: https://unpkg.com/mermaid/dist/mermaid.min.js }`.',
        });
      }
      return `<script src="${toText(dig(config, 'src'))}"></script><div class="mermaid">${body.render(context)}</div>`;
    },
  };
};

/** jekyll-mermaid: `{% mermaid %}…{% endmermaid %}`, a diagram that the browser draws. */
export default definePlugin({
  name: 'jekyll-mermaid',
  isSafe: true,
  tags: { mermaid: { parse: parseMermaid, isBlock: true } },
});
