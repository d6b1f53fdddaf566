import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UttersonError } from '../errors.ts';
import type { Conversion, Converter } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import { Page } from '../site/page.ts';
import { joinPaths } from '../site/paths.ts';
import type { Site } from '../site/site.ts';
import { encodeUri } from '../util/uri.ts';

type Sass = typeof import('sass');
type SassOptions = NonNullable<Parameters<Sass['compileString']>[1]>;

/** Dart Sass takes longer to load than many a site to build, so it is loaded when a style sheet needs it. */
const loadSass = (): Sass => createRequire(import.meta.url)('sass');

const BYTE_ORDER_MARK = /^\ufeff/;

/** `.scss` and `.sass` into CSS with Dart Sass. */
export class SassConverter implements Converter {
  readonly name: string;
  readonly priority = 'low';
  readonly #extension: string;
  readonly #syntax: 'scss' | 'indented';

  constructor(extension: '.scss' | '.sass') {
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
    const { site } = conversion;
    const page = conversion.item?.kind === 'page' ? conversion.item : null;
    const withMap = page !== null && needsSourceMap(site);
    const url = page === null ? {} : { url: pathToFileURL(joinPaths(site.source, page.relativePath)) };
    const options = { ...this.#options(site), ...url, sourceMap: withMap, sourceMapIncludeSources: withMap };
    const { css, sourceMap, loadedUrls } = compile(content, options, page?.relativePath);
    noteReads(site, loadedUrls);
    const plain = css.replace(BYTE_ORDER_MARK, settings(site).get('add_charset') === true ? '@charset "UTF-8";' : '');
    if (!withMap) return `${plain}\n`;
    addSourceMap(site, page, sourceMap);
    return `${plain}\n\n/*# sourceMappingURL=${encodeUri(`${page.baseName}.css.map`)} */`;
  }

  #options(site: Site): SassOptions {
    const sass = settings(site);
    const list = (key: string): string[] =>
      Array.isArray(sass.get(key)) ? (sass.get(key) as unknown[]).map(String) : [];
    return {
      syntax: this.#syntax,
      style: String(sass.get('style') ?? '').replace(/^:/, '') === 'compressed' ? 'compressed' : 'expanded',
      loadPaths: loadPaths(site),
      quietDeps: sass.get('quiet_deps') === true,
      verbose: sass.get('verbose') === true,
      silenceDeprecations: list('silence_deprecations') as NonNullable<SassOptions['silenceDeprecations']>,
      fatalDeprecations: list('fatal_deprecations') as NonNullable<SassOptions['fatalDeprecations']>,
      futureDeprecations: list('future_deprecations') as NonNullable<SassOptions['futureDeprecations']>,
      logger: {
        warn: (message) => site.log.warn('Sass:', message),
        debug: (message) => site.log.info('Sass:', message),
      },
    };
  }
}

function settings(site: Site): ReadonlyHash {
  return asHash(site.config.get('sass'));
}

/** `sourcemap: always` is Jekyll's default; `development` leaves it out of a build for production. */
function needsSourceMap(site: Site): boolean {
  const wanted = String(settings(site).get('sourcemap') ?? 'always').replace(/^:/, '');
  return wanted !== 'never' && (wanted !== 'development' || site.environment === 'development');
}

/** A style sheet depends on what it imports, and on what it would find if there were more. */
function noteReads(site: Site, loaded: readonly URL[]): void {
  const { reads } = site.services;
  for (const path of possiblePaths(site)) reads.note(`folder:${path}`);
  for (const url of loaded)
    if (url.protocol === 'file:') reads.note(`file:${fileURLToPath(url).replaceAll('\\', '/')}`);
}

/** The folders that imports are looked for in, as far as they are there. */
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

function compile(content: string, options: SassOptions, file: string | undefined): ReturnType<Sass['compileString']> {
  const sass = loadSass();
  try {
    return sass.compileString(content, options);
  } catch (error) {
    if (!(error instanceof sass.Exception)) throw error;
    const { start, url } = error.span;
    throw new UttersonError('SassError', error.sassMessage, {
      ...(file === undefined ? {} : { file: url?.protocol === 'file:' ? fileURLToPath(url) : file }),
      line: start.line + 1,
      column: start.column + 1,
      source: content,
      cause: error,
    });
  }
}

interface SourceMap {
  readonly sources: readonly string[];
}

/** The map is a page of its own, written beside the style sheet. */
function addSourceMap(site: Site, page: Page, map: SourceMap | undefined): void {
  if (map === undefined) return;
  const base = `${pathToFileURL(site.source).href}/`;
  const sources = map.sources.map((source) => (source.startsWith(base) ? source.slice(base.length) : source));
  const content = JSON.stringify({ ...map, sources, file: encodeUri(`${page.baseName}.css`) });
  const name = `${page.baseName}.css.map`;
  site.pages.push(new Page(site, { directory: page.directory, name, content, data: page.data, isPlain: true }));
}
