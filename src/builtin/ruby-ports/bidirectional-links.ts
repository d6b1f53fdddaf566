import {
  baseName,
  type Document,
  definePlugin,
  extensionOf,
  type Item,
  isTruthy,
  type Plugin,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';

/** In what the versions of the file differ. */
interface Version {
  /** The pattern of a file's name in a link. */
  readonly namePattern: (name: string) => string;
  /** What stands for a note in the graph. */
  readonly idOf: (title: string) => string;
  /** Whether a note may link to itself. */
  readonly linksToItself: boolean;
}

/** What may stand between the brackets of a link to an item, and the link. */
interface Target {
  readonly patterns: readonly RegExp[];
  /** How texts begin that may match; undefined for any text. */
  readonly starts: readonly string[] | undefined;
  readonly address: string;
}

const GRAPH = 'notes_graph.json';
const UNKNOWN_LINK = /\[\[([^\]]+)\]\]/g;
const SPECIAL = /[.*?+^$|\\()[\]{}# -]/g;
const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\v': '\\v' };

/** Ruby's `Regexp.escape`. */
const escapePattern = (text: string): string =>
  text.replace(SPECIAL, '\\$&').replace(/[\n\t\r\f\v]/g, (control) => CONTROLS[control] ?? control);

const capitalize = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('').toLowerCase();
};

/** How a text begins, without what does not count when it is compared with a pattern: case, and which of the characters is between words. */
function startOf(text: string, length: number): string {
  const folded = text.toLowerCase().toUpperCase().toLowerCase();
  return folded.replaceAll('ς', 'σ').replace(/[_-]/g, ' ').slice(0, length);
}

/** As much of a name as is compared before its patterns are tried. */
const START_LENGTH = 24;

function plainName(item: Item): string {
  const name = item.kind === 'page' ? item.baseName : baseName(item.path);
  const extension = extensionOf(name);
  return extension === '' ? name : name.slice(0, -extension.length);
}

function makeTarget(item: Item, { namePattern }: Version, address: string): Target {
  const title = item.value('title');
  if (isTruthy(title) && typeof title !== 'string') throw notText(item);
  const byName = namePattern(plainName(item));
  const byTitle = isTruthy(title) ? escapePattern(toText(title)) : '';
  const sources = [`${byName}\\|(.+?)(?=\\])`, `${byTitle}\\|(.+?)(?=\\])`, `(${byTitle})`, `(${byName})`];
  const patterns = sources.map((source) => rubyPattern(`(?i)\\[\\[${source}\\]\\]`));
  const names = [plainName(item), toText(title || '')];
  const starts = names.includes('') ? undefined : names.map((name) => startOf(name, START_LENGTH));
  return { patterns, starts, address };
}

function notText({ relativePath }: Item): UttersonError {
  return new UttersonError('TypeError', `The title of ${relativePath} is not a text.`, {
    hint: 'Links to notes are found by their titles: put it into quotes.',
  });
}

/** What follows the brackets in a text. */
function startsIn(content: string): readonly string[] {
  const starts = [...content.matchAll(/\[(?=\[)/g)].map(({ index }) =>
    content.slice(index + 2, index + 2 + 2 * START_LENGTH),
  );
  return starts.map((start) => startOf(start, 2 * START_LENGTH));
}

/** Whether to try the patterns of a target. In a large garden each text would otherwise be searched for thousands of them. */
function mayMatch({ starts: own }: Target, starts: readonly string[]): boolean {
  return own === undefined || starts.some((start) => own.some((name) => start.startsWith(name)));
}

function linkTargets(content: string, targets: readonly Target[]): string {
  let linked = content;
  let starts = startsIn(linked);
  for (const target of targets) {
    if (!linked.includes('[[')) return linked;
    if (!mayMatch(target, starts)) continue;
    const before = linked;
    for (const pattern of target.patterns) {
      linked = linked.replace(
        pattern,
        (_, label: string) => `<a class='internal-link' href='${target.address}'>${label}</a>`,
      );
    }
    if (linked !== before) starts = startsIn(linked);
  }
  return linked.replace(
    UNKNOWN_LINK,
    (_, text: string) =>
      "<span title='There is no note that matches this link.' class='invalid-link'>  <span class='invalid-link-brackets'>[[</span>" +
      `  ${text}  <span class='invalid-link-brackets'>]]</span></span>`,
  );
}

function addressOf(item: Item): string {
  const { site } = item;
  const ending = isTruthy(site.config.get('use_html_extension')) ? '.html' : '';
  return `${toText(site.config.get('baseurl'))}${item.url}${ending}`;
}

function notesOf(site: Site): readonly Document[] {
  const notes = site.collections.get('notes');
  if (notes !== undefined) return notes.docs;
  throw new UttersonError('MissingCollection', 'bidirectional_links_generator.rb needs the collection `notes`.', {
    hint: 'Define it in _config.yml: `collections: { notes: { output: true } }`.',
  });
}

function linkNotes(site: Site, version: Version): void {
  const notes = notesOf(site);
  const items: readonly Item[] = [...notes, ...site.pages];
  const targets = items.map((item) => makeTarget(item, version, addressOf(item)));
  for (const item of items) if (item.content?.includes('[[')) item.content = linkTargets(item.content, targets);
  const nodes: object[] = [];
  const edges: object[] = [];
  const idOf = (note: Document): string => version.idOf(toText(note.value('title')));
  for (const note of notes) {
    const linking = notes.filter(
      (other) => (version.linksToItself || other.url !== note.url) && (other.content ?? '').includes(note.url),
    );
    const label = note.value('title');
    if (!note.path.includes('_notes/index.html')) nodes.push({ id: idOf(note), path: addressOf(note), label });
    note.data.set('backlinks', linking);
    for (const other of linking) edges.push({ source: idOf(other), target: idOf(note) });
  }
  site.generatedIncludes.set(GRAPH, JSON.stringify({ edges, nodes }));
}

/** The bytes of a title in UTF-8, each as a number, one after the other. */
const bytesOf = (title: string): string => Buffer.from(title).join('');

/** Ruby's `to_i(36)`, of the letters and digits of a title. */
function numberOf(title: string): string {
  const [digits = ''] = /^[0-9a-z]+(?:_[0-9a-z]+)*/i.exec(title.replace(/[^\w]/g, '')) ?? [];
  let number = 0n;
  for (const digit of digits.replaceAll('_', '')) number = number * 36n + BigInt(Number.parseInt(digit, 36));
  return String(number);
}

/** Patterns for names in links: of the newer versions and of the older ones. */
const withHyphens = (name: string): string =>
  capitalize(escapePattern(name).replaceAll('\\_', '[ _]').replaceAll('\\-', '[ -]'));
const withSpaces = (name: string): string => escapePattern(capitalize(name.replace(/[_-]/g, ' ')));

function pluginFor(version: Version): Plugin {
  return definePlugin({
    name: 'bidirectional_links_generator.rb',
    readsAreRecorded: true,
    generators: [{ name: 'BidirectionalLinksGenerator', generate: (site) => linkNotes(site, version) }],
  });
}

/** `bidirectional_links_generator.rb` of the digital garden template: `[[links]]` to notes, `page.backlinks` and the graph of notes. */
export const linksOf2025 = pluginFor({ namePattern: withHyphens, idOf: bytesOf, linksToItself: false });
export const linksOf2024 = pluginFor({ namePattern: withHyphens, idOf: bytesOf, linksToItself: true });
export const linksOf2023 = pluginFor({ namePattern: withSpaces, idOf: bytesOf, linksToItself: true });
export const linksOf2022 = pluginFor({ namePattern: withSpaces, idOf: numberOf, linksToItself: true });
