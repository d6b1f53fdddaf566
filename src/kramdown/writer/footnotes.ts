import { Element } from '../element.ts';
import type { Settings } from '../options.ts';
import { writeEntity } from './entity.ts';
import { escapeText } from './escape.ts';

interface Footnote {
  readonly name: string;
  readonly content: Element;
  readonly number: number;
  /** The number of references after the first. */
  repeats: number;
}

type Convert = (element: Element, indent: number) => string;

/** Numbers footnotes in the order of their first references, and writes them at the end of the document. */
export class FootnoteList {
  private readonly footnotes: Footnote[] = [];
  private readonly byName = new Map<string, Footnote>();

  constructor(private readonly settings: Settings) {}

  /** The footnote's marker in the text. */
  mark(element: Element): string {
    const { footnote_prefix: prefix, footnote_link_text: format } = this.settings;
    const name = prefix + (element.options.name ?? '');
    let repeat = '';
    let footnote = this.byName.get(name);
    if (footnote !== undefined) repeat = `:${++footnote.repeats}`;
    else footnote = this.add(name, element);
    const text = format.replace(/%[s%]/g, (match) => (match === '%%' ? '%' : String(footnote.number)));
    return (
      `<sup id="fnref:${name}${repeat}">` +
      `<a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${text}</a></sup>`
    );
  }

  private add(name: string, element: Element): Footnote {
    const number = this.settings.footnote_nr + this.footnotes.length;
    const footnote = { name, content: element.options.footnote ?? element, number, repeats: 0 };
    this.footnotes.push(footnote);
    this.byName.set(name, footnote);
    return footnote;
  }

  /** All footnotes. The list grows as it is written, by those that are referred to in footnotes. */
  write(convert: Convert): string {
    const list = new Element('ol');
    const { footnote_nr: first } = this.settings;
    if (first !== 1) list.attributes.set('start', String(first));
    for (let index = 0; index < this.footnotes.length; index++) {
      const footnote = this.footnotes[index];
      if (footnote !== undefined) list.append(new Element('raw', convert(this.toItem(footnote), 4)));
    }
    if (list.children.length === 0) return '';
    return `<div class="footnotes" role="doc-endnotes">\n${convert(list, 2)}</div>\n`;
  }

  private toItem(footnote: Footnote): Element {
    const item = new Element('li');
    item.attributes.set('id', `fn:${footnote.name}`);
    item.children = footnote.content.children.map((child) => child.clone());
    const paragraph = this.findParagraph(item);
    const target = paragraph ?? new Element('p');
    if (paragraph === undefined) item.append(target);
    if (this.settings.footnote_backlink !== '') this.addBacklinks(footnote, target, paragraph !== undefined);
    return item;
  }

  /** The paragraph (or, with `footnote_backlink_inline`, the heading) at the end that gets the backlinks. */
  private findParagraph(item: Element): Element | undefined {
    const last = item.children[item.children.length - 1];
    if (last?.kind !== 'p' && !this.settings.footnote_backlink_inline) return undefined;
    let current = last;
    while (current !== undefined && current.kind !== 'p' && current.kind !== 'header') {
      current = current.children[current.children.length - 1];
    }
    return current;
  }

  private addBacklinks({ name, repeats }: Footnote, paragraph: Element, isInText: boolean): void {
    const space = writeEntity({ codePoint: 160, name: 'nbsp' }, this.settings.entity_output);
    const text = escapeText(this.settings.footnote_backlink);
    for (let index = 0; index <= repeats; index++) {
      const [before, id, shown] =
        index === 0
          ? [isInText ? space : '', name, text]
          : [space, `${name}:${index}`, `${text}<sup>${index + 1}</sup>`];
      const link = `${before}<a href="#fnref:${id}" class="reversefootnote" role="doc-backlink">${shown}</a>`;
      paragraph.append(new Element('raw', link));
    }
  }
}
