import { strip } from '../../util/values/ruby-text.ts';
import { findAbbreviation } from '../abbreviations.ts';
import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

function parseAbbreviationDefinition(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const start = skipIndent(text, pos);
  if (!text.startsWith('*[', start)) return false;
  const lineEnd = text.indexOf('\n', start);
  const close = text.slice(start + 3, lineEnd).indexOf(']:') + start + 3;
  if (lineEnd === -1 || close < start + 3) return false;
  const { line } = scanner;
  scanner.pos = lineEnd + 1;
  const name = text.slice(start + 2, close);
  if (findAbbreviation(parser.abbreviations, name) !== undefined) {
    parser.warn(() => `Duplicate abbreviation ID '${name}' on line ${line} - overwriting`);
  }
  const element = parser.newBlock('eob', 'abbrev_def');
  tree.append(element);
  parser.abbreviations.set(name, { text: strip(text.slice(close + 2, lineEnd)), element });
  return true;
}

/** `*[HTML]: Hyper Text Markup Language` */
export const abbreviationDefinition: BlockRule = {
  name: 'abbrev_definition',
  first: '*',
  parse: parseAbbreviationDefinition,
};
