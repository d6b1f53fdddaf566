import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';
import { lineOf } from '../scanner.ts';

const MARKER = /\[\^([0-9A-Za-z_][\w-]*)\]/y;

function parseFootnoteMarker(parser: Parser): boolean {
  const { scanner } = parser;
  const match = scanner.check(MARKER);
  if (match === null) return false;
  const location = scanner.here;
  const [marker, name = ''] = match;
  scanner.pos += marker.length;
  const definition = parser.footnotes.get(name);
  if (definition === undefined) {
    parser.warn(() => `Footnote definition for '${name}' not found on line ${lineOf(location)}`);
    parser.addText(marker);
    return true;
  }
  definition.isReferenced = true;
  parser.tree.append(new Element('footnote', '', undefined, { name, footnote: definition.content }));
  return true;
}

/** `[^name]`. */
export const footnoteMarker: SpanRule = { name: 'footnote_marker', starts: ['[^'], parse: parseFootnoteMarker };
