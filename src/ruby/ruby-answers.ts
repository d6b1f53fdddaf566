import { highlightCode } from '../converters/highlight-code.ts';
import { KramdownProcessor } from '../converters/kramdown-processor.ts';
import { UttersonError } from '../errors.ts';
import { makeConverter } from '../kramdown/kramdown.ts';
import type { Context } from '../liquid/context.ts';
import { Drop } from '../liquid/drop.ts';
import { applyFilter, type FilterDefinition } from '../liquid/filter.ts';
import { toLiquid } from '../liquid/values.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { PAGE } from '../plugin/registers.ts';
import { SiteDrop } from '../renderer/drops/site-drop.ts';
import type { Collection } from '../site/collection.ts';
import type { Document } from '../site/document.ts';
import { asHash, type Hash, type ReadonlyHash } from '../site/hash.ts';
import type { HookVariables } from '../site/hooks.ts';
import type { Page } from '../site/page.ts';
import { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import { fillTemplate, sanitizeUrl } from '../site/url.ts';
import { decodeText } from '../util/encoding.ts';
import { isWithin } from '../util/files/paths.ts';
import { readFrontMatter } from '../util/front-matter.ts';
import type { Log, LogLevel } from '../util/program/log.ts';
import { slugify } from '../util/slugify.ts';
import { parseDate } from '../util/time/ruby-date-parse.ts';
import type { TimeZone } from '../util/time/time-zone.ts';
import { transliterate } from '../util/transliterate.ts';
import { toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { runGit } from './ruby-git.ts';
import { RubyConversion } from './ruby-kramdown.ts';
import { changeHash, makeStaticFile, readProperty, type StaticFileFacts, writeProperty } from './ruby-objects.ts';
import { makePage, type PageFacts } from './ruby-page.ts';
import { fromRubyPath, toRubyPath } from './ruby-path.ts';
import { RubySymbol } from './ruby-values.ts';

/** Knows the nodes of HTML that Ruby code has parsed. */
export interface RubyHtml {
  answer(question: string, args: readonly unknown[]): unknown;
  /** Forgets them. */
  clear(): void;
}

/** What the answers to Ruby code's questions are found in. */
export interface Answering {
  /** The absolute path of the site. */
  readonly source: string;
  readonly site: Site;
  readonly tools: PluginTools;
  readonly log: Log;
  readonly environment: string;
  readonly zone: TimeZone;
  readonly html: RubyHtml;
  /** The conversions of kramdown that Ruby code has a part in, by the numbers that it has given them. */
  readonly conversions: Map<number, RubyConversion>;
  readonly ownFilters: ReadonlyMap<string, FilterDefinition>;
  at(number: number): object;
  numberOf(value: object): number;
  contextAt(number: number): Context;
  readonly variables: HookVariables;
  do(job: string, ...args: unknown[]): unknown;
  /** Lets Ruby code write an item, when the site is being written. */
  place(job: 'write_page' | 'write_file', item: Page | StaticFile): void;
  bodyAt(number: number): { render(context: Context): string };
}

type Answer = (from: Answering, args: readonly never[]) => unknown;

const answer =
  <T extends readonly unknown[]>(find: (from: Answering, ...args: T) => unknown): Answer =>
  (from, args) =>
    find(from, ...(args as unknown as T));

/** Every question that Ruby code asks, by its name. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  env: answer(({ environment }) => environment),
  log: answer(({ log }, level: LogLevel, topic: string, message: string) => {
    log[level](topic, message);
  }),
  get: answer((from, number: number, name: string) => readProperty(from.at(number), name)),
  set: answer((from, number: number, name: string, value: unknown) => writeProperty(from.at(number), name, value)),
  change: answer((from, number: number, name: string, changed: [unknown, unknown][], removed: unknown[]) =>
    changeHash(from.at(number), name, { changed, removed }),
  ),
  new: answer((from, kind: string, facts: ReadonlyMap<string, never>) => from.numberOf(make(from, kind, facts))),
  view: answer((from, number: number) => viewOf(from.at(number))),
  text: answer((from, number: number) => toText(toLiquid(from.at(number)))),
  read: answer((from, number: number, key: unknown) => toLiquid(dropAt(from, number).get(key))),
  has: answer((from, number: number, key: string) => dropAt(from, number).has(key)),
  keys: answer((from, number: number) => dropAt(from, number).keys() ?? []),
  front_matter: answer(({ site }, path: string) => {
    const text = decodeText(site.tree.read(insideOf(site, path)), site.encoding);
    const { data, content } = readFrontMatter(text) ?? { data: null, content: text };
    return [data, content];
  }),
  transliterate: answer((_, text: string) => transliterate(text)),
  slugify: answer((_, text: string, mode: string, isCased: boolean) => slugify(text, mode, isCased)),
  /** A time in the zone of the site; nil for a text that is none. */
  parse_date: answer(({ site }, text: string) => {
    try {
      return parseDate(text, site.clock);
    } catch (error) {
      if (error instanceof UttersonError && error.code === 'InvalidDate') return null;
      throw error;
    }
  }),
  /** The offset of the site's zone at a second, and its name then. */
  zone: answer(({ zone }, second: number) => {
    const time = zone.at(second);
    return [time.offset, time.zone];
  }),
  /** The second at which the clocks of the site's zone show this. */
  utc_of_clock: answer(
    ({ zone }, ...[year, month, day, hour, minute, second]: ClockNumbers) =>
      zone.moment({ year, month, day, hour, minute, second }).seconds,
  ),
  url: answer((_, template: string, placeholders: ReadonlyMap<string, unknown>) =>
    sanitizeUrl(fillTemplate(template, new Map([...placeholders].map(([key, value]) => [key, textOrNull(value)])))),
  ),
  convert_markdown: answer(({ tools }, text: string) => tools.convertMarkdown(text)),
  /** A text by kramdown, with its own options instead of the site's. */
  kramdown: answer((from, text: string, options: ReadonlyMap<string, unknown>, ...writing: ElementsInRuby) => {
    const given = Object.fromEntries([...options].map(([name, value]) => [name, plainOption(value)]));
    const elementWriter = elementsInRuby(from, writing);
    return makeConverter({ syntax_highlighter: 'rouge', ...given, highlight: highlightCode, elementWriter })(text).html;
  }),
  convert_kramdown: answer((from, text: string, config: ReadonlyHash, ...writing: ElementsInRuby) =>
    new KramdownProcessor(config, from.log, elementsInRuby(from, writing)).convert(text),
  ),
  /** Something about an element that Ruby code writes. */
  kramdown_element: answer(({ conversions }, number: number, question: string, ...args: unknown[]) =>
    conversions.get(number)?.answer(question, args),
  ),
  end_conversion: answer(({ conversions }, number: number) => conversions.delete(number)),
  /** Something about a node of HTML. */
  html: answer(({ html }, question: string, ...args: unknown[]) => html.answer(question, args)),
  defaults: answer(({ site }, path: string, type: unknown) =>
    site.defaults.for(path, isNil(type) ? null : toText(type)).all(),
  ),
  /** The status and the output of a program; nil for one that does not run here. */
  program: answer(({ source }, command: string | readonly string[], folder: string) => {
    const ended = runGit(command, folder, source);
    return ended === undefined ? null : [ended.status, ended.output];
  }),
  read_document: answer((from, number: number) => {
    const document = from.at(number) as Document;
    insideOf(from.site, toRubyPath(document.path));
    from.tools.readDocument(document);
  }),
  rendered: answer((from, number: number) => from.tools.renderEarly(from.at(number) as Page)),
  variable: answer((from, context: number, expression: string) => from.contextAt(context).evaluate(expression)),
  find: answer((from, context: number, name: string) => from.contextAt(context).find(name)),
  environment: answer((from, context: number, name: string) =>
    toLiquid(from.contextAt(context).environments[0]?.get(name)),
  ),
  page: answer((from, context: number) => toLiquid(from.contextAt(context).register(PAGE))),
  assign: answer((from, context: number, name: string, value: unknown) => from.contextAt(context).set(name, value)),
  push: answer((from, context: number, scope: unknown) => from.contextAt(context).push(new Map(asHash(scope)))),
  pop: answer((from, context: number) => from.contextAt(context).pop()),
  hook_variable: answer(({ variables }, name: string) => toLiquid(variables.get(name))),
  set_variable: answer(({ variables }, name: string, value: unknown) => variables.set(name, value)),
  set_of_page: answer(({ variables }, changed: [string, unknown][]) => {
    for (const [key, value] of changed) variables.setOfPage(key, value);
  }),
  body: answer((from, body: number, context: number) => from.bodyAt(body).render(from.contextAt(context))),
  filter: answer((from, context: number, name: string, [input, ...args]: [unknown, ...unknown[]]) => {
    const found = from.contextAt(context);
    return applyFilter(name, found.liquid.findFilter(name), input, args, found);
  }),
  /** The filter of that name that there was before the Ruby files. */
  own_filter: answer((from, context: number | null, name: string, [input, ...args]: [unknown, ...unknown[]]) => {
    if (context === null) return from.tools.filter(name, input, ...args);
    return applyFilter(name, from.ownFilters.get(name), input, args, from.contextAt(context));
  }),
  render: answer((from, text: string, variables: unknown, isStrict: boolean) =>
    renderText(from, text, new Map(asHash(variables)), isStrict),
  ),
  render_in: answer((from, text: string, context: number) =>
    from.tools.parseLiquid(text).renderIn(from.contextAt(context)),
  ),
};

/** The kinds of elements that Ruby code writes, and the number that it gives to this conversion; nothing if it writes none. */
type ElementsInRuby = [] | [kinds: readonly string[], number: number];

function elementsInRuby(from: Answering, [kinds, number]: ElementsInRuby): RubyConversion | undefined {
  if (kinds === undefined || number === undefined) return undefined;
  const write = (element: unknown, indent: number): string => toText(from.do('write_element', number, element, indent));
  const conversion = new RubyConversion(kinds, write);
  from.conversions.set(number, conversion);
  return conversion;
}

function renderText({ tools }: Answering, text: string, variables: Hash, isStrict: boolean): string {
  return tools.parseLiquid(text).render(variables, {
    registers: tools.registersFor(variables.get('page')),
    printErrors: !isStrict,
  });
}

/** kramdown takes names as symbols. */
const plainOption = (value: unknown): unknown => (value instanceof RubySymbol ? value.name : value);

type ClockNumbers = [year: number, month: number, day: number, hour: number, minute: number, second: number];

interface DocumentFacts {
  readonly path: string;
  readonly collection: Collection;
}

/** A path that Ruby code has named, which must lead to a file of the site. */
function insideOf({ source, tree }: Site, rubyPath: string): string {
  const path = fromRubyPath(rubyPath);
  const real = tree.realPath(path);
  if (real?.startsWith(`${tree.realPath(source)}/`)) return path;
  throw new UttersonError('RubyUnsupported', `There is no file ${rubyPath} in the site.`);
}

/** The path of a file that the site need not have. */
function placeInside({ source }: Site, rubyPath: string): string {
  const path = fromRubyPath(rubyPath);
  if (isWithin(path, source)) return path;
  throw new UttersonError('RubyUnsupported', `A document cannot have the path ${rubyPath}, outside of the site.`);
}

const textOrNull = (value: unknown): string | null => (isNil(value) ? null : toText(value));

/** What templates see of a noun. */
function viewOf(noun: object): unknown {
  return noun instanceof Site ? new SiteDrop(noun) : toLiquid(noun);
}

function dropAt(from: Answering, number: number): Drop {
  const seen = toLiquid(from.at(number));
  if (seen instanceof Drop) return seen;
  throw new TypeError('The value has no keys.');
}

function make(from: Answering, kind: string, facts: ReadonlyMap<string, never>): object {
  const { site } = from;
  const given: unknown = Object.fromEntries(facts);
  if (kind === 'page') {
    const pageFacts = given as PageFacts;
    const page = makePage(site, pageFacts, (question, asked) => String(from.do(question, asked)));
    if (pageFacts.writes) page.writeItself = () => from.place('write_page', page);
    return page;
  }
  if (kind === 'document') {
    const { collection, path } = given as DocumentFacts;
    return from.tools.makeDocument(collection, placeInside(site, path));
  }
  const fileFacts = given as StaticFileFacts;
  const file = makeStaticFile(site, fileFacts);
  if (fileFacts.writes) file.writeItself = () => from.place('write_file', file);
  else insideOf(site, file.path);
  return file;
}
