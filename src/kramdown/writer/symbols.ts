import { UttersonError } from '../../errors.ts';
import { type Entity, entityAt, entityNamed } from '../entities.ts';
import type { Settings } from '../options.ts';
import { writeEntity } from './entity.ts';
import { escapeText } from './escape.ts';

const QUOTES = ['lsquo', 'rsquo', 'ldquo', 'rdquo'];

/**
 * The entity that the option `smart_quotes` sets for a quote.
 *
 * @throws {UttersonError} `KramdownError` where the option names no entity
 */
export function quoteEntity(quote: string, configured: Settings['smart_quotes']): Entity {
  const wanted = configured[QUOTES.indexOf(quote)] ?? quote;
  const entity = typeof wanted === 'number' ? entityAt(wanted) : entityNamed(wanted);
  if (entity !== undefined) return entity;
  throw new UttersonError('KramdownError', `Can't handle generic non-integer character reference '${wanted}'`, {
    hint: 'The option smart_quotes takes four names or numbers of HTML entities, with commas between them.',
  });
}

const ENTITIES: Readonly<Record<string, readonly string[]>> = {
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
};

/** A typographic symbol: the text that the option `typographic_symbols` sets for it, or its entities. */
export function writeSymbol(symbol: string, settings: Settings): string {
  const configured = settings.typographic_symbols.get(symbol);
  if (configured !== undefined) return escapeText(configured);
  let written = '';
  for (const name of ENTITIES[symbol] ?? [symbol]) {
    const entity = entityNamed(name);
    if (entity !== undefined) written += writeEntity(entity, settings.entity_output);
  }
  return written;
}
