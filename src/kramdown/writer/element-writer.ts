import type { Element } from '../element.ts';
import type { Settings } from '../options.ts';
import type { Highlighted } from './code.ts';
import type { TocEntry } from './toc.ts';

/** Writes elements of some kinds in the place of kramdown's own writer, as a class made of `Kramdown::Converter::Html` does. */
export interface ElementWriter {
  readonly kinds: ReadonlySet<string>;
  /** @param indent how many spaces a block begins with */
  write(element: Element, indent: number, own: OwnWriter): string;
}

/** What an `ElementWriter` may ask of the writer whose place it takes. */
export interface OwnWriter {
  readonly settings: Settings;
  /** The HTML of an element, by kramdown itself; what is in it goes through the `ElementWriter` again. */
  convert(element: Element, indent: number): string;
  /** The HTML of what is in an element. */
  inner(element: Element, indent: number): string;
  /** The id of a heading with this text, which no other heading of the document has. */
  makeId(text: string): string;
  highlight(code: string, language: string | undefined, kind: 'block' | 'span'): Highlighted | undefined;
  addToToc(entry: TocEntry): void;
}
