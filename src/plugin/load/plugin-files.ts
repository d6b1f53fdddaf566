import type { Config } from '../../config/config.ts';
import { resolvePath, sanitizedPath } from '../../util/files/paths.ts';
import type { ReadTree } from '../../util/files/tree.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';

const LOADABLE = /\.[cm]?[jt]s$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** The files in the plugin folders: JavaScript and TypeScript, and apart from them Ruby. */
interface PluginFiles {
  readonly loadable: readonly string[];
  readonly ruby: readonly string[];
}

/** Finds the plugin files in folders and their subfolders. As in Ruby's `Dir['**']`, linked subfolders are not searched. */
export function findPluginFiles(tree: ReadTree, folders: readonly string[]): PluginFiles {
  const files = folders.flatMap((folder) => listFiles(tree, folder));
  return {
    loadable: files.filter((path) => LOADABLE.test(path) && !DECLARATION.test(path)),
    ruby: files.filter((path) => path.endsWith('.rb')),
  };
}

function listFiles(tree: ReadTree, folder: string): string[] {
  return tree.list(folder).flatMap(({ name, kind, isLink }) => {
    if (name === 'node_modules' || name.startsWith('.')) return [];
    const path = `${folder}/${name}`;
    if (kind !== 'directory') return [path];
    return isLink ? [] : listFiles(tree, path);
  });
}

const DEFAULT_FOLDER = '_plugins';

/**
 * The folders that `plugins_dir` names, absolute; none in safe mode. As in Jekyll, only the default is in the source; any other
 * name starts from the current folder.
 */
export function pluginFolders(config: Config, source: string, folder: string): string[] {
  if (isTruthy(config.get('safe'))) return [];
  const configured = config.get('plugins_dir') ?? DEFAULT_FOLDER;
  if (configured === DEFAULT_FOLDER) return [sanitizedPath(source, DEFAULT_FOLDER)];
  const names = Array.isArray(configured) ? configured.map(String) : [String(configured)];
  return names.map((name) => resolvePath(folder, name));
}
