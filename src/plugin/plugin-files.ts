import type { Config } from '../config/config.ts';
import { sanitizedPath } from '../util/paths.ts';
import type { ReadTree } from '../util/tree.ts';

const LOADABLE = /\.[cm]?[jt]s$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/** The files of the plugin folders, JavaScript and TypeScript apart from Ruby. */
export interface PluginFiles {
  readonly loadable: readonly string[];
  readonly ruby: readonly string[];
}

/** Finds plugin files in folders and the folders in them. */
export function findPluginFiles(tree: ReadTree, folders: readonly string[]): PluginFiles {
  const files = folders.flatMap((folder) => listFiles(tree, folder));
  return {
    loadable: files.filter((path) => LOADABLE.test(path) && !DECLARATION.test(path)),
    ruby: files.filter((path) => path.endsWith('.rb')),
  };
}

function listFiles(tree: ReadTree, folder: string): string[] {
  return tree.list(folder).flatMap(({ name, kind }) => {
    if (name === 'node_modules' || name.startsWith('.')) return [];
    const path = `${folder}/${name}`;
    return kind === 'directory' ? listFiles(tree, path) : [path];
  });
}

/** The folders that `plugins_dir` names, absolute. */
export function pluginFolders(config: Config, source: string): string[] {
  const configured = config.get('plugins_dir') ?? '_plugins';
  const names = Array.isArray(configured) ? configured.map(String) : [String(configured)];
  return names.map((name) => sanitizedPath(source, name));
}
