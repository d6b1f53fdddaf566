import { createRequire } from 'node:module';
import { type Site, UttersonError } from '../../plugin/plugin.ts';

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
  getConverter(): { convert(text: AsciidocText, transform: string): string };
}

/** A block of code, which a highlighter is given. */
export interface CodeBlock {
  getContent(): string;
}

export interface LoggedMessage {
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
  readonly SyntaxHighlighter: { register(name: string, highlighter: Highlighter): void };
}

export interface InstalledProgram {
  readonly program: AsciidoctorProgram;
  /** The package.json of the package, by which another version is noticed. */
  readonly manifest: string;
}

const PACKAGE = '@asciidoctor/core';
const HINT = `Install it in the folder of the site: npm install ${PACKAGE}@2`;

/**
 * The Asciidoctor that the site has installed, or whoever installed this program. Like a plugin in `_plugins`, it does not run
 * in safe mode.
 *
 * @throws {UttersonError} `MissingDependency`
 */
export function findProgram(site: Site): InstalledProgram {
  const places = [`${site.source}/package.json`, import.meta.url].map(createRequire);
  for (const require of places) {
    const manifest = resolve(require);
    if (manifest !== undefined) return { program: start(require), manifest };
  }
  throw new UttersonError(
    'MissingDependency',
    `jekyll-asciidoc needs the npm package ${PACKAGE}, which is not installed.`,
    {
      hint: HINT,
    },
  );
}

/** The package's folder is known from its program, because its package.json is not among what it exports. */
function resolve(require: NodeJS.Require): string | undefined {
  try {
    const program = require.resolve(PACKAGE).replaceAll('\\', '/');
    const folder = program.lastIndexOf(`/${PACKAGE}/`) + PACKAGE.length + 1;
    return `${program.slice(0, folder)}/package.json`;
  } catch {
    return undefined;
  }
}

function start(require: NodeJS.Require): AsciidoctorProgram {
  const exported: unknown = require(PACKAGE);
  // Version 2 exports a function that starts it, version 3 has it as the default; in version 4 nothing is synchronous.
  const create = typeof exported === 'function' ? exported : (exported as { default?: unknown }).default;
  if (typeof create === 'function') return create();
  throw new UttersonError(
    'MissingDependency',
    `This version of ${PACKAGE} works asynchronously, as rendering does not.`,
    {
      hint: HINT,
    },
  );
}
