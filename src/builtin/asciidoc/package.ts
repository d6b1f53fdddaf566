import { type Site, UttersonError } from '../../plugin/plugin.ts';
import { loadSitePackage, type SitePackage } from '../shared/site-package.ts';

/** A text that Asciidoctor has read. */
export interface AsciidocText {
  convert(): string;
  getAttributes(): Readonly<Record<string, unknown>>;
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown): void;
  removeAttribute(name: string): void;
  getDocumentTitle(): string | undefined;
  hasHeader(): boolean;
  getId(): string | undefined;
  getSource(): string;
  findBy(selector: { readonly context: string; readonly traverse_documents: boolean }): readonly OrderedList[];
  getConverter(): { convert(text: AsciidocText, transform: string): string };
}

/** A list that counts. */
export interface OrderedList {
  /** Attributes without a name are in a list of their own. */
  getAttributes(): { readonly $positional?: readonly (string | undefined)[] };
  getItems(): readonly { readonly marker: string }[];
  /** What `type` is for its style. */
  $list_marker_keyword: () => string | undefined;
}

/** A block of code, which a highlighter is given. */
export interface CodeBlock {
  getContent(): string;
}

interface LoggedMessage {
  getSeverity(): string;
  getText(): string;
  getSourceLocation(): { getLineNumber(): number | undefined; getPath(): string | undefined } | undefined;
}

interface Highlighter {
  handlesHighlighting(): boolean;
  highlight(block: CodeBlock, source: string, language: unknown, options: HighlightOptions): unknown;
  format(block: CodeBlock, language: unknown, options: Readonly<Record<string, unknown>>): string;
}

/** What Asciidoctor asks of a highlighter besides the language. */
export interface HighlightOptions {
  /** The marks of callouts by line; none is an empty object. */
  readonly callouts?: object;
  readonly css_mode?: string;
  readonly highlight_lines?: readonly number[];
  readonly number_lines?: unknown;
  readonly start_line_number?: number;
}

/** The part of the package @asciidoctor/core that is used here: Asciidoctor itself, compiled to JavaScript. */
export interface AsciidoctorProgram {
  load(text: string, options: Readonly<Record<string, unknown>>): AsciidocText;
  readonly MemoryLogger: { create(): { getMessages(): readonly LoggedMessage[] } };
  readonly LoggerManager: { setLogger(logger: unknown): void };
  /** Ruby's `const_get` and `const_set`, for patterns. */
  $const_get(name: string): RegExp;
  $const_set(name: string, value: RegExp): void;
  readonly SyntaxHighlighter: { register(name: string, highlighter: Highlighter): void };
}

interface InstalledProgram {
  readonly program: AsciidoctorProgram;
  readonly from: SitePackage;
}

const PACKAGE = { name: '@asciidoctor/core', version: '@asciidoctor/core@2', plugin: 'jekyll-asciidoc' };

/**
 * Starts Asciidoctor.
 *
 * @throws {UttersonError} `MissingDependency`
 */
export function startProgram(site: Site): InstalledProgram {
  const from = loadSitePackage(site, PACKAGE);
  const { exported } = from;
  // Version 2 exports a function that starts it, version 3 has it as the default; in version 4 nothing is synchronous.
  const create = typeof exported === 'function' ? exported : (exported as { default?: unknown }).default;
  if (typeof create === 'function') return { program: create(), from };
  throw new UttersonError(
    'MissingDependency',
    `This version of ${PACKAGE.name} works asynchronously, as rendering does not.`,
    {
      hint: `Install another in the folder of the site: npm install ${PACKAGE.version}`,
    },
  );
}
