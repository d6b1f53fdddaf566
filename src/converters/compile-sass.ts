import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UttersonError } from '../errors.ts';
import { type CompiledModule, requireCompiled } from '../util/compiled-code.ts';
import { packageFile } from '../util/package-file.ts';

type Sass = typeof import('sass');
type SassOptions = NonNullable<Parameters<Sass['compileString']>[1]>;
type SassResult = ReturnType<Sass['compileString']>;
type SassException = Sass['Exception']['prototype'];
type Deprecations = NonNullable<SassOptions['silenceDeprecations']>;

const require = createRequire(import.meta.url);
/** The compiled code of Sass, once it is loaded. */
let code: CompiledModule | undefined;

/** Dart Sass takes longer to load than many a site to build, so it is loaded when a style sheet needs it. */
function loadSass(): Sass {
  const entry = require.resolve('sass');
  // The entry is a few lines that require this file, which is nearly all of Sass.
  const body = join(dirname(entry), 'sass.dart.js');
  if (code === undefined && existsSync(body)) code = requireCompiled(body, packageFile('dist', 'compiled'));
  return require(entry);
}

/** A style sheet with all that its compilation depends on but the files it imports. */
export interface SassJob {
  readonly content: string;
  readonly syntax: 'scss' | 'indented';
  readonly style: 'compressed' | 'expanded';
  readonly loadPaths: readonly string[];
  /** Where the style sheet lies, as a `file:` URL. */
  readonly url?: string;
  readonly hasSourceMap: boolean;
  readonly quietDeps: boolean;
  readonly verbose: boolean;
  readonly silenceDeprecations: readonly string[];
  readonly fatalDeprecations: readonly string[];
  readonly futureDeprecations: readonly string[];
}

export interface SourceMap {
  readonly sources: readonly string[];
}

/** What Sass says of a style sheet; a deprecation also has Sass's name for what is deprecated. */
export type SassMessage =
  | { readonly kind: 'warn' | 'debug'; readonly text: string }
  | { readonly kind: 'deprecation'; readonly text: string; readonly name: string };

export interface CompiledSass {
  readonly css: string;
  readonly sourceMap: SourceMap | undefined;
  /** URLs of the files that were read. */
  readonly loaded: readonly string[];
  readonly messages: readonly SassMessage[];
}

/** What is wrong with a style sheet, and where: lines and columns count from 1. */
export interface SassFailure {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The file it is in, where that is not the style sheet itself. */
  readonly url: string | undefined;
}

/** What became of a job. */
export type SassOutcome =
  | { readonly kind: 'compiled'; readonly compiled: CompiledSass }
  | { readonly kind: 'failed'; readonly failure: SassFailure };

/** Compiles a style sheet by Sass in JavaScript. */
export function compileSass(job: SassJob): SassOutcome {
  const sass = loadSass();
  const messages: SassMessage[] = [];
  try {
    return succeed(sass.compileString(job.content, optionsOf(job, messages)), messages);
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    return fail(error);
  } finally {
    // Of what has been run, once for an installation.
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
 * What was compiled.
 *
 * @param file names the style sheet in an error
 * @throws UttersonError `SassError` with the place in the style sheet or in what it imports
 */
export function compiledOf(outcome: SassOutcome, job: SassJob, file: string | undefined): CompiledSass {
  if (outcome.kind === 'compiled') return outcome.compiled;
  const { message, line, column, url } = outcome.failure;
  const isOwn = url === undefined || url === job.url;
  const place = !isOwn && url.startsWith('file:') ? fileURLToPath(url) : file;
  throw new UttersonError('SassError', message, {
    ...(place !== undefined && { file: place }),
    line,
    column,
    // Lines of a partial are not those of the style sheet that uses it.
    ...(isOwn && { source: job.content }),
    ...(/^Can't find stylesheet/.test(message) && {
      hint: 'Sass looks in the folders set by sass_dir and load_paths; the default is _sass.',
    }),
  });
}

function optionsOf(job: SassJob, messages: SassMessage[]): SassOptions {
  return {
    syntax: job.syntax,
    style: job.style,
    loadPaths: [...job.loadPaths],
    ...(job.url === undefined ? {} : { url: new URL(job.url) }),
    sourceMap: job.hasSourceMap,
    sourceMapIncludeSources: job.hasSourceMap,
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
