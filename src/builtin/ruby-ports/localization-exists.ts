import { asHash, definePlugin, dig, SITE, type TagParser } from '../../plugin/plugin.ts';

const parseLocalizationExists: TagParser = (tag) => {
  const markup = tag.parseContext.liquid.parseTemplate(tag.markup.trim());
  return {
    render(context) {
      const names = markup.renderIn(context).split('.');
      const languages = context.register(SITE).config.get('languages');
      if (names.length === 1 || !Array.isArray(languages)) return 'false';
      let texts = dig(context.find('site'), 'data', String(languages[0]), 'strings');
      for (const name of names) {
        if (!(texts instanceof Map) || !texts.has(name)) return 'false';
        texts = asHash(texts).get(name);
      }
      return 'true';
    },
  };
};

/** `localization-exists.rb`: whether the strings of the site's first language have a text: `{% localization_exists nav.home %}`. */
export default definePlugin({
  name: 'localization-exists.rb',
  readsAreRecorded: true,
  tags: { localization_exists: { parse: parseLocalizationExists } },
});
