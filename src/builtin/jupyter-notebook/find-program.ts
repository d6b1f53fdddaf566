import { isAbsolute } from 'node:path';
import type { Site } from '../../plugin/plugin.ts';

/**
 * The path of a program in the folders of `PATH`; undefined if it is not installed. The site's tree is asked, which
 * remembers the answer: the next build notices that the program has come or gone.
 */
export function findProgram(name: string, site: Site): string | undefined {
  const isWindows = process.platform === 'win32';
  const file = isWindows ? `${name}.exe` : name;
  const { PATH = '', Path = PATH } = site.variables;
  return (
    Path.split(isWindows ? ';' : ':')
      // A relative folder could be one of the site.
      .filter((folder) => isAbsolute(folder))
      .map((folder) => `${folder.replaceAll('\\', '/')}/${file}`)
      .find((path) => site.tree.status(path)?.kind === 'file')
  );
}
