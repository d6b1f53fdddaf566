import { type PluginTools, UttersonError } from '../../plugin/plugin.ts';
import { setContent } from '../shared/html/edit.ts';
import type { HtmlElement, HtmlNode } from '../shared/html/node.ts';
import { parseHtml } from '../shared/html/parse-html.ts';
import { writeContent, writeHtml } from '../shared/html/write-html.ts';
import { findAttributeLists } from './attribute-lists.ts';
import { MARKS, markFor } from './exclusions.ts';
import { SPACES, stripLines } from './lines.ts';

/** Reads the content of a cell as Markdown, except for code. */
export function formatCell(cell: HtmlElement, tools: PluginTools): void {
  const { text, pieces } = withoutCode(writeContent(cell));
  let markdown = stripLines(text.replace(/(?<!\\)\|/g, '\\|'))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  // As in the gem, a mark that was left in the text before takes the place of one of these.
  for (const [id, piece] of [...pieces.entries()].reverse()) {
    markdown = markdown.replace(markFor(MARKS.table, id), () => piece);
  }
  setContent(cell, contentOfBlocks(parseHtml(tools.convert('.md', markdown))));
}

/** As in the gem, what begins with a paragraph loses the tags of all its blocks. */
function contentOfBlocks(nodes: readonly HtmlNode[]): string {
  const [first] = nodes;
  if (first?.kind !== 'element' || first.name !== 'p') return writeHtml(nodes);
  return nodes.map((node) => (node.kind === 'element' ? writeContent(node) : '')).join('');
}

/** Takes code out of a text. On each line it is everything from the first start tag to the last end tag. */
function withoutCode(html: string): { text: string; pieces: string[] } {
  const pieces: string[] = [];
  const lines = html.split('\n').map((line) => {
    const end = line.lastIndexOf('</code>');
    const start = line.indexOf('<code');
    if (start === -1 || end < start || line.lastIndexOf('>', end - 1) < start) return line;
    const rest = end + '</code>'.length;
    pieces.push(line.slice(start, rest));
    return line.slice(0, start) + markFor(MARKS.table, pieces.length - 1) + line.slice(rest);
  });
  return { text: lines.join('\n'), pieces };
}

/** How many lists of attributes may be applied to a cell. */
const MOST_LISTS = 1_000;
const WORD = `[^${SPACES}]+`;
const ATTRIBUTE = new RegExp(`(${WORD})=(”|"|')([^\\n]*?)\\2|(${WORD})`, 'g');

/** Sets the attributes in the lists of a cell, and takes the lists out of it. */
export function applyAttributeLists(cell: HtmlElement, named: ReadonlyMap<string, string>): void {
  const content = writeContent(cell);
  const writer = new AttributeWriter(cell, named);
  let rest = content;
  for (const { source, name, list } of findAttributeLists(content)) {
    if (name === undefined) writer.apply(list);
    rest = rest.replace(source, '');
  }
  setContent(cell, rest);
}

class AttributeWriter {
  readonly #attributes: Map<string, string | null>;
  readonly #named: ReadonlyMap<string, string>;
  #applied = 0;

  constructor({ attributes }: HtmlElement, named: ReadonlyMap<string, string>) {
    this.#attributes = attributes;
    this.#named = named;
  }

  /** `#id`, `.class`, `key="value"`, or the name of another list. */
  apply(list: string): void {
    if (++this.#applied > MOST_LISTS) {
      throw new UttersonError('AttributeLists', 'A list of attributes of a table contains itself.', {
        hint: 'A list such as {:name: .class} may name others, but none that leads back to it.',
      });
    }
    for (const [, key, , value = '', word = ''] of list.matchAll(ATTRIBUTE)) {
      if (key !== undefined) this.#add(key, value);
      else if (word.startsWith('#')) this.#attributes.set('id', word.slice(1));
      else if (word.startsWith('.')) this.#add('class', word.slice(1), ' ');
      else {
        const other = this.#named.get(word);
        if (other !== undefined) this.apply(other);
      }
    }
  }

  #add(key: string, value: string, separator = ''): void {
    const old = this.#attributes.get(key) ?? '';
    this.#attributes.set(key, old === '' ? value : `${old}${separator}${value}`);
  }
}
