import { decodeUtf8, encodeUtf8 } from './encoding.ts';

/**
 * A text held as UTF-8, outside of JavaScript's heap. A string with a single typographic quote takes two bytes a
 * character there, and a site's pages have many.
 *
 * @example
 * String(new PackedText('“Hello”')) // '“Hello”'
 */
export class PackedText {
  /** The text in UTF-8. */
  readonly bytes: Buffer;

  constructor(text: string | Buffer) {
    this.bytes = typeof text === 'string' ? (text.isWellFormed() ? pack(text) : encodeUtf8(text)) : text;
  }

  /**
   * Packs a part of this text into the same memory: the body of a page is in the page once more, and of a large site
   * that is a third of all there is.
   *
   * @param whole this text
   * @param part a text that gets memory of its own where it is no part
   */
  packPart(whole: string, part: string): PackedText {
    const at = isHalved(part) || !whole.isWellFormed() ? -1 : whole.indexOf(part);
    if (at === -1) return new PackedText(part);
    const start = Buffer.byteLength(whole.slice(0, at));
    return new PackedText(this.bytes.subarray(start, start + Buffer.byteLength(part)));
  }

  /** Where a part begins that was packed into this memory, in bytes; undefined for a text that has memory of its own. */
  startOf({ bytes }: PackedText): number | undefined {
    const start = bytes.byteOffset - this.bytes.byteOffset;
    const isInside = bytes.buffer === this.bytes.buffer && start >= 0 && start + bytes.length <= this.bytes.length;
    return isInside ? start : undefined;
  }

  toString(): string {
    return decodeUtf8(this.bytes);
  }
}

/** Texts share large pieces of memory: one for each text costs more than to write it, and has garbage collected more often. */
const SLAB = 2 ** 21;
const MOST_BYTES_A_UNIT = 3;
let slab = Buffer.alloc(0);
let used = 0;

function pack(text: string): Buffer {
  const most = text.length * MOST_BYTES_A_UNIT;
  if (most > SLAB / 8) return Buffer.from(text);
  if (used + most > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB);
    used = 0;
  }
  const start = used;
  used += slab.write(text, start);
  return slab.subarray(start, used);
}

/** Whether a text begins or ends with half a character, which takes other bytes where the other half stands beside it. */
function isHalved(text: string): boolean {
  return /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(0, 1) + text.slice(-1));
}
