import type { Site } from '../../plugin/plugin.ts';
import { filesBelow } from '../shared/files-below.ts';
import type { Settings } from './settings.ts';

/** The files that belong to entries, by their names: for `doe20`, `doe20.pdf` and `doe20.slides.pdf`. */
type Repository = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the settings of a tag have led to, so that a folder is listed once for a tag and not once for an entry. */
const known = new WeakMap<Settings, Repository>();

/** The files in the folder that the setting `repository` names, with their paths in the source. */
export function readRepository(site: Site, settings: Settings): Repository {
  const repository = known.get(settings) ?? listRepository(site, settings);
  known.set(settings, repository);
  return repository;
}

function listRepository(site: Site, settings: Settings): Repository {
  const files = new Map<string, Map<string, string>>();
  const folder = settings.is('repository') ? settings.text('repository') : '';
  if (folder === '') return files;
  const base = site.inSource(folder);
  const delimiter = settings.text('repository_file_delimiter');
  for (const path of pathsBelow(site, base)) {
    const own = path.slice(base.length + 1);
    const at = own.indexOf(delimiter);
    const [key, kind] = at === -1 ? [own, ''] : [own.slice(0, at), own.slice(at + delimiter.length)];
    files.set(key, (files.get(key) ?? new Map()).set(kind, path.slice(site.source.length + 1)));
  }
  return files;
}

function pathsBelow(site: Site, base: string): readonly string[] {
  site.noteRead(`folder:${base}`);
  return [...filesBelow(site, base)];
}
