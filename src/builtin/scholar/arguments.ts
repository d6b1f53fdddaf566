import { UttersonError } from '../../plugin/plugin.ts';

/** What may stand in a tag of jekyll-scholar, besides keys. */
export interface TagArguments {
  cited: boolean;
  skipsSort: boolean;
  clears: boolean;
  removesDuplicates: boolean;
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

const FLAGS: Readonly<Record<string, Flag>> = {
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
};

const OPTIONS: Readonly<Record<string, Option>> = {
  bibliography_list_tag: (given, value) => {
    given.listTag = value;
  },
  file: (given, value) => void given.files.push(value),
  group_by: (given, value) => {
    given.groupBy = value;
  },
  group_order: (given, value) => {
    given.groupOrder = value;
  },
  label: (given, value) => void given.labels.push(value),
  locator: (given, value) => void given.locators.push(value),
  max: (given, value) => {
    given.max = Number.parseInt(value, 10) || 0;
  },
  offset: (given, value) => {
    given.offset = Number.parseInt(value, 10) || 0;
  },
  prefix: (given, value) => {
    given.prefix = value;
  },
  query: (given, value) => {
    given.query = value;
  },
  style: (given, value) => {
    given.style = value;
  },
  template: (given, value) => {
    given.template = value;
  },
  text: (given, value) => {
    given.text = value;
  },
  // As in the gem, whatever the name says.
  type_order: (given, value) => {
    given.groupBy = value;
  },
};

const SHORT: Readonly<Record<string, string>> = {
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
};

const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
/** Where an option begins: after a blank, a bracket and the like, but not within a word. */
const OPTION = new RegExp(
  `((?<!${WORD})-[cCfhqptTsgGOlLomAr]|(?<!${WORD})--(?:cited(?:_in_order)?|clear|bibliography_list_tag|file|query|prefix|text|style|group_(?:by|order)|type_order|template|locator|label|offset|max|suppress_author|remove_duplicates|))`,
  'u',
);

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
    hint: `There are ${Object.entries(SHORT)
      .map(([short, long]) => `-${short} (--${long})`)
      .join(', ')}, and --clear.`,
  });
}

/** The name of the option that a piece is; undefined for anything else. */
function optionName(piece: string): string | undefined {
  if (piece.startsWith('--')) return piece.slice(2);
  if (!piece.startsWith('-') || piece.length === 1) return undefined;
  const name = SHORT[piece.slice(1)];
  if (name === undefined) throw unknownOption(piece);
  return name;
}

function takeOption(name: string, rest: string[], given: TagArguments): void {
  const flag = FLAGS[name];
  const option = OPTIONS[name];
  if (flag !== undefined) flag(given);
  else if (name === 'remove_duplicates') {
    given.removesDuplicates = true;
    if (rest[0] !== undefined && !/^-./.test(rest[0])) given.matchFields = (rest.shift() ?? '').split(/,\s+/);
  } else if (option !== undefined) {
    const value = rest.shift();
    if (value === undefined) throw new UttersonError('InvalidTagOption', `missing argument: --${name}`);
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
