import { definePlugin, toText } from '../plugin/plugin.ts';

const LETTERS_AND_DIGITS = /[\p{Alphabetic}\p{Nd}]/gu;

/** Percent-encodes each byte of a character. */
function escapeBytes(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** jekyll-email-protect: `{{ address | encode_email }}` hides an address from simple harvesters. */
export default definePlugin({
  name: 'jekyll-email-protect',
  isSafe: true,
  filters: { encode_email: { apply: (input) => toText(input).replace(LETTERS_AND_DIGITS, escapeBytes) } },
});
