import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Conversion, Converter } from '../plugin/converter.ts';
import { type ReadonlyHash, settingsOf } from '../site/hash.ts';
import { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { requireUtf8 } from '../util/encoding.ts';
import { joinPaths, withSlashes } from '../util/paths.ts';
import { encodeUri } from '../util/uri.ts';
import { compiledOf, type SassJob, type SassMessage, type SourceMap } from './compile-sass.ts';
import type { SassCompiler } from './sass-compiler.ts';

const BYTE_ORDER_MARK = /^\ufeff/;
/** Sass's count of the repeated deprecations that it has not shown; a summary is logged here anyway. */
const OMISSION = /^\d+ repetitive deprecation warnings? omitted/;

/** Converts `.scss` or `.sass` to CSS with Dart Sass. */
export class SassConverter implements Converter {
  readonly name: string;
  readonly priority = 'low';
  readonly #extension: string;
  readonly #syntax: SassJob['syntax'];
  readonly #compiler: SassCompiler;
  readonly #deprecations: Set<string>;

  /** @param deprecations collects Sass's names of the deprecated features that style sheets use */
  constructor(extension: '.scss' | '.sass', compiler: SassCompiler, deprecations: Set<string>) {
    this.#compiler = compiler;
    this.#deprecations = deprecations;
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
    const job = this.#job(content, site, page);
    const { css, sourceMap, loaded, messages } = compiledOf(this.#compiler.compile(job), job, page?.relativePath);
    for (const message of messages) this.#report(message, site, job.verbose);
    noteReads(site, loaded);
    const plain = css.replace(BYTE_ORDER_MARK, settings(site).get('add_charset') === true ? '@charset "UTF-8";' : '');
    if (!job.hasSourceMap || page === null) return `${plain}\n`;
    addSourceMap(site, page, sourceMap);
    return `${plain}\n\n/*# sourceMappingURL=${encodeUri(`${page.baseName}.css.map`)} */`;
  }

  /** Has a page's style sheet compiled ahead of time. */
  announce(page: Page): void {
    this.#compiler.announce(this.#job(page.content ?? '', page.site, page));
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

  #job(content: string, site: Site, page: Page | null): SassJob {
    const sass = settings(site);
    const list = (key: string): string[] =>
      Array.isArray(sass.get(key)) ? (sass.get(key) as unknown[]).map(String) : [];
    return {
      content,
      syntax: this.#syntax,
      style: String(sass.get('style') ?? '').replace(/^:/, '') === 'compressed' ? 'compressed' : 'expanded',
      loadPaths: loadPaths(site),
      ...(page === null ? {} : { url: pathToFileURL(joinPaths(site.source, page.relativePath)).href }),
      hasSourceMap: page !== null && needsSourceMap(site),
      quietDeps: sass.get('quiet_deps') === true,
      verbose: sass.get('verbose') === true,
      silenceDeprecations: list('silence_deprecations'),
      fatalDeprecations: list('fatal_deprecations'),
      futureDeprecations: list('future_deprecations'),
    };
  }
}

function settings(site: Site): ReadonlyHash {
  return settingsOf(site.config, 'sass');
}

/** Jekyll's default is `sourcemap: always`; with `development`, builds for production have none. */
function needsSourceMap(site: Site): boolean {
  const wanted = String(settings(site).get('sourcemap') ?? 'always').replace(/^:/, '');
  return wanted !== 'never' && (wanted !== 'development' || site.environment === 'development');
}

/** Records that a style sheet depends on the files it imported, and on the folders in which it might find others. */
function noteReads(site: Site, loaded: readonly string[]): void {
  const { reads } = site.services;
  for (const path of possiblePaths(site)) reads.note(`folder:${path}`);
  for (const url of loaded) if (url.startsWith('file:')) reads.note(`file:${withSlashes(fileURLToPath(url))}`);
}

/** Whether a site has a folder of style sheets to import; if so, it usually has style sheets to compile. */
export function hasSassFolder(site: Site): boolean {
  return loadPaths(site).length > 0;
}

/** The existing folders in which imports are searched for. */
function loadPaths(site: Site): string[] {
  return possiblePaths(site).filter((path) => site.tree.status(path)?.kind === 'directory');
}

/** The configured folders, then `_sass`, then the theme's. */
function possiblePaths(site: Site): string[] {
  const sass = settings(site);
  const configured = sass.get('load_paths');
  const own = sass.get('sass_dir');
  const names = [...(Array.isArray(configured) ? configured.map(String) : []), own ? String(own) : '_sass'];
  const paths = names.map((name) => site.inSource(name));
  const theme = site.theme?.folder('_sass');
  return [...new Set(paths), ...(theme ? [theme] : [])];
}

/** Adds the source map as a page of its own, next to the style sheet. */
function addSourceMap(site: Site, page: Page, map: SourceMap | undefined): void {
  if (map === undefined) return;
  const base = `${pathToFileURL(site.source).href}/`;
  const sources = map.sources.map((source) => (source.startsWith(base) ? source.slice(base.length) : source));
  const content = JSON.stringify({ ...map, sources, file: encodeUri(`${page.baseName}.css`) });
  const name = `${page.baseName}.css.map`;
  site.pages.push(new Page(site, { directory: page.directory, name, content, data: page.data, isPlain: true }));
}
