import { definePlugin, toText } from '../plugin/plugin.ts';

const LETTERS_AND_DIGITS = /[\p{Alphabetic}\p{Nd}]/gu;

/** Each byte of a character as `%` and two digits. */
function escapeBytes(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** jekyll-email-protect: `{{ address | encode_email }}`, an address that robots do not read. */
export default definePlugin({
  name: 'jekyll-email-protect',
  isSafe: true,
  readsAreRecorded: true,
  filters: { encode_email: { apply: (input) => toText(input).replace(LETTERS_AND_DIGITS, escapeBytes) } },
});
