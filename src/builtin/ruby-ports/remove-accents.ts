import { definePlugin, toText, transliterate } from '../../plugin/plugin.ts';

/** `remove-accents.rb`: `{{ 'Ærø' | remove_accents }}` is `AEro`. */
export default definePlugin({
  name: 'remove-accents.rb',
  readsAreRecorded: true,
  filters: { remove_accents: { apply: (input) => transliterate(toText(input)) } },
});
