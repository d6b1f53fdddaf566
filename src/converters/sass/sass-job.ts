import { fileURLToPath } from 'node:url';
import { UttersonError } from '../../errors.ts';

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

/** What is known of a style sheet besides its job, for errors. */
interface SheetNames {
  /** The style sheet's own name, if it has one. */
  readonly file: string | undefined;
  /** The load paths that do not exist. */
  readonly absent: readonly string[];
}

/**
 * The CSS and the rest of what a compilation produced.
 *
 * @throws {UttersonError} `SassError` for a failure, with its position in the style sheet or in a file that it imports
 */
export function compiledOf(outcome: SassOutcome, job: SassJob, { file, absent }: SheetNames): CompiledSass {
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
