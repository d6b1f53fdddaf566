import {
  type Document,
  dig,
  type FilterFunction,
  inspect,
  isNil,
  isTruthy,
  toText,
  UttersonError,
} from '../../../plugin/plugin.ts';
import { type ExpressionPlace, readRubyExpression } from '../../shared/ruby-expression.ts';
import { rubyPattern } from '../../shared/ruby-pattern.ts';
import { withoutEmpty } from './lists.ts';

/** What an item of a list may be: a hash, or a document of a collection, which Ruby takes for its front matter. */
type Fields = (key: string) => unknown;

function isDocument(item: unknown): item is Document {
  return typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'document';
}

function noFields(item: unknown): UttersonError {
  return new UttersonError('TypeError', `data_filter: ${inspect(item)} has no fields.`, {
    hint: 'It takes lists of hashes from _data, and documents of collections.',
  });
}

/** `"publisher: bioRxiv, date: ^2020"`: fields that have to match patterns; one without a pattern must be nil. */
export const filterByPatterns: FilterFunction = (data, [filters]) => {
  if (!Array.isArray(data) || typeof filters !== 'string') return data;
  const conditions = withoutEmpty(filters.split(',')).map((filter) => withoutEmpty(toText(filter).split(':')));
  return conditions.reduce<readonly unknown[]>((items, [key, source]) => {
    const pattern = source === undefined ? undefined : rubyPattern(`(?m)${toText(source)}`);
    return items.filter((item) => {
      const value = fieldsOf(item)(toText(key));
      return pattern === undefined ? isNil(value) : toText(value).search(pattern) !== -1;
    });
  }, data);
};

function fieldsOf(item: unknown): Fields {
  if (item instanceof Map) return (key) => item.get(key);
  if (!isDocument(item)) throw noFields(item);
  noteFrontMatter(item);
  return (key) => item.value(key);
}

/** A document's own data are read past the door that templates use. */
function noteFrontMatter(document: Document): void {
  dig(document, 'title');
}

const PLACE: ExpressionPlace = {
  where: 'data_filter',
  examples: `role == 'pi', !group, year >= 2020 and title =~ /^The/i, joined with and, or, not and parentheses`,
};

/** `"role == 'pi'"`: a condition in Ruby. The fields are its names, with `_` for what a name in Ruby cannot have. */
export const filterByCondition: FilterFunction = (data, [filter]) => {
  if (typeof filter !== 'string') return data;
  if (!Array.isArray(data)) throw noFields(data);
  const condition = readRubyExpression(filter, PLACE);
  return data.filter((item) => {
    const fields = namedFields(item);
    return isTruthy(condition((name) => fields.get(name)));
  });
};

function namedFields(item: unknown): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const all = new Map(entriesOf(item));
  for (const [key, value] of all) {
    const name = toText(key)
      .replace(/[^a-z]+/gi, '_')
      .replace(/^_|_$/g, '');
    if (!/^[a-z_]/.test(name)) throw badName(key);
    fields.set(name, value);
  }
  fields.set('item', all);
  return fields;
}

function entriesOf(item: unknown): Iterable<readonly [unknown, unknown]> {
  if (item instanceof Map) return item;
  if (!isDocument(item)) throw noFields(item);
  noteFrontMatter(item);
  const defaults = item.isYaml ? [] : item.defaults.all();
  return new Map<unknown, unknown>([...defaults, ...item.data]);
}

function badName(key: unknown): UttersonError {
  return new UttersonError('NameError', `data_filter: the field ${inspect(key)} cannot be a name in Ruby.`, {
    hint: 'Begin it with a small letter.',
  });
}
