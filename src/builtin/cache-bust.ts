import { createHash } from 'node:crypto';
import {
  definePlugin,
  type FilterFunction,
  inspect,
  type PluginFilter,
  SITE,
  type Site,
  UttersonError,
} from '../plugin/plugin.ts';
import { filesBelow } from './shared/files-below.ts';

const STYLE_FOLDER = 'assets/_sass';
const ASSETS = 'assets/';

/** A file's bytes, which the page that is being rendered depends on from now on. */
function readFile(site: Site, path: string): Uint8Array {
  site.noteRead(`file:${path}`);
  if (site.tree.status(path)?.kind !== 'file') {
    throw new UttersonError('FileNotFound', `bust_file_cache: there is no file ${path}.`, {
      hint: "The filter takes the path of a file of the source: {{ '/assets/css/main.css' | bust_file_cache }}.",
    });
  }
  return site.tree.read(path);
}

type ListFiles = (site: Site, asset: string) => Iterable<string>;

/**
 * @param start what comes between the address and its version
 * @param list the files whose bytes are the version of an asset
 */
function addVersion(filter: string, start: string, list: ListFiles): FilterFunction {
  return (input, _args, context) => {
    if (typeof input !== 'string') {
      throw new UttersonError('TypeError', `${filter}: its input is ${inspect(input)} instead of a path.`, {
        hint: `Write {{ '/assets/main.css' | ${filter} }}.`,
      });
    }
    const site = context.register(SITE);
    const digest = createHash('md5');
    for (const path of list(site, input)) digest.update(readFile(site, path));
    return `${input}${start}${digest.digest('hex')}`;
  };
}

function* assetFile(site: Site, asset: string): Generator<string> {
  yield site.inSource(asset.slice(Math.max(asset.indexOf(ASSETS), 0)));
}

function styleFiles(site: Site): Iterable<string> {
  const folder = site.inSource(STYLE_FOLDER);
  site.noteRead(`folder:${folder}`);
  return filesBelow(site, folder);
}

/** `{{ '/assets/js/main.js' | bust_file_cache }}`, and `bust_css_cache` for all of `assets/_sass`. */
export function cacheBustFilters(start: string): Readonly<Record<string, PluginFilter>> {
  return {
    bust_file_cache: { apply: addVersion('bust_file_cache', start, assetFile) },
    bust_css_cache: { apply: addVersion('bust_css_cache', start, styleFiles) },
  };
}

/** jekyll-cache-bust. */
export default definePlugin({
  name: 'jekyll-cache-bust',
  isSafe: true,
  filters: cacheBustFilters('?v='),
});
