import {
  baseName,
  directoryName,
  type Item,
  isNil,
  isTruthy,
  type PluginTools,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { noteSitePackage, type SitePackage } from '../shared/site-package.ts';
import { omitMarkerTypes } from './list-markers.ts';
import { type AsciidoctorProgram, startProgram } from './package.ts';
import { ReadText } from './read-text.ts';
import { addRouge } from './rouge.ts';
import { type AsciidocSettings, readSettings } from './settings.ts';
import { acceptBlanksBeforeLinks, hideSpaces } from './spaces.ts';

/** What is said about a text besides its attributes. */
interface TextOptions {
  readonly isStandalone?: unknown;
  readonly doctype?: unknown;
}

/** Highlighters that Ruby brings and JavaScript does not have. */
const RUBY_HIGHLIGHTERS: ReadonlySet<unknown> = new Set(['coderay', 'pygments']);
/** What makes Asciidoctor read files, besides a text's own attributes. */
const READING_TEXT = /^\\?include::|[=%,"']\s*inline\b/m;
const READING_ATTRIBUTES = ['data-uri', 'docinfo', 'docinfo1', 'docinfo2'];
/** What changes with every build. */
const TIME_REFERENCE = /\{(?:doc|local)(?:date|time|datetime|year)\}/;

/** Asciidoctor is one for the whole process, so it is told for which site it works. */
let currentTools: PluginTools | undefined;
/** Asciidoctors that know what this plugin adds to them. */
const prepared = new WeakSet<AsciidoctorProgram>();

function prepare(program: AsciidoctorProgram): void {
  if (prepared.has(program)) return;
  prepared.add(program);
  acceptBlanksBeforeLinks(program);
  addRouge(program, () => {
    if (currentTools !== undefined) return currentTools;
    throw new UttersonError('InvalidPlugin', 'Asciidoctor highlights code while no site is built.', {
      hint: 'Another plugin uses @asciidoctor/core on its own: it should convert texts with the tools that plugins are given.',
    });
  });
}

/** Asciidoctor with the settings of one site. */
export class Asciidoctor {
  readonly settings: AsciidocSettings;
  readonly #site: Site;
  readonly #tools: PluginTools;
  readonly #program: AsciidoctorProgram;
  readonly #from: SitePackage;
  readonly #showsTime: boolean;
  #localTime = '';
  #warnedOf: unknown;

  constructor(site: Site, tools: PluginTools) {
    const { program, from } = startProgram(site);
    prepare(program);
    this.settings = readSettings(site);
    this.#site = site;
    this.#tools = tools;
    this.#program = program;
    this.#from = from;
    this.#showsTime = [...this.settings.attributes.values()].some((value) => TIME_REFERENCE.test(String(value)));
  }

  /** From now on texts know the time of the build. As in the gem, the headers that were read before do not. */
  setTime(localTime: string): void {
    this.#localTime = localTime;
  }

  /** Reads the header of an item's text. */
  loadHeader(item: Item, header: string, layout: Readonly<Record<string, string>>): ReadText {
    const attributes = { ...this.#attributes(sourcePlaces(item)), ...layout };
    return this.#load(header, { ...this.#options(item), parse_header_only: true, attributes }).text;
  }

  /**
   * Reads a text.
   *
   * @param item the one that it belongs to, if it is AsciiDoc itself
   */
  load(source: string, item: Item | null, { isStandalone, doctype }: TextOptions = {}): ReadText {
    const places = item === null ? {} : { ...sourcePlaces(item), ...outputPlaces(item) };
    const { text, messages } = this.#load(source, {
      ...this.#options(item),
      standalone: isTruthy(isStandalone),
      attributes: this.#attributes(places),
      ...(isTruthy(doctype) && { doctype: toText(doctype) }),
    });
    this.#noteReads(source, text, isTruthy(isStandalone));
    const highlighter = text.attribute('source-highlighter');
    if (RUBY_HIGHLIGHTERS.has(highlighter)) this.#warnOfHighlighter(highlighter);
    this.#report(messages, item);
    return text;
  }

  /** Converts a text that was read. */
  convert(text: ReadText, item: Item | null): string {
    const { result, messages } = this.#logging(() => text.convert());
    this.#report(messages, item);
    return result;
  }

  #load(source: string, options: Readonly<Record<string, unknown>>) {
    const { result, messages } = this.#logging(() => this.#program.load(hideSpaces(source), options));
    omitMarkerTypes(result);
    const text = new ReadText(result);
    return { text, messages };
  }

  /** Runs Asciidoctor, and returns what it says meanwhile. */
  #logging<T>(action: () => T): { readonly result: T; readonly messages: readonly string[] } {
    const logger = this.#program.MemoryLogger.create();
    this.#program.LoggerManager.setLogger(logger);
    currentTools = this.#tools;
    try {
      const result = action();
      const important = logger.getMessages().filter((message) => /^(?:WARN|ERROR|FATAL)/.test(message.getSeverity()));
      const messages = important.map((message) => {
        const line = message.getSourceLocation()?.getLineNumber();
        return line === undefined ? message.getText() : `line ${line}: ${message.getText()}`;
      });
      return { result, messages };
    } finally {
      currentTools = undefined;
    }
  }

  #report(messages: readonly string[], item: Item | null): void {
    for (const message of messages)
      this.#site.log.warn('Asciidoctor:', `${item?.relativePath ?? 'a text'}: ${message}`);
  }

  #warnOfHighlighter(name: unknown): void {
    if (this.#warnedOf === name) return;
    this.#warnedOf = name;
    const what = `source-highlighter: ${toText(name)} is a library of Ruby or Python, so code is not highlighted.`;
    this.#site.log.warn('Asciidoctor:', `${what} Set it to rouge, which is built in.`);
  }

  #options(item: Item | null): Record<string, unknown> {
    const { options, baseFolder } = this.settings;
    const ownFolder = item === null ? this.#site.source : directoryName(fileOf(item));
    return { ...options, base_dir: baseFolder ?? ownFolder };
  }

  #attributes(places: Readonly<Record<string, string>>): Record<string, string | false | null> {
    const [date = '', time = ''] = this.#localTime.split(/ (.*)/s);
    const now = this.#localTime === '' ? {} : { localdate: date, localtime: time };
    return { ...Object.fromEntries(this.settings.attributes), ...now, ...places };
  }

  /** Asciidoctor reads files and the clock by itself: a text that makes it do so is converted in every build. */
  #noteReads(source: string, text: ReadText, isStandalone: boolean): void {
    noteSitePackage(this.#site, this.#from);
    const readsFiles = READING_TEXT.test(source) || READING_ATTRIBUTES.some((name) => !isNil(text.attribute(name)));
    const showsTime = isStandalone || this.#showsTime || TIME_REFERENCE.test(source);
    if (readsFiles || showsTime) this.#site.noteRead('untracked');
  }
}

const fileOf = (item: Item): string => `${item.site.source}/${item.relativePath}`;

function sourcePlaces(item: Item): Record<string, string> {
  const file = fileOf(item);
  const name = baseName(file);
  return { docfile: file, docname: name.slice(0, name.length - item.extension.length) };
}

function outputPlaces(item: Item): Record<string, string> {
  return { outfile: item.destination, outdir: directoryName(item.destination), outpath: item.url };
}
