import { percentEncode } from '../../util/percent-encode.ts';
import { LiquidError } from '../liquid-error.ts';

const NOT_PLAIN = /[^a-zA-Z0-9_.\-~ ]+/gu;

/**
 * CGI.escape: form encoding, in which a space becomes a plus sign.
 *
 * @example
 * encodeUrl('a b/é') // 'a+b%2F%C3%A9'
 */
export function encodeUrl(text: string): string {
  return text.replace(NOT_PLAIN, percentEncode).replaceAll(' ', '+');
}

const ENCODED = /(?:%[\da-fA-F]{2})+/g;

/**
 * CGI.unescape.
 *
 * @throws {LiquidError} where the decoded bytes are not valid UTF-8
 */
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
