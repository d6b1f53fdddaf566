import { globTree, joinPaths, placeAt, type Site, UttersonError } from '../../plugin/plugin.ts';
import { PerSite } from '../shared/per-site.ts';
import { Bibliography } from './bibtex/bibliography.ts';
import type { LexerOptions } from './bibtex/lexer.ts';
import { BibtexSyntaxError, type ParsedBibtex, parseBibtex } from './bibtex/parser.ts';
import type { Settings } from './settings.ts';

/** A text of BibTeX, and the name of the file that errors show. */
interface Place {
  readonly file: string;
  readonly source: string;
}

/** Parsed files, by their paths, their times and by what is done with them. */
const parsed = new PerSite(() => new Map<string, Bibliography>());

/** How a file is read, by the setting `bibtex_options`. */
export function lexerOptions(settings: Settings): LexerOptions {
  const options = settings.hash('bibtex_options');
  return {
    isStrict: options.get('strict') !== false,
    strips: options.get('strip') !== false,
    allowsMissingKeys: options.get('allow_missing_keys') === true,
  };
}

/** Parses BibTeX that stands in a file; errors name its place. */
export function parsePlaced({ file, source }: Place, options: LexerOptions): ParsedBibtex {
  try {
    return parseBibtex(source, options);
  } catch (error) {
    if (!(error instanceof BibtexSyntaxError)) throw error;
    throw new UttersonError(error.code, error.message, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...placeAt(source, error.at),
      file,
      source,
      cause: error,
    });
  }
}

/** The paths of files of BibTeX, as settings and tags name them. */
export function bibtexPaths(site: Site, names: readonly string[], settings: Settings): readonly string[] {
  const folder = settings.requiredText('source');
  return names.flatMap((name) => {
    if (name.includes('*')) return globbed(site, folder, name);
    const path = site.inSource(joinPaths(folder, name));
    const hasExtension = /[^/.]\.[^/.]+$/.test(name);
    return hasExtension || site.tree.status(path)?.kind === 'file' ? [path] : [`${path}.bib`];
  });
}

function globbed(site: Site, folder: string, pattern: string): readonly string[] {
  const base = site.inSource(folder);
  site.noteRead(`folder:${base}`);
  const paths = globTree(site.tree, base, pattern).map((path) => `${base}/${path}`);
  return paths.filter((path) => site.tree.status(path)?.kind === 'file').sort();
}

function displayed(site: Site, path: string): string {
  return path.startsWith(`${site.source}/`) ? path.slice(site.source.length + 1) : path;
}

/** A text that differs when the file has been changed. */
function stampOf(site: Site, path: string): string {
  site.noteRead(`file:${path}`);
  const status = site.tree.status(path);
  if (status?.kind === 'file') return `${path} ${status.modified}`;
  throw new UttersonError('FileNotFound', `The bibliography ${displayed(site, path)} does not exist.`, {
    hint: 'The folder is the setting `source` under `scholar:`, _bibliography by default; the file is `bibliography`, references.bib by default.',
  });
}

function readPlace(site: Site, path: string): Place {
  const file = displayed(site, path);
  try {
    return { file, source: new TextDecoder('utf-8', { fatal: true }).decode(site.tree.read(path)) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UttersonError('InvalidEncoding', `The bibliography ${file} is not UTF-8.`, {
      hint: 'Save it in this encoding: iconv -f latin1 -t utf-8 does it for one that is in Latin-1.',
      file,
      cause,
    });
  }
}

/** What becomes of entries that are equal. */
interface Duplicates {
  readonly areRemoved: boolean;
  /** The fields that count; empty for `year` and `title`. */
  readonly fields: readonly string[];
}

/**
 * The bibliography in these files, which count as one. It is parsed once for the same settings.
 *
 * @throws {UttersonError} for a file that does not exist, or that bibtex-ruby does not read either
 */
export function loadBibliography(
  site: Site,
  paths: readonly string[],
  settings: Settings,
  duplicates: Duplicates,
): Bibliography {
  const key = JSON.stringify([
    paths.map((path) => stampOf(site, path)),
    [...settings.hash('bibtex_options')],
    settings.is('replace_strings'),
    settings.is('join_strings'),
    duplicates,
  ]);
  const known = parsed.of(site);
  const cached = known.get(key) ?? makeBibliography(site, { paths, settings, duplicates });
  known.set(key, cached);
  return cached;
}

interface Request {
  readonly paths: readonly string[];
  readonly settings: Settings;
  readonly duplicates: Duplicates;
}

function makeBibliography(site: Site, { paths, settings, duplicates }: Request): Bibliography {
  const options = lexerOptions(settings);
  const bibtexOptions = settings.hash('bibtex_options');
  const objects = paths.flatMap((path) => {
    const place = readPlace(site, path);
    const { objects: own, problems } = parsePlaced(place, options);
    for (const { what, at } of problems) {
      const { line, column } = placeAt(place.source, at);
      site.log.warn('BibTeX:', `${place.file}:${line}:${column}: ${what}: the entry is left out.`);
    }
    return own;
  });
  const bibliography = new Bibliography(objects, {
    parsesNames: bibtexOptions.get('parse_names') !== false,
    parsesMonths: bibtexOptions.get('parse_months') !== false,
  });
  if (settings.is('replace_strings')) {
    bibliography.replaceStrings();
    if (settings.is('join_strings')) bibliography.joinTokens();
  }
  if (duplicates.areRemoved) bibliography.removeDuplicates(duplicates.fields);
  return bibliography;
}
