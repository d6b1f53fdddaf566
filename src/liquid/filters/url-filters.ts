import { LiquidError } from '../liquid-error.ts';

const NOT_PLAIN = /[^a-zA-Z0-9_.\-~ ]+/gu;

/**
 * CGI.escape: a form's encoding, where a space is a plus sign.
 *
 * @example
 * encodeUrl('a b/é') // 'a+b%2F%C3%A9'
 */
export function encodeUrl(text: string): string {
  return text.replace(NOT_PLAIN, percentEncode).replaceAll(' ', '+');
}

function percentEncode(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

const ENCODED = /(?:%[\da-fA-F]{2})+/g;

/** CGI.unescape, and an error where the bytes are no UTF-8. */
export function decodeUrl(text: string): string {
  return text.replaceAll('+', ' ').replace(ENCODED, (run) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        Buffer.from(run.replaceAll('%', ''), 'hex'),
      );
    } catch (error) {
      throw new LiquidError('ArgumentError', 'invalid byte sequence in UTF-8', error);
    }
  });
}
