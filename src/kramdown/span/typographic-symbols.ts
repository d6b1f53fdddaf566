import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import { entityNamed } from '../entities.ts';
import type { Parser } from '../parser.ts';
import { newEntity } from './html-entity.ts';

const SYMBOL = /---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>/y;

const NAMES: Readonly<Record<string, string>> = {
  '---': 'mdash',
  '--': 'ndash',
  '...': 'hellip',
  '<< ': 'laquo_space',
  ' >>': 'raquo_space',
  '<<': 'laquo',
  '>>': 'raquo',
};

const ESCAPED: Readonly<Record<string, string>> = { '\\<<': 'lt', '\\>>': 'gt' };

function parseTypographicSymbols(parser: Parser): boolean {
  const symbol = parser.scanner.scan(SYMBOL)?.[0];
  if (symbol === undefined) return false;
  const { tree } = parser;
  const name = NAMES[symbol];
  if (name !== undefined) {
    tree.append(new Element('typographic_sym', name));
    return true;
  }
  const bracket = entityNamed(ESCAPED[symbol] ?? '');
  if (bracket !== undefined) tree.append(newEntity(bracket), newEntity(bracket));
  return true;
}

/** `--`, `---`, `...`, `<<` and `>>`. */
export const typographicSymbols: SpanRule = {
  name: 'typographic_syms',
  starts: ['--', '..', '<<', '>>', ' >', '\\<', '\\>'],
  parse: parseTypographicSymbols,
};
