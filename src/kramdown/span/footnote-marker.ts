import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const MARKER = /\[\^([0-9A-Za-z_][\w-]*)\]/y;

function parseFootnoteMarker(parser: Parser): boolean {
  const { scanner } = parser;
  const match = scanner.check(MARKER);
  if (match === null) return false;
  const { pos } = scanner;
  const [marker, name = ''] = match;
  scanner.pos = pos + marker.length;
  const definition = parser.footnotes.get(name);
  if (definition === undefined) {
    parser.warn(() => `Footnote definition for '${name}' not found on line ${scanner.lineAt(pos)}`);
    parser.addText(marker);
    return true;
  }
  definition.isReferenced = true;
  parser.tree.append(new Element('footnote', '', undefined, { name, footnote: definition.content }));
  return true;
}

/** `[^name]`. */
export const footnoteMarker: SpanRule = { name: 'footnote_marker', starts: ['[^'], parse: parseFootnoteMarker };
