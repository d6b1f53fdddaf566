import type { Site } from '../../plugin/plugin.ts';

/**
 * The path of a program in the folders of `PATH`; undefined if it is not installed. The site's tree is asked, which
 * remembers the answer: the next build notices that the program has come or gone.
 */
export function findProgram(name: string, site: Site): string | undefined {
  const isWindows = process.platform === 'win32';
  const endings = isWindows ? ['.exe', '.cmd', '.bat'] : [''];
  const { PATH = '', Path = PATH } = site.variables;
  return Path.split(isWindows ? ';' : ':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => `${folder.replaceAll('\\', '/')}/${name}${ending}`))
    .find((path) => site.tree.status(path)?.kind === 'file');
}
