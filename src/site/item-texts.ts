/** Where the texts of an item are found whose output of the build before still holds. */
export interface KeptTexts {
  readonly content: () => string;
  readonly output: () => string;
}

/** An item's body and output, set while it is rendered or fetched from the build before. */
export class ItemTexts {
  #content: string | null;
  #output: string | null = null;
  #kept: KeptTexts | null = null;
  #hasOwnContent = true;

  constructor(content: string | null) {
    this.#content = content;
  }

  get content(): string | null {
    if (!this.#hasOwnContent && this.#kept !== null) this.content = this.#kept.content();
    return this.#content;
  }

  set content(content: string | null) {
    this.#content = content;
    this.#hasOwnContent = true;
  }

  get output(): string | null {
    if (this.#output === null && this.#kept !== null) this.#output = this.#kept.output();
    return this.#output;
  }

  set output(output: string | null) {
    this.#output = output;
    if (output !== null) this.#kept = null;
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
