import type { NameParts } from '../bibtex/names.ts';

/** A person, or what stands for one. */
export interface PersonName {
  family: string | undefined;
  given: string | undefined;
  particle: string | undefined;
  suffix: string | undefined;
}

/** A date: the year, and as far as known the month and the day, each from 1. */
export type DateParts = readonly number[];

/** The value of a variable of CSL. */
export type Variable =
  | { readonly kind: 'text' | 'number'; text: string }
  | { readonly kind: 'names'; readonly names: readonly PersonName[] }
  | { readonly kind: 'date'; readonly parts: readonly DateParts[]; readonly literal: string | undefined };

const NUMBERS: ReadonlySet<string> = new Set([
  ...['chapter-number', 'collection-number', 'edition', 'issue', 'number', 'number-of-pages', 'number-of-volumes'],
  'volume',
]);
const NAMES: ReadonlySet<string> = new Set([
  ...['author', 'collection-editor', 'composer', 'container-author', 'recipient', 'editor', 'editorial-director'],
  ...['illustrator', 'interviewer', 'original-author', 'translator', 'director', 'reviewed-author'],
]);

/** Whether a variable of this name holds people. */
export function isNamesVariable(name: string): boolean {
  return NAMES.has(name);
}

/** The value of a variable that holds a text, or a number if those of this name do. */
export function textVariable(name: string, text: string): Variable {
  return { kind: NUMBERS.has(name) ? 'number' : 'text', text };
}

/** People, with the names that CSL gives to the parts of a name. */
export function namesVariable(names: readonly NameParts[]): Variable {
  return {
    kind: 'names',
    names: names.map(({ first, last, prefix, suffix }) => ({ given: first, family: last, particle: prefix, suffix })),
  };
}

/** One date, or the first and the last of a range. */
export function dateVariable(parts: readonly DateParts[]): Variable {
  return { kind: 'date', parts, literal: undefined };
}

/** A date that only its author understands, such as `in press`. */
export function literalDate(literal: string): Variable {
  return { kind: 'date', parts: [], literal };
}

/** Whether a variable counts as if the work did not have it. */
export function isEmptyVariable(variable: Variable): boolean {
  switch (variable.kind) {
    case 'names':
      return variable.names.length === 0;
    case 'date':
      return variable.parts.every((part) => part.length === 0) && !isAffirmed(variable.literal ?? '');
    default:
      return variable.text === '';
  }
}

/** As in citeproc, a text such as `no` or `never` counts as if there were none, where only its presence is asked for. */
export function isAffirmed(text: string): boolean {
  return text !== '' && !/^(?:false|no|never)$/im.test(text);
}

/** The text of a variable, as `text` prints it. */
export function variableText(variable: Variable | undefined): string {
  if (variable === undefined) return '';
  switch (variable.kind) {
    case 'names':
      return namesText(variable.names);
    case 'date':
      if (isAffirmed(variable.literal ?? '')) return variable.literal ?? '';
      return `[${variable.parts.map((part) => `[${part.join(', ')}]`).join(', ')}]`;
    default:
      return variable.text;
  }
}

/** How many names are too many to print all of them, and how many are printed then. */
const MANY = 5;
const SHOWN = 3;

/** Names printed without a style. */
function namesText(names: readonly PersonName[]): string {
  const texts = names.map(({ given, family }) =>
    [given, family].filter((part) => part !== undefined && part !== '').join(' '),
  );
  if (texts.length >= MANY) return `${texts.slice(0, SHOWN).join(', ')}, et al.`;
  if (texts.length < SHOWN) return texts.join(' & ');
  return `${texts.slice(0, -1).join(', ')}, & ${texts.at(-1)}`;
}

const NUMBER_SEPARATOR = /[ \t-\r]*[,&-][ \t-\r]*/;
const PLURAL = /[^ \t-\r][ \t-\r,&–-][^ \t-\r]|\df/;

/** Numbers with letters around them, such as `2b`, separated by commas, dashes and ampersands. */
function isNumericText(text: string): boolean {
  return text.split(NUMBER_SEPARATOR).every((part) => /^[\w.:;]+$/.test(part) && /\d/.test(part));
}

/** Whether a variable holds numbers and nothing else, on one of its lines at least. */
export function isNumericVariable(variable: Variable | undefined): boolean {
  if (variable?.kind !== 'text' && variable?.kind !== 'number') return false;
  return (
    isNumericText(variable.text) || (variable.text.includes('\n') && variable.text.split('\n').some(isNumericText))
  );
}

/** Whether a text such as `3-5` or `12f` means several. */
export function isPluralText(text: string): boolean {
  return PLURAL.test(text);
}

/** Whether a label for the variable is in the plural. */
export function isPluralVariable(variable: Variable): boolean {
  if (variable.kind === 'names') return variable.names.length > 1;
  if (variable.kind === 'date') return (variable.parts[1]?.length ?? 0) > 0;
  return isNumericVariable(variable) && isPluralText(variable.text);
}
