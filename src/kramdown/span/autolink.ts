import { UnicodePattern } from '../../util/unicode-pattern.ts';
import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const SCHEME = /<(?:mailto|https?|ftps?):/y;
/** What may be an address; V8 compiles {@link MAIL_ADDRESS} only if there is one. */
const SIGN_BETWEEN_TEXTS = /<([^\s<>@]+@[^\s<>@]+)>/y;
const MAIL_ADDRESS = new UnicodePattern(String.raw`^[\p{Alphabetic}\p{Nd}\-_.]+@[\p{Alphabetic}\p{Nd}\-_.]+$`);

/** The end of `<http:…>`: the next `>` in the line, after at least one character. */
function findEnd({ scanner }: Parser, from: number): number {
  const close = scanner.find('>', from);
  if (close === -1) return -1;
  const newline = scanner.find('\n', from - 1);
  return newline !== -1 && newline < close ? -1 : close;
}

function addLink(parser: Parser, address: string, href: string): void {
  const { scanner, tree } = parser;
  const element = new Element('a', '', undefined, undefined, new Map([['href', href]]));
  parser.addText(address.replace(/^mailto:/, ''), element);
  scanner.pos += address.length + 2;
  tree.append(element);
}

function parseAutolink(parser: Parser): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const scheme = scanner.check(SCHEME);
  const end = scheme === null ? -1 : findEnd(parser, pos + scheme[0].length + 1);
  if (end !== -1) {
    const address = text.slice(pos + 1, end);
    addLink(parser, address, address);
    return true;
  }
  const address = scanner.check(SIGN_BETWEEN_TEXTS)?.[1];
  if (address === undefined || !MAIL_ADDRESS.for(address).test(address)) return false;
  addLink(parser, address, `mailto:${address}`);
  return true;
}

/** `<https://example.org>` and `<name@example.org>`. */
export const autolink: SpanRule = { name: 'autolink', starts: ['<'], parse: parseAutolink };
