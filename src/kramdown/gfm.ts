import { downcase } from '../util/ruby-case.ts';
import { Element, isBlock, isSpan } from './element.ts';
import type { Settings } from './options.ts';

/** What has no place in an id; the second finds the same in ASCII, several times as fast. */
const NOT_IN_IDS = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;
const NOT_IN_ASCII_IDS = /[^\w\- \t]/g;
const NOT_ASCII = /[\u0080-\uffff]/;

/** Ids of headings as GitHub makes them: words and hyphens, with a number behind those that were there before. */
class IdMaker {
  private readonly used = new Map<string, number>();

  constructor(private readonly prefix: string) {}

  make(text: string): string {
    const id = downcase(text)
      .replace(NOT_ASCII.test(text) ? NOT_IN_IDS : NOT_IN_ASCII_IDS, '')
      .replace(/[ \t]/g, '-');
    const count = this.used.get(id) ?? 0;
    this.used.set(id, count + 1);
    return this.prefix + (count === 0 ? id : `${id}-${count}`);
  }
}

/** Ends a line of text with a line break, wherever a text has one that counts. */
function breakLines(parent: Element, text: Element, lineBreak: string): Element[] {
  const lines = text.value.split(lineBreak);
  const isLastOfBlock = isBlock(parent) && parent.children[parent.children.length - 1] === text;
  const breaks = lines[lines.length - 1] === '' && isLastOfBlock ? lines.length - 2 : lines.length - 1;
  return lines.flatMap((line, index) => {
    const part = new Element('text', index > 0 ? `\n${line}` : line);
    return index < breaks ? [part, new Element('br')] : [part];
  });
}

/** What GFM does to blocks: ids for headings, and line breaks (with `hard_wrap` at every end of a line). */
export class GfmUpdater {
  private readonly lineBreak: string;
  private readonly ids: IdMaker | undefined;

  constructor({ auto_ids, transliterated_header_ids, auto_id_prefix, hard_wrap }: Settings) {
    this.lineBreak = hard_wrap ? '\n' : '\\\n';
    this.ids = auto_ids && !transliterated_header_ids ? new IdMaker(auto_id_prefix) : undefined;
  }

  /** Updates a block whose spans are parsed. A heading that gets an id keeps its lines. */
  update(block: Element): void {
    if (block.kind === 'header' && this.ids !== undefined && block.ownAttributes?.has('id') !== true) {
      block.attributes.set('id', this.ids.make(block.options.rawText ?? ''));
    } else this.breakLinesIn(block);
  }

  private breakLinesIn(element: Element): void {
    const { children } = element;
    let replaced: Element[] | undefined;
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child === undefined) continue;
      const isBroken = child.kind === 'text' && child.value.includes(this.lineBreak);
      const lines = isBroken ? breakLines(element, child, this.lineBreak) : undefined;
      if (lines !== undefined) replaced ??= children.slice(0, index);
      if (replaced !== undefined) replaced.push(...(lines ?? [child]));
      if (child.kind !== 'html_element' && child.children.length > 0 && isSpan(child)) this.breakLinesIn(child);
    }
    if (replaced !== undefined) element.children = replaced;
  }
}
