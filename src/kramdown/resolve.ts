import type { Element } from './element.ts';
import type { Parser } from './parser.ts';
import { Scanner } from './scanner.ts';

/** Parses the spans of all raw text below an element, and applies the attribute lists of its blocks. */
export function resolve(parser: Parser, element: Element): void {
  const [only] = element.children;
  if (only?.kind === 'raw_text' && element.children.length === 1) {
    parseRawText(parser, only, element);
    element.children = only.children;
    return;
  }
  const resolved: Element[] = [];
  let lastBlank: Element | undefined;
  for (const child of element.children) {
    if (child.kind === 'blank') {
      if (lastBlank === undefined) {
        resolved.push(child);
        lastBlank = child;
      }
    } else if (child.kind === 'eob') {
      if (child.ial !== undefined) parser.applyIal(child.attributes, child.ial);
    } else {
      lastBlank = undefined;
      if (child.kind === 'raw_text') {
        parseRawText(parser, child, element);
        for (const span of child.children) resolved.push(span);
      } else {
        resolveBlock(parser, child);
        resolved.push(child);
      }
    }
  }
  element.children = resolved;
}

function parseRawText(parser: Parser, text: Element, parent: Element): void {
  parser.scanner = new Scanner(text.value, parent.location);
  parser.textKind = 'text';
  parser.inside = 0;
  parser.parseSpans(text);
}

function resolveBlock(parser: Parser, block: Element): void {
  resolve(parser, block);
  if (block.ial !== undefined) parser.applyIal(block.attributes, block.ial);
  const isStripped = parser.dialect.isGfm || parser.settings.auto_id_stripping;
  if (block.kind === 'dt' || (block.kind === 'header' && isStripped)) {
    block.set({ rawText: parser.dialect.plainText(block) });
  }
}
