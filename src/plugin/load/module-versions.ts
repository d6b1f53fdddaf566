import { realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { digest } from '../../util/digest.ts';
import { addResolveHook } from './resolve-hook.ts';

/** The CommonJS modules of this process. */
const { cache: required } = createRequire(import.meta.url);

let hasLoaded = false;
let isPassedOn = false;

/**
 * The query of the URLs to import plugins by. Node keeps modules by URL, and CommonJS modules by path, for as long as the process
 * runs. So that a server sees what changed in plugins and in the files that they import, the URLs name the state of all of them.
 *
 * @param paths the files in the plugin folders
 */
export function renewModules(paths: readonly string[]): string {
  if (hasLoaded) {
    passVersionsOn();
    for (const path of paths) delete required[realpathSync(path)];
  }
  hasLoaded = true;
  return `?v=${digest(paths.map(stateOf).join('\n')).replaceAll(/\W/g, '-')}`;
}

/** Whether a file that has been imported is a CommonJS module. */
export function isCommonJs(path: string): boolean {
  return required[realpathSync(path)] !== undefined;
}

function stateOf(path: string): string {
  const { mtimeMs, size, ino } = statSync(path);
  return `${path} ${mtimeMs} ${size} ${ino}`;
}

/** The version at the end of the URL of a module. */
const VERSION = /\?v=[\w-]+$/;

/** Another file of the site, as opposed to a package. */
const RELATIVE = /^\.\.?\//;

/** Makes the files that a plugin imports have its version. Only the second loading needs this, so no single build pays for it. */
function passVersionsOn(): void {
  if (isPassedOn) return;
  isPassedOn = true;
  addResolveHook({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      const version = RELATIVE.test(specifier) ? VERSION.exec(context.parentURL ?? '')?.[0] : undefined;
      return version === undefined ? found : { ...found, url: found.url + version };
    },
    text: RESOLVE,
  });
}

/** The same hook as the text of a module. */
const RESOLVE = `
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const version = /^\\.\\.?\\//.test(specifier) ? /\\?v=[\\w-]+$/.exec(context.parentURL ?? '')?.[0] : undefined;
  return version === undefined ? found : { ...found, url: found.url + version };
}
`;
