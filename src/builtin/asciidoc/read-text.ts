import type { AsciidocText } from './package.ts';
import { showSpaces } from './spaces.ts';

/** A text that Asciidoctor has read, with its spaces as they were. */
export class ReadText {
  readonly #text: AsciidocText;

  constructor(text: AsciidocText) {
    this.#text = text;
  }

  get id(): string | undefined {
    return this.#text.getId();
  }

  get hasHeader(): boolean {
    return this.#text.hasHeader();
  }

  get title(): string | null {
    const title = this.#text.getDocumentTitle();
    return title === undefined ? null : showSpaces(title);
  }

  get source(): string {
    return showSpaces(this.#text.getSource());
  }

  /** The value of an attribute, or undefined. */
  attribute(name: string): unknown {
    return shown(this.#text.getAttribute(name));
  }

  get attributes(): readonly [name: string, value: unknown][] {
    return Object.entries(this.#text.getAttributes()).map(([name, value]) => [name, shown(value)]);
  }

  convert(): string {
    return showSpaces(this.#text.convert());
  }

  /** @param levels how deep it goes, instead of what the attribute `toclevels` says */
  outline(levels: string | undefined): string {
    const text = this.#text;
    const before = text.getAttribute('toclevels');
    if (levels !== undefined) text.setAttribute('toclevels', levels);
    try {
      return showSpaces(text.getConverter().convert(text, 'outline'));
    } finally {
      if (before === undefined) text.removeAttribute('toclevels');
      else text.setAttribute('toclevels', before);
    }
  }
}

const shown = (value: unknown): unknown => (typeof value === 'string' ? showSpaces(value) : value);
