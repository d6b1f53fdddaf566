import { mkdirSync, writeFileSync } from 'node:fs';
import { joinPaths, type PluginCommand, type Site, UttersonError } from '../../plugin/plugin.ts';
import { Style } from './csl/style.ts';
import { parseXml } from './csl/xml.ts';
import { Settings } from './settings.ts';
import { languageTag, STYLE_FOLDER } from './styles.ts';

const REPOSITORIES = 'https://raw.githubusercontent.com/citation-style-language';
/** The commits that the gem csl-styles 2.0.2 has. */
const STYLES = `${REPOSITORIES}/styles/ff8f9033b43e0bd6177f2480f5d104941c698013`;
const LOCALES = `${REPOSITORIES}/locales/2e12206cc16ce9fd068f4f1df459be3c0888582d`;
const TIMEOUT_MS = 60_000;
const NAME = /^[\w.-]+$/;

/** The text at an address; undefined if there is none. Passed in, so that tests need no network. */
type FetchText = (address: string) => Promise<string | undefined>;

const fetchText: FetchText = async (address) => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return await response.text();
    if (response.status === 404) return undefined;
    throw new Error(`it answered ${response.status} ${response.statusText}`.trim());
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw new UttersonError('DownloadFailed', `${address} could not be fetched: ${reason}`, {
      hint: 'Is there a network connection?',
      cause,
    });
  }
};

/** A style and, if it only gives another one its name, that one as well; by the names of their files. */
async function fetchStyle(name: string, fetchAt: FetchText): Promise<Map<string, string>> {
  const text = (await fetchAt(`${STYLES}/${name}.csl`)) ?? (await fetchAt(`${STYLES}/dependent/${name}.csl`));
  if (text === undefined) {
    throw new UttersonError('UnknownStyle', `There is no citation style "${name}".`, {
      hint: 'https://www.zotero.org/styles lists their names.',
    });
  }
  const files = new Map([[`${name}.csl`, text]]);
  const parent = new Style(parseXml(text, 'style', name)).parentName;
  if (parent === undefined) return files;
  return new Map([...files, ...(await fetchStyle(parent, fetchAt))]);
}

async function fetchLocale(name: string, fetchAt: FetchText): Promise<Map<string, string>> {
  const file = `locales-${languageTag(name)}.xml`;
  const text = await fetchAt(`${LOCALES}/${file}`);
  if (text !== undefined) return new Map([[file, text]]);
  throw new UttersonError('UnknownLocale', `There is no locale "${name}" for citation styles.`, {
    hint: `https://github.com/citation-style-language/locales lists them; scholar: locale names one, such as en-GB.`,
  });
}

/** Downloads styles and the site's locale into the site's folder `_csl`. */
export async function fetchStyles(site: Site, words: readonly string[], fetchAt: FetchText): Promise<void> {
  const settings = Settings.ofSite(site);
  const names = words.length > 0 ? words : [settings.text('style')];
  for (const name of names) {
    if (NAME.test(name)) continue;
    throw new UttersonError('InvalidUsage', `${JSON.stringify(name)} is not the name of a citation style.`, {
      hint: 'Names are those of https://www.zotero.org/styles: utterson fetch-style ieee',
    });
  }
  const locale = settings.text('locale');
  const files = NAME.test(locale) ? await fetchLocale(locale, fetchAt) : new Map<string, string>();
  for (const name of names) {
    for (const [file, text] of await fetchStyle(name.replace(/\.csl$/, ''), fetchAt)) files.set(file, text);
  }
  const folder = site.inSource(STYLE_FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) {
    writeFileSync(joinPaths(folder, file), text);
    site.log.info('Fetched:', `${STYLE_FOLDER}/${file}`);
  }
  site.log.info('', 'Commit the folder. The files are under CC BY-SA 3.0, as they say themselves.');
}

/** `utterson fetch-style [NAME…]` */
export const fetchStyleCommand: PluginCommand = {
  name: 'fetch-style',
  description: 'Downloads citation styles and the locale into _csl, once',
  async run({ words, readSite }) {
    await fetchStyles(await readSite(), words, fetchText);
  },
};
