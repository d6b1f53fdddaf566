import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UttersonError } from '../../errors.ts';
import { type CompiledModule, requireCompiled } from '../../util/program/compiled-code.ts';
import { packageFile } from '../../util/program/package-file.ts';

type Sass = typeof import('sass');
type SassOptions = NonNullable<Parameters<Sass['compileString']>[1]>;
type SassResult = ReturnType<Sass['compileString']>;
type SassException = Sass['Exception']['prototype'];
type Deprecations = NonNullable<SassOptions['silenceDeprecations']>;

const require = createRequire(import.meta.url);
/** Sass's code, once it is loaded. */
let code: CompiledModule | undefined;

/** Loading Dart Sass takes longer than building many a site, so it is loaded only when a style sheet needs it. */
function loadSass(): Sass {
  const entry = require.resolve('sass');
  // The package's entry is a few lines that require this file, which contains nearly all of Sass.
  const body = join(dirname(entry), 'sass.dart.js');
  if (code === undefined && existsSync(body)) code = requireCompiled(body, packageFile('dist', 'compiled'));
  return require(entry);
}

/** A style sheet, with everything that its compilation depends on except the imported files. */
export interface SassJob {
  readonly content: string;
  readonly syntax: 'scss' | 'indented';
  readonly style: 'compressed' | 'expanded';
  readonly loadPaths: readonly string[];
  /** The style sheet's own location, as a `file:` URL. */
  readonly url?: string;
  readonly hasSourceMap: boolean;
  /** Whether CSS that is not ASCII begins with `@charset`, or a byte order mark if it is compressed. */
  readonly hasCharset: boolean;
  readonly quietDeps: boolean;
  readonly verbose: boolean;
  readonly silenceDeprecations: readonly string[];
  readonly fatalDeprecations: readonly string[];
  readonly futureDeprecations: readonly string[];
}

/** A source map, version 3; only the field that is changed here is declared. */
export interface SourceMap {
  readonly sources: readonly string[];
}

/** A message of Sass about a style sheet; that of a deprecation has Sass's name for what is deprecated. */
export type SassMessage =
  | { readonly kind: 'warn' | 'debug'; readonly text: string }
  | { readonly kind: 'deprecation'; readonly text: string; readonly name: string };

/** The result of a successful compilation. */
export interface CompiledSass {
  readonly css: string;
  readonly sourceMap: SourceMap | undefined;
  /** URLs of the files that were read. */
  readonly loaded: readonly string[];
  readonly messages: readonly SassMessage[];
}

/** The error in a style sheet, and its position: lines and columns count from 1. */
interface SassFailure {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The file that contains it; undefined if Sass names none. */
  readonly url: string | undefined;
}

/** The result of a job. */
export type SassOutcome =
  | { readonly kind: 'compiled'; readonly compiled: CompiledSass }
  | { readonly kind: 'failed'; readonly failure: SassFailure };

/** Compiles a style sheet with Sass in JavaScript. */
export function compileSass(job: SassJob): SassOutcome {
  const sass = loadSass();
  const messages: SassMessage[] = [];
  try {
    return succeed(sass.compileString(job.content, optionsOf(job, messages)), messages);
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    return fail(error);
  } finally {
    // Caches the code that has been used.
    code?.save();
  }
}

function succeed({ css, sourceMap, loadedUrls }: SassResult, messages: readonly SassMessage[]): SassOutcome {
  return { kind: 'compiled', compiled: { css, sourceMap, loaded: loadedUrls.map(({ href }) => href), messages } };
}

function fail({ sassMessage, span: { start, url } }: SassException): SassOutcome {
  return {
    kind: 'failed',
    failure: { message: sassMessage, line: start.line + 1, column: start.column + 1, url: url?.href },
  };
}

/**
 * The CSS and the rest of what a compilation produced.
 *
 * @param file the style sheet's name, for errors
 * @param absent the load paths that do not exist, for errors
 * @throws {UttersonError} `SassError` for a failure, with its position in the style sheet or in a file that it imports
 */
export function compiledOf(
  outcome: SassOutcome,
  job: SassJob,
  file: string | undefined,
  absent: readonly string[],
): CompiledSass {
  if (outcome.kind === 'compiled') return outcome.compiled;
  const { message, line, column, url } = outcome.failure;
  const isOwn = url === undefined || url === job.url;
  const place = !isOwn && url.startsWith('file:') ? fileURLToPath(url) : file;
  throw new UttersonError('SassError', message, {
    ...(place !== undefined && { file: place }),
    line,
    column,
    // An error in a partial must not be shown with lines of the style sheet that uses it.
    ...(isOwn && { source: job.content }),
    ...(/^Can't find stylesheet/.test(message) && { hint: searchHint(absent) }),
  });
}

function searchHint(absent: readonly string[]): string {
  const parts = ['Sass looks in the folders set by sass_dir and load_paths; the default is _sass.'];
  if (absent.length > 0) parts.push(`Not there: ${absent.join(', ')}.`);
  if (absent.some((name) => /(?:^|\/)node_modules(?:\/|$)/.test(name))) parts.push('npm install makes node_modules.');
  return parts.join(' ');
}

function optionsOf(job: SassJob, messages: SassMessage[]): SassOptions {
  return {
    syntax: job.syntax,
    style: job.style,
    loadPaths: [...job.loadPaths],
    ...(job.url === undefined ? {} : { url: new URL(job.url) }),
    sourceMap: job.hasSourceMap,
    sourceMapIncludeSources: job.hasSourceMap,
    charset: job.hasCharset,
    quietDeps: job.quietDeps,
    verbose: job.verbose,
    silenceDeprecations: job.silenceDeprecations as Deprecations,
    fatalDeprecations: job.fatalDeprecations as Deprecations,
    futureDeprecations: job.futureDeprecations as Deprecations,
    logger: {
      warn: (text, about) => {
        if (about.deprecation) messages.push({ kind: 'deprecation', text, name: about.deprecationType.id });
        else messages.push({ kind: 'warn', text });
      },
      debug: (text) => messages.push({ kind: 'debug', text }),
    },
  };
}
