import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Conversion, Converter } from '../../plugin/converter.ts';
import { Page } from '../../site/page.ts';
import type { Site } from '../../site/site.ts';
import { readsOf } from '../../site/site-internals.ts';
import { requireUtf8 } from '../../util/encoding.ts';
import { joinPaths, relativePath, withSlashes } from '../../util/files/paths.ts';
import { encodeUri } from '../../util/uri.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { layOutCss } from './css-layout.ts';
import type { SassCompiler } from './sass-compiler.ts';
import { compiledOf, type SassJob, type SassMessage, type SourceMap } from './sass-job.ts';
import { existingFolders, possibleLoadPaths, sassSettings, textsIn } from './sass-load-paths.ts';

/**
 * The major version of jekyll-sass-converter whose output is wanted. Version 3 keeps what Dart Sass returns: CSS without
 * a newline at the end, a byte order mark, paths in source maps that are relative to the style sheet's folder.
 */
export type SassConverterVersion = 2 | 3;

const BYTE_ORDER_MARK = /^\ufeff/;
/** Sass's count of the repeated deprecations that it has not shown; a summary is logged here anyway. */
const OMISSION = /^\d+ repetitive deprecation warnings? omitted/;

interface SassConverterOptions {
  readonly compiler: SassCompiler;
  /** Collects Sass's names of the deprecated features that style sheets use. */
  readonly deprecations: Set<string>;
  readonly version: SassConverterVersion;
}

/** Converts `.scss` or `.sass` to CSS with Dart Sass. */
export class SassConverter implements Converter {
  readonly name: string;
  readonly priority = 'low';
  readonly #extension: string;
  readonly #syntax: SassJob['syntax'];
  readonly #compiler: SassCompiler;
  readonly #deprecations: Set<string>;
  readonly #version: SassConverterVersion;

  constructor(extension: '.scss' | '.sass', { compiler, deprecations, version }: SassConverterOptions) {
    this.#compiler = compiler;
    this.#deprecations = deprecations;
    this.#version = version;
    this.#extension = extension;
    this.#syntax = extension === '.scss' ? 'scss' : 'indented';
    this.name = extension === '.scss' ? 'Scss' : 'Sass';
  }

  matches(extension: string): boolean {
    return extension.toLowerCase() === this.#extension;
  }

  outputExtension(): string {
    return '.css';
  }

  convert(content: string, conversion: Conversion): string {
    requireUtf8(content, 'Invalid UTF-8 sequence');
    const { site } = conversion;
    const page = conversion.item?.kind === 'page' ? conversion.item : null;
    const folders = possibleLoadPaths(site);
    const job = this.#job(content, site, page, folders);
    const absent = folders
      .filter((path) => !job.loadPaths.includes(path))
      .map((path) => relativePath(site.source, path));
    const outcome = this.#compiler.compile(job);
    const { css, sourceMap, loaded, messages } = compiledOf(outcome, job, { file: page?.relativePath, absent });
    for (const message of messages) this.#report(message, site, job.verbose);
    noteReads(site, folders, loaded);
    const output = this.#version === 2 ? css.replace(BYTE_ORDER_MARK, charsetOf(site)) : css;
    if (!job.hasSourceMap || page === null) return this.#version === 2 ? this.#layOut(output, site) : output;
    this.#addSourceMap(site, page, sourceMap);
    const separator = this.#version === 3 && job.style === 'compressed' ? '' : '\n\n';
    return `${output}${separator}/*# sourceMappingURL=${encodeUri(`${page.baseName}.css.map`)} */`;
  }

  /** Lays out CSS that has no source map, in which positions would be others. */
  #layOut(css: string, site: Site): string {
    const style = styleOf(site);
    return style === 'compressed' ? `${css}\n` : layOutCss(css, style === 'expanded' ? 'expanded' : 'compact');
  }

  /** Adds the source map as a page of its own, next to the style sheet. */
  #addSourceMap(site: Site, page: Page, map: SourceMap | undefined): void {
    if (map === undefined) return;
    const base = this.#version === 2 ? `${site.source}/` : joinPaths(site.source, page.relativePath);
    const sources = map.sources.map((source) => relativeUrl(source, pathToFileURL(base).href));
    const content = JSON.stringify({ ...map, sources, file: encodeUri(`${page.baseName}.css`) });
    const name = `${page.baseName}.css.map`;
    site.pages.push(new Page(site, { directory: page.directory, name, content, data: page.data, isPlain: true }));
  }

  /** Has a page's style sheet compiled ahead of time. */
  announce(page: Page): void {
    this.#compiler.announce(this.#job(page.content ?? '', page.site, page, possibleLoadPaths(page.site)));
  }

  /**
   * Logs a message. Old style sheets are full of deprecations, which are only summed up after the build unless the
   * option `verbose` is set.
   */
  #report(message: SassMessage, { log }: Site, isVerbose: boolean): void {
    if (message.kind === 'debug') log.info('Sass:', message.text);
    else if (message.kind === 'deprecation' && !isVerbose) this.#deprecations.add(message.name);
    else if (!OMISSION.test(message.text)) log.warn('Sass:', message.text);
  }

  #job(content: string, site: Site, page: Page | null, folders: readonly string[]): SassJob {
    const sass = sassSettings(site);
    return {
      content,
      syntax: this.#syntax,
      style: styleOf(site) === 'compressed' ? 'compressed' : 'expanded',
      loadPaths: existingFolders(folders, site),
      ...(page === null ? {} : { url: pathToFileURL(joinPaths(site.source, page.relativePath)).href }),
      hasSourceMap: page !== null && needsSourceMap(site),
      hasCharset: page !== null || this.#version === 2,
      quietDeps: isTruthy(sass.get('quiet_deps')),
      verbose: isTruthy(sass.get('verbose')),
      silenceDeprecations: textsIn(sass, 'silence_deprecations'),
      fatalDeprecations: textsIn(sass, 'fatal_deprecations'),
      futureDeprecations: textsIn(sass, 'future_deprecations'),
    };
  }
}

function styleOf(site: Site): string {
  return String(sassSettings(site).get('style') ?? '').replace(/^:/, '');
}

/** What version 2 of the converter puts in the place of a byte order mark. */
function charsetOf(site: Site): string {
  return isTruthy(sassSettings(site).get('add_charset')) ? '@charset "UTF-8";' : '';
}

/** Jekyll's default is `sourcemap: always`; with `development`, builds for production have none. */
function needsSourceMap(site: Site): boolean {
  const wanted = String(sassSettings(site).get('sourcemap') ?? 'always').replace(/^:/, '');
  return wanted !== 'never' && (wanted !== 'development' || site.environment === 'development');
}

/** Records that a style sheet depends on the files it imported, and on the folders in which it might find others. */
function noteReads(site: Site, folders: readonly string[], loaded: readonly string[]): void {
  const reads = readsOf(site);
  reads.note('load-paths');
  for (const path of folders) reads.note(`folder:${path}`);
  for (const url of loaded) if (url.startsWith('file:')) reads.note(`file:${withSlashes(fileURLToPath(url))}`);
}

/** Whether a site has a folder of style sheets to import; if so, it usually has style sheets to compile. */
export function hasSassFolder(site: Site): boolean {
  return existingFolders(possibleLoadPaths(site), site).length > 0;
}

/**
 * A `file:` URL as seen from another one. Other URLs stay as they are.
 *
 * @example
 * relativeUrl('file:///site/_sass/a.scss', 'file:///site/css/main.scss') // '../_sass/a.scss'
 */
function relativeUrl(url: string, from: string): string {
  if (!url.startsWith('file:')) return url;
  const names = url.split('/');
  const others = from.split('/').slice(0, -1);
  const shared = names.findIndex((name, index) => name !== others[index]);
  return [...others.slice(shared).map(() => '..'), ...names.slice(shared)].join('/');
}
