import { encodeText, isUnicode } from '../util/encoding.ts';
import { PackedText } from '../util/packed-text.ts';

/** Where the texts of an item are found whose output of the build before still holds. */
export interface KeptTexts {
  readonly content: () => string;
  readonly output: () => string;
}

/** An item's body and output, set while it is rendered or fetched from the build before. */
export class ItemTexts {
  #content: string | PackedText | null;
  #output: string | PackedText | null = null;
  #kept: KeptTexts | null = null;
  #hasOwnContent = true;

  constructor(content: string | null) {
    this.#content = content;
  }

  get content(): string | null {
    if (!this.#hasOwnContent && this.#kept !== null) this.content = this.#kept.content();
    return unpack(this.#content);
  }

  set content(content: string | null) {
    this.#content = content;
    this.#hasOwnContent = true;
  }

  get output(): string | null {
    if (this.#output === null && this.#kept !== null) this.#output = this.#kept.output();
    return unpack(this.#output);
  }

  set output(output: string | null) {
    this.#output = output;
    if (output !== null) this.#kept = null;
  }

  /**
   * Keeps the texts in little memory from now on.
   *
   * @param content what the body is, where somebody else holds it too
   */
  pack(content: PackedText | undefined): void {
    if (this.#hasOwnContent && typeof this.#content === 'string')
      this.#content = content ?? new PackedText(this.#content);
    if (typeof this.#output === 'string') this.#output = new PackedText(this.#output);
  }

  /** The output as it is written. */
  encodedOutput(encoding: string): Uint8Array {
    const output = this.#output;
    return output instanceof PackedText && isUnicode(encoding) ? output.bytes : encodeText(this.output ?? '', encoding);
  }

  /** Back to the source text, for the item to be rendered again. */
  restart(content: string | null): void {
    this.#kept = null;
    this.#output = null;
    this.content = content;
  }

  get isRendered(): boolean {
    return this.#kept !== null || this.#output !== null;
  }

  get isKept(): boolean {
    return this.#kept !== null;
  }

  keep(texts: KeptTexts): void {
    this.#kept = texts;
    this.#hasOwnContent = false;
  }
}

function unpack(text: string | PackedText | null): string | null {
  return text === null ? null : text.toString();
}
