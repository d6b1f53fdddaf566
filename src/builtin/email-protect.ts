import { definePlugin, percentEncode, toText } from '../plugin/plugin.ts';

const LETTERS_AND_DIGITS = /[\p{Alphabetic}\p{Nd}]/gu;

/** jekyll-email-protect: `{{ address | encode_email }}` hides an address from simple harvesters. */
export default definePlugin({
  name: 'jekyll-email-protect',
  isSafe: true,
  filters: { encode_email: { apply: (input) => toText(input).replace(LETTERS_AND_DIGITS, percentEncode) } },
});
