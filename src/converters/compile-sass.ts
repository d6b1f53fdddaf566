import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UttersonError } from '../errors.ts';
import { type KeptCode, requireCompiled } from '../util/compiled-code.ts';
import { packageFile } from '../util/package-file.ts';

type Sass = typeof import('sass');
type SassOptions = NonNullable<Parameters<Sass['compileString']>[1]>;
type Deprecations = NonNullable<SassOptions['silenceDeprecations']>;

const require = createRequire(import.meta.url);
/** The compiled code of Sass, once it is loaded. */
let code: KeptCode | undefined;

/** Dart Sass takes longer to load than many a site to build, so it is loaded when a style sheet needs it. */
export function loadSass(): Sass {
  const entry = require.resolve('sass');
  // The entry is a few lines that require this file, which is nearly all of Sass.
  const body = join(dirname(entry), 'sass.dart.js');
  if (code === undefined && existsSync(body)) code = requireCompiled(body, packageFile('dist', 'compiled'));
  return require(entry);
}

/** Keeps what was compiled of Sass for the next process, unless there is such a thing already. */
export function saveSassCode(): void {
  code?.save();
}

/** A style sheet with all that its compilation depends on but the files it imports. It can be sent to another thread. */
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

/**
 * Compiles a style sheet.
 *
 * @param file names the style sheet in an error
 * @throws UttersonError `SassError` with the place in the style sheet or in what it imports
 */
export function compileSass(job: SassJob, file: string | undefined): CompiledSass {
  const sass = loadSass();
  const messages: SassMessage[] = [];
  try {
    const { css, sourceMap, loadedUrls } = sass.compileString(job.content, optionsOf(job, messages));
    return { css, sourceMap, loaded: loadedUrls.map(({ href }) => href), messages };
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    const { start, url } = error.span;
    throw new UttersonError('SassError', error.sassMessage, {
      ...(file === undefined ? {} : { file: url?.protocol === 'file:' ? fileURLToPath(url) : file }),
      line: start.line + 1,
      column: start.column + 1,
      source: job.content,
      cause: error,
    });
  }
}

/** Sass counts the deprecations that it keeps to itself; here they are summed up anyway. */
const OMISSION = /^\d+ repetitive deprecation warnings? omitted/;

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
        else if (!OMISSION.test(text)) messages.push({ kind: 'warn', text });
      },
      debug: (text) => messages.push({ kind: 'debug', text }),
    },
  };
}
