import type { Entry } from './bibtex/entry.ts';
import { NAME_PARTS } from './bibtex/names.ts';
import { findFilters } from './filters.ts';
import type { Settings } from './settings.ts';

/** An entry as templates see it: its fields, with the filters of the settings applied, and the parts of each name. */
export function entryHash(entry: Entry, settings: Settings): Map<unknown, unknown> {
  const filters = findFilters(settings, 'bibtex_filters');
  const raw = findFilters(settings, 'raw_bibtex_filters');
  const hash = new Map<unknown, unknown>([
    ['key', entry.key],
    ['type', entry.type],
    ['bibtex', entry.without(settings.list('bibtex_skip_fields')).write(settings.list('bibtex_quotes'), raw)],
  ]);
  for (const [field, own] of entry.fields) {
    const value = own.filtered(filters);
    hash.set(field, value.text);
    if (value.kind === 'value') continue;
    const people: Map<unknown, unknown>[] = [];
    hash.set(`${field}_array`, people);
    for (const [index, name] of value.names.entries()) {
      const person = new Map<unknown, unknown>();
      people.push(person);
      for (const part of NAME_PARTS) {
        hash.set(`${field}_${index}_${part}`, name[part] ?? '');
        person.set(part, name[part] ?? '');
      }
    }
  }
  return hash;
}
