import { UnicodePattern } from '../util/unicode-pattern.ts';
import { downcase } from '../util/values/ruby-case.ts';
import { Element, isBlock, isSpan } from './element.ts';
import type { Settings } from './options.ts';

/** Characters that are removed from ids. */
const NOT_IN_IDS = new UnicodePattern(String.raw`[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]`, 'g');

/** Makes ids of headings as GitHub does: words and hyphens, with a number after an id that is already taken. */
export class GithubIds {
  private readonly used = new Map<string, number>();

  constructor(private readonly prefix = '') {}

  make(text: string): string {
    const id = downcase(text).replace(NOT_IN_IDS.for(text), '').replace(/[ \t]/g, '-');
    const count = this.used.get(id) ?? 0;
    this.used.set(id, count + 1);
    return this.prefix + (count === 0 ? id : `${id}-${count}`);
  }
}

/** Splits a text at its line breaks, with a `br` element at the end of each line. */
function breakLines(parent: Element, text: Element, lineBreak: string): Element[] {
  const lines = text.value.split(lineBreak);
  const isLastOfBlock = isBlock(parent) && parent.children[parent.children.length - 1] === text;
  const breaks = lines[lines.length - 1] === '' && isLastOfBlock ? lines.length - 2 : lines.length - 1;
  return lines.flatMap((line, index) => {
    const part = new Element('text', index > 0 ? `\n${line}` : line);
    return index < breaks ? [part, new Element('br')] : [part];
  });
}

/** GFM's changes to blocks: GitHub's ids for headings, and line breaks (with `hard_wrap` at the end of every line). */
export class GfmUpdater {
  private readonly ids: GithubIds | undefined;

  constructor(
    { auto_ids, auto_id_prefix }: Settings,
    private readonly lineBreak: string,
  ) {
    this.ids = auto_ids ? new GithubIds(auto_id_prefix) : undefined;
  }

  /**
   * Updates a block whose spans are parsed. As in the GFM parser, a heading that gets its id here gets no line breaks.
   *
   * @returns whether blocks inside it are updated as well: not those in such a heading
   */
  update(block: Element): boolean {
    if (block.kind === 'header' && this.ids !== undefined && block.ownAttributes?.has('id') !== true) {
      block.attributes.set('id', this.ids.make(block.options.rawText ?? ''));
      return false;
    }
    this.breakLinesIn(block);
    return true;
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
