import { UttersonError } from '../../plugin/plugin.ts';
import { IN_WORD } from '../shared/word-class.ts';

/** What may stand in a tag of jekyll-scholar, besides keys. */
export interface TagArguments {
  /** Whether only works that the page has cited are listed. */
  cited: boolean;
  /** Whether works keep the order of the bibliography, or in which they are cited. */
  skipsSort: boolean;
  /** Whether what the page has cited so far is forgotten after the list. */
  clears: boolean;
  removesDuplicates: boolean;
  /** The fields in which duplicates agree; empty for `year` and `title`. */
  matchFields: readonly string[];
  suppressesAuthor: boolean;
  files: string[];
  query: string | undefined;
  listTag: string | undefined;
  prefix: string | undefined;
  text: string | undefined;
  locators: string[];
  labels: string[];
  offset: number;
  max: number | undefined;
  style: string | undefined;
  groupBy: string | undefined;
  groupOrder: string | undefined;
  template: string | undefined;
}

type Flag = (given: TagArguments) => void;
type Option = (given: TagArguments, value: string) => void;

const FLAGS: ReadonlyMap<string, Flag> = new Map(
  Object.entries<Flag>({
    cited: (given) => {
      given.cited = true;
    },
    cited_in_order: (given) => {
      given.cited = true;
      given.skipsSort = true;
    },
    clear: (given) => {
      given.clears = true;
    },
    suppress_author: (given) => {
      given.suppressesAuthor = true;
    },
  }),
);

/** The options whose value is kept as it is. */
const TEXTS = {
  bibliography_list_tag: 'listTag',
  group_by: 'groupBy',
  group_order: 'groupOrder',
  prefix: 'prefix',
  query: 'query',
  style: 'style',
  template: 'template',
  text: 'text',
  // As in the gem, whatever the name says.
  type_order: 'groupBy',
} as const;

const OPTIONS: ReadonlyMap<string, Option> = new Map([
  ...Object.entries(TEXTS).map(([name, key]): [string, Option] => [
    name,
    (given, value) => {
      given[key] = value;
    },
  ]),
  ['file', (given, value) => void given.files.push(value)],
  ['label', (given, value) => void given.labels.push(value)],
  ['locator', (given, value) => void given.locators.push(value)],
  [
    'max',
    (given, value) => {
      given.max = toWhole(value);
    },
  ],
  [
    'offset',
    (given, value) => {
      given.offset = toWhole(value);
    },
  ],
]);

const toWhole = (text: string): number => Number.parseInt(text, 10) || 0;

/** The options of one letter, and what they are called with two dashes. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    c: 'cited',
    C: 'cited_in_order',
    r: 'remove_duplicates',
    A: 'suppress_author',
    f: 'file',
    q: 'query',
    h: 'bibliography_list_tag',
    p: 'prefix',
    t: 'text',
    l: 'locator',
    L: 'label',
    o: 'offset',
    m: 'max',
    s: 'style',
    g: 'group_by',
    G: 'group_order',
    O: 'type_order',
    T: 'template',
  }),
);

/** All names, in an order where none comes before a longer one that begins with it. */
const NAMES = [...SHORT.values(), 'clear'].sort().reverse();
/** Where an option begins: after a blank, a bracket and the like, but not within a word. Two dashes alone end the options. */
const OPTION = new RegExp(`((?<!${IN_WORD})(?:-[${[...SHORT.keys()].join('')}]|--(?:${NAMES.join('|')}|)))`, 'u');

function noArguments(): TagArguments {
  return {
    cited: false,
    skipsSort: false,
    clears: false,
    removesDuplicates: false,
    matchFields: [],
    suppressesAuthor: false,
    files: [],
    query: undefined,
    listTag: undefined,
    prefix: undefined,
    text: undefined,
    locators: [],
    labels: [],
    offset: 0,
    max: undefined,
    style: undefined,
    groupBy: undefined,
    groupOrder: undefined,
    template: undefined,
  };
}

function unknownOption(word: string): UttersonError {
  return new UttersonError('InvalidTagOption', `invalid option: ${word.split(/\s/, 1)[0]}`, {
    hint: `There are ${[...SHORT].map(([short, long]) => `-${short} (--${long})`).join(', ')}, and --clear.`,
  });
}

/** The name of the option that a piece is; undefined for anything else. */
function optionName(piece: string): string | undefined {
  if (piece.startsWith('--')) return piece.slice(2);
  if (!piece.startsWith('-') || piece.length === 1) return undefined;
  const name = SHORT.get(piece.slice(1));
  if (name === undefined) throw unknownOption(piece);
  return name;
}

function takeOption(name: string, rest: string[], given: TagArguments): void {
  const flag = FLAGS.get(name);
  const option = OPTIONS.get(name);
  if (flag !== undefined) flag(given);
  else if (name === 'remove_duplicates') {
    given.removesDuplicates = true;
    if (rest[0] !== undefined && !/^-./.test(rest[0])) given.matchFields = (rest.shift() ?? '').split(/,\s+/);
  } else if (option !== undefined) {
    const value = rest.shift();
    if (value === undefined) {
      throw new UttersonError('InvalidTagOption', `missing argument: --${name}`, {
        hint: `The option needs a value after it: --${name} VALUE`,
      });
    }
    option(given, value);
  } else throw unknownOption(`--${name}`);
}

/**
 * Reads the options of a tag. As in the gem, whatever follows an unknown word with two dashes is ignored.
 *
 * @example
 * parseArguments('--query @article[year=2020] -m 5')
 */
export function parseArguments(text: string): TagArguments {
  const given = noArguments();
  const rest = text
    .split(OPTION)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  for (let piece = rest.shift(); piece !== undefined && piece !== '--'; piece = rest.shift()) {
    const name = optionName(piece);
    if (name !== undefined) takeOption(name, rest, given);
  }
  return given;
}

/** The keys at the beginning of a tag, and the options after them. */
export function splitKeys(markup: string): { readonly keys: readonly string[]; readonly options: string } {
  const words = markup
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words.findIndex((word) => word.startsWith('-'));
  const keys = first === -1 ? words : words.slice(0, first);
  return { keys, options: words.filter((word) => !keys.includes(word)).join(' ') };
}
