import { splitParts } from '../shared/split-parts.ts';
import { toInteger } from '../shared/to-integer.ts';
import { type Entry, MONTHS } from './bibtex/entry.ts';
import { Names } from './bibtex/names.ts';
import type { FieldValue } from './bibtex/value.ts';
import { CitedItem } from './csl/item.ts';
import {
  type DateParts,
  dateVariable,
  isNamesVariable,
  literalDate,
  namesVariable,
  textVariable,
  type Variable,
} from './csl/variables.ts';

/** The variables of CSL that fields of BibTeX become. */
const VARIABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    isbn: 'ISBN',
    booktitle: 'container-title',
    journal: 'container-title',
    journaltitle: 'container-title',
    series: 'collection-title',
    address: 'publisher-place',
    pages: 'page',
    number: 'issue',
    url: 'URL',
    doi: 'DOI',
    pmid: 'PMID',
    pmcid: 'PMCID',
    type: 'genre',
    school: 'publisher',
    institution: 'publisher',
    organization: 'publisher',
    howpublished: 'publisher',
    urldate: 'accessed',
  }),
);

const DATE_FIELDS = ['year', 'month', 'day', 'date'];

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    booklet: 'pamphlet',
    conference: 'paper-conference',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'paper-conference',
    manual: 'book',
    mastersthesis: 'thesis',
    phdthesis: 'thesis',
    proceedings: 'book',
    techreport: 'report',
    unpublished: 'manuscript',
    article: 'article-journal',
  }),
);

const GENRES: ReadonlyMap<string, string> = new Map(
  Object.entries({ mastersthesis: "Master's thesis", phdthesis: 'PhD thesis' }),
);
const CONFERENCES = ['conference', 'proceedings', 'inproceedings'];
const REPORTS = ['techreport', 'report'];

function toVariable(name: string, value: FieldValue | string): Variable {
  if (typeof value !== 'string' && value.kind === 'names') return namesVariable(value.names);
  const text = typeof value === 'string' ? value : value.text;
  return isNamesVariable(name) ? namesVariable(Names.parse(text).names) : textVariable(name, text);
}

/**
 * The variables of an entry. A variable that several fields would become takes the first one; as in bibtex-ruby the others
 * keep the field's own name, under which they win in the end if that is the variable's name.
 */
function readFields(entry: Entry): Map<string, FieldValue | string> {
  const variables = new Map<string, FieldValue | string>();
  const own = new Map<string, FieldValue>();
  const inherited = entry.inheritedFields.map((name) => [name, entry.parent?.provide(name)] as const);
  for (const [field, value] of [...entry.fields, ...inherited]) {
    if (value === undefined || DATE_FIELDS.includes(field)) continue;
    if (field === 'howpublished' && value.text.includes('url')) {
      variables.set('URL', /url\{?([^}]*)/.exec(value.text)?.[1] ?? '');
      continue;
    }
    const name = VARIABLES.get(field) ?? field;
    if (variables.has(name)) own.set(field, value);
    else variables.set(name, value);
  }
  for (const [field, value] of own) variables.set(field, value);
  return variables;
}

/** The dates of a text such as `2020-01-05/2020-02`: one, or the first and the last of a range. */
function dateParts(text: string): DateParts[] {
  return splitParts(text, '/').map((range) => splitParts(range, '-').map(toInteger));
}

/** As in bibtex-ruby, a day without a month that is known counts as the month. */
function readDate(entry: Entry): Variable | undefined {
  const date = entry.fields.get('date');
  if (date !== undefined) return dateVariable(dateParts(date.text));
  const year = entry.fields.get('year')?.text;
  if (year === undefined) return undefined;
  if (!/^\d+$/m.test(year)) return literalDate(year);
  const parts = [toInteger(year)];
  const month = entry.fields.get('month');
  if (month !== undefined) {
    const number = MONTHS.indexOf(month.text) + 1;
    if (number > 0) parts.push(number);
    const day = entry.fields.get('day');
    if (day !== undefined) parts.push(toInteger(day.text));
  }
  return dateVariable([parts]);
}

/** Adds the variables that only entries of some types have. */
function addOfType(entry: Entry, variables: Map<string, FieldValue | string>): void {
  const { type, fields } = entry;
  const [organization, publisher, address] = ['organization', 'publisher', 'address'].map((name) => fields.get(name));
  if (CONFERENCES.includes(type)) {
    if (organization !== undefined && publisher !== undefined) {
      variables.set('authority', organization);
      variables.set('publisher', publisher);
    }
    if (address !== undefined) variables.set('event-place', address);
  }
  const number = fields.get('number');
  if (REPORTS.includes(type) && number !== undefined) variables.set('number', number);
  const genre = GENRES.get(type);
  if (genre !== undefined && !variables.has('genre')) variables.set('genre', genre);
}

/** How an entry is cited. */
interface CitationDetails {
  /** Its number in the list of works, from 1. */
  readonly number: number | undefined;
  /** The place in the work, such as `12-14`. */
  readonly locator?: string | undefined;
  /** What the locator counts: `page`, `chapter`, … */
  readonly label?: string | undefined;
  readonly suppressesAuthor: boolean;
}

/** An entry as a style sees it, when it is cited. */
export function citeItem(entry: Entry, { number, locator, label, suppressesAuthor }: CitationDetails): CitedItem {
  const copy = entry.filtered([]);
  copy.parseNames(new Map());
  copy.parseMonth();
  const fields = readFields(copy);
  addOfType(copy, fields);
  const variables = new Map([...fields].map(([name, value]) => [name, toVariable(name, value)]));
  const issued = readDate(copy);
  if (issued !== undefined) variables.set('issued', issued);
  const accessed = fields.get('accessed');
  if (accessed !== undefined) {
    const text = typeof accessed === 'string' ? accessed : accessed.text;
    variables.set('accessed', /^[\d/ \t-\r-]+$/m.test(text) ? dateVariable(dateParts(text)) : literalDate(text));
  }
  variables.set('citation-number', textVariable('citation-number', number === undefined ? '' : String(number)));
  const item = new CitedItem(TYPES.get(copy.type) ?? copy.type, variables, { locator, label });
  if (suppressesAuthor) item.suppress(['author']);
  return item;
}
