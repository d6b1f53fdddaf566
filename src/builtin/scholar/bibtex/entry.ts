import { Names } from './names.ts';
import { type FieldValue, StringName, type TextFilter, Value } from './value.ts';

/** The fields that hold people. */
const NAME_FIELDS = ['author', 'editor', 'translator', 'director', 'producer', 'composer'];
/** The names of strings for the months, which every style has in its own language. */
export const MONTHS: readonly string[] = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];
/** What a parent's field is called in its children. */
const ALIASES: ReadonlyMap<string, string> = new Map([['booktitle', 'title']]);

/** A month as the name of a string, if it begins with one or is a number. As in bibtex-ruby, month 0 is December. */
function readMonth(month: FieldValue): FieldValue {
  const text = month.text.trim();
  const [, name] = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/im.exec(text) ?? [];
  if (name !== undefined) return new Value([new StringName(month.text.slice(0, 3).toLowerCase())]);
  if (!/^\d\d?$/m.test(text) || month.kind === 'names') return month;
  const known = MONTHS.at(month.integer - 1);
  return known === undefined ? month : new Value([new StringName(known)]);
}

/** An entry of a bibliography: `@article{key, title = {…}}`. */
export class Entry {
  readonly type: string;
  readonly fields: Map<string, FieldValue>;
  key: string;
  /** Finds the entry that `crossref` names. */
  findParent: (key: string) => Entry | undefined = () => undefined;

  constructor(type: string, key: string, fields: Map<string, FieldValue>) {
    this.type = type;
    this.key = key;
    this.fields = fields;
  }

  get parent(): Entry | undefined {
    const key = this.fields.get('crossref');
    return key === undefined || key.text === '' ? undefined : this.findParent(key.text);
  }

  /** Whether the entry has the field, or one that stands in for it. */
  provides(name: string): boolean {
    return this.fields.has(name) || this.fields.has(ALIASES.get(name) ?? '');
  }

  /** The field, or one that stands in for it, for entries that refer to this one. */
  provide(name: string): FieldValue | undefined {
    return this.fields.get(name) ?? this.fields.get(ALIASES.get(name) ?? '');
  }

  /** A field of its own or of the entry it refers to. */
  get(name: string): FieldValue | undefined {
    return this.fields.get(name) ?? this.parent?.provide(name);
  }

  /** The fields that only the entry it refers to has. */
  get inheritedFields(): readonly string[] {
    const { parent } = this;
    if (parent === undefined) return [];
    const own = [...parent.fields.keys()].filter((name) => !this.fields.has(name));
    const aliases = [...ALIASES].filter(([, original]) => parent.fields.has(original)).map(([alias]) => alias);
    return [...own, ...aliases].sort();
  }

  /** A copy with all fields filtered; what it inherits is not. */
  filtered(filters: readonly TextFilter[]): Entry {
    return this.#copy([...this.fields].map(([name, value]) => [name, value.filtered(filters)] as const));
  }

  /** A copy without the fields of these names. */
  without(names: readonly string[]): Entry {
    return this.#copy([...this.fields].filter(([name]) => !names.includes(name)));
  }

  #copy(fields: Iterable<readonly [string, FieldValue]>): Entry {
    const copy = new Entry(this.type, this.key, new Map(fields));
    copy.findParent = this.findParent;
    return copy;
  }

  /** Turns the fields for people from texts into names, in which strings of these names are known. */
  parseNames(strings: ReadonlyMap<string, Value>): void {
    for (const field of NAME_FIELDS) {
      const value = this.fields.get(field);
      if (value?.kind === 'value') this.fields.set(field, Names.parse(value.replaced(strings).joined().text));
    }
  }

  /** Turns the month into the name of a string, and sets `month_numeric` to its number. */
  parseMonth(): void {
    const given = this.fields.get('month');
    this.fields.delete('month_numeric');
    if (given === undefined) return;
    const month = readMonth(given);
    this.fields.set('month', month);
    const number = MONTHS.indexOf(month.text) + 1;
    if (number > 0) this.fields.set('month_numeric', new Value([String(number)]));
  }

  replaceStrings(strings: ReadonlyMap<string, Value>): void {
    for (const [name, value] of this.fields) if (value.kind === 'value') this.fields.set(name, value.replaced(strings));
  }

  joinTokens(): void {
    for (const [name, value] of this.fields) if (value.kind === 'value') this.fields.set(name, value.joined());
  }

  /** A text by which duplicates are found: the type, and the values of these fields, or of all. */
  digest(fields: readonly string[]): string {
    const all = [...this.fields.keys(), ...this.inheritedFields].filter(
      (name) => fields.length === 0 || fields.includes(name),
    );
    return [this.type, ...[...all].sort().map((name) => `|${name}:${this.get(name)?.text ?? ''}`)].join('');
  }

  /** As it is written in a file of BibTeX. */
  write(quotes: readonly string[], filters: readonly TextFilter[]): string {
    const lines = [...this.fields].map(([name, value]) => `${name} = ${writeValue(value, quotes, filters)}`);
    const content = lines.join(',\n').replaceAll('\n', '\n  ');
    return `@${this.type}{${this.key},\n  ${content}\n}\n`;
  }
}

function writeValue(value: FieldValue, quotes: readonly string[], filters: readonly TextFilter[]): string {
  if (value.kind === 'names' || filters.length === 0) return value.quoted(quotes);
  const filtered = value.filtered(filters);
  return value.isAtomic && !value.hasNames ? filtered.quoted(quotes) : filtered.text;
}
