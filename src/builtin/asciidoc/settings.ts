import {
  asHash,
  inspect,
  isNil,
  isTruthy,
  JEKYLL_VERSION,
  type ReadonlyHash,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';

/** An attribute as Asciidoctor takes it: with `@` at its end a text may override it; null takes it away. */
type AttributeValue = string | false | null;

const EXTENSIONS: readonly string[] = ['asciidoc', 'adoc', 'ad'];
/** Settings that are read apart from the options that Asciidoctor is given as they are. */
const OWN_SETTINGS: ReadonlySet<unknown> = new Set(['attributes', 'base_dir', 'safe']);
/** Settings that name files or classes in Ruby. */
const RUBY_SETTINGS = [
  'template_dir',
  'template_dirs',
  'template_engine',
  'converter',
  'extensions',
  'extension_registry',
];
/** The name of an attribute in the value of another one: `{name}`, or escaped `\{name}`. */
const REFERENCE = /\\?\{([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}][-\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*)\}/gu;

/** What the configuration says under `asciidoc` and `asciidoctor`. */
export interface AsciidocSettings {
  /** How the attributes begin that become data of a page: `page-`, or empty for all. */
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** Values of attributes that are lists and hashes; only pages see them. */
  readonly structures: ReadonlyMap<string, unknown>;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where includes start from, or undefined for the folder of each file. */
  readonly baseFolder: string | undefined;
  readonly excerptSeparator: unknown;
  readonly excerptDoctype: unknown;
}

/** The settings under `asciidoc`, which may also be the name of the processor only. */
function ownSettings(site: Site): ReadonlyHash {
  const given = site.config.get('asciidoc');
  const settings = typeof given === 'string' ? new Map([['processor', given]]) : asHash(given);
  const processor = settings.get('processor') ?? 'asciidoctor';
  if (processor === 'asciidoctor') return settings;
  throw new UttersonError('InvalidConfiguration', `Invalid AsciiDoc processor given: ${toText(processor)}`, {
    hint: 'The only one is asciidoctor.',
  });
}

/** Whether a file is AsciiDoc, by its extension. */
export const isAsciidoc = (extension: string): boolean => EXTENSIONS.includes(extension.slice(1).toLowerCase());

/**
 * Which files are pages and documents without front matter.
 *
 * @throws {UttersonError} `InvalidConfiguration` for other extensions: the kinds of files are fixed before there is a site
 */
export function mayLackFrontMatter(site: Site): (extension: string) => boolean {
  const settings = ownSettings(site);
  const listed = toText(settings.get('ext') ?? site.config.get('asciidoc_ext') ?? EXTENSIONS.join(','))
    .toLowerCase()
    .split(/[,|]/);
  const other = listed.find((extension) => !EXTENSIONS.includes(extension));
  if (other !== undefined) {
    throw new UttersonError('InvalidConfiguration', `asciidoc: { ext } names the extension ${inspect(other)}.`, {
      hint: `Only ${EXTENSIONS.join(', ')} are known here: rename the files.`,
    });
  }
  if (isTruthy(settings.get('require_front_matter_header'))) return () => false;
  return (extension) => listed.includes(extension.slice(1).toLowerCase());
}

function prefixOf(site: Site, settings: ReadonlyHash): string {
  const prefix = givenPrefix(site, settings).replace(/-$/, '');
  return prefix === '' ? '' : `${prefix}-`;
}

function givenPrefix(site: Site, settings: ReadonlyHash): string {
  const own = settings.get('page_attribute_prefix');
  if (isTruthy(own)) return toText(own);
  if (site.config.has('asciidoc_page_attribute_prefix')) {
    const old = site.config.get('asciidoc_page_attribute_prefix');
    return isTruthy(old) ? toText(old) : '';
  }
  return settings.has('page_attribute_prefix') ? '' : 'page';
}

function siteAttributes(site: Site): [string, unknown][] {
  return Object.entries({
    'site-root': site.source,
    'site-source': site.source,
    'site-destination': site.destination,
    'site-baseurl': site.config.get('baseurl'),
    'site-url': site.config.get('url'),
    env: 'site',
    'env-site': '',
    'site-gen': 'jekyll',
    'site-gen-jekyll': '',
    builder: 'jekyll',
    'builder-jekyll': '',
    'jekyll-version': JEKYLL_VERSION,
    idprefix: '',
    idseparator: '-',
    linkattrs: '@',
  });
}

/** Collects attributes in the order in which they are given. */
class AttributeList {
  readonly attributes = new Map<string, AttributeValue>();
  readonly structures = new Map<string, unknown>();

  addAll(given: unknown): void {
    const entries = Array.isArray(given) ? given.map(splitEntry) : given instanceof Map ? [...given] : [];
    for (const [key, value] of entries) this.add(toText(key), value);
  }

  add(name: string, value: unknown): void {
    if (name.startsWith('!')) this.attributes.set(name.slice(1), null);
    else if (name.endsWith('!')) this.attributes.set(name.slice(0, -1), null);
    else if (name.startsWith('-')) this.attributes.delete(name.slice(1));
    else if (typeof value === 'string') this.attributes.set(name, this.#withReferences(value));
    else if (value === true) this.attributes.set(name, '');
    else if (isNil(value) || value === false)
      this.attributes.set(name, name === 'page-layout' && value === false ? false : null);
    else if (Array.isArray(value) || value instanceof Map) this.structures.set(name, value);
    else this.attributes.set(name, toText(value));
  }

  #withReferences(text: string): string {
    return text.replace(REFERENCE, (reference, name: string) => {
      if (reference.startsWith('\\')) return reference.slice(1);
      if (!this.attributes.has(name)) return reference;
      const value = this.attributes.get(name);
      return (value === false ? 'false' : (value ?? '')).replace(/@$/, '');
    });
  }
}

function splitEntry(entry: unknown): [string, string] {
  const text = toText(entry);
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A path from the site's root is one below `baseurl`. */
function placeImages(attributes: Map<string, AttributeValue>, site: Site): void {
  const folder = attributes.get('imagesdir');
  if (typeof folder !== 'string' || !folder.startsWith('/')) return;
  if (!attributes.has('imagesoutdir')) attributes.set('imagesoutdir', site.destination + folder.replace(/@$/, ''));
  const base = toText(site.config.get('baseurl'));
  if (base !== '') attributes.set('imagesdir', base + folder);
}

/**
 * What the configuration says.
 *
 * @throws {UttersonError} `InvalidConfiguration` for what only Ruby can do
 */
export function readSettings(site: Site): AsciidocSettings {
  const own = ownSettings(site);
  const given: ReadonlyHash = asHash(site.config.get('asciidoctor'));
  const ruby = RUBY_SETTINGS.find((name) => given.has(name));
  if (ruby !== undefined) {
    throw new UttersonError(
      'InvalidConfiguration',
      `asciidoctor: { ${ruby} } names code in Ruby, which does not run here.`,
      {
        hint: 'Remove it, and make the pages with the converter of Asciidoctor itself.',
      },
    );
  }
  const list = new AttributeList();
  for (const [name, value] of siteAttributes(site)) list.add(name, value);
  list.addAll(own.get('attributes'));
  list.addAll(given.get('attributes'));
  placeImages(list.attributes, site);
  const base = given.get('base_dir');
  return {
    prefix: prefixOf(site, own),
    attributes: list.attributes,
    structures: list.structures,
    options: { ...plainOptions(given), safe: given.get('safe') ?? 'safe' },
    baseFolder:
      base === ':docdir' ? undefined : isNil(base) || base === ':source' ? site.source : site.inSource(toText(base)),
    excerptSeparator: own.get('excerpt_separator'),
    excerptDoctype: own.get('excerpt_doctype'),
  };
}

function plainOptions(given: ReadonlyHash): Record<string, unknown> {
  const entries = [...given].filter(([key, value]) => !OWN_SETTINGS.has(key) && !(value instanceof Map));
  return Object.fromEntries(entries.map(([key, value]) => [toText(key), value]));
}
