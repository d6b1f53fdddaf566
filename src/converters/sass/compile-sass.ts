import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CompiledModule, requireCompiled } from '../../util/program/compiled-code.ts';
import { packageFile } from '../../util/program/package-file.ts';
import type { SassJob, SassMessage, SassOutcome } from './sass-job.ts';

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
