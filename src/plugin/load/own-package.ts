import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../../util/program/package-file.ts';
import { addResolveHook } from './resolve-hook.ts';

const OWN = /^utterson(?:\/|$)/;
let isOffered = false;

/**
 * Lets a site's plugins import or require `utterson` and `utterson/plugin` even if no such package is installed beside them, as when
 * the command is installed globally. A package that the site does have wins.
 *
 * @param path the plugin file
 *
 * @example
 * offerOwnPackage('/site/_plugins/shout.mjs')
 */
export function offerOwnPackage(path: string): void {
  if (isOffered || hasPackage(path)) return;
  isOffered = true;
  const own = packageFile('package.json');
  const { resolve } = createRequire(own);
  addResolveHook({
    resolve: (specifier, context, next) => {
      try {
        return next(specifier, context);
      } catch (error) {
        // Not asked for from our own folder: for `require`, Node's answer would not heed it.
        if (OWN.test(specifier)) return { url: pathToFileURL(resolve(specifier)).href, shortCircuit: true };
        throw error;
      }
    },
    resolveRequired: (specifier, next) => {
      try {
        return next();
      } catch (error) {
        if (OWN.test(specifier)) return resolve(specifier);
        throw error;
      }
    },
    text: RESOLVE,
    data: pathToFileURL(own).href,
  });
}

function hasPackage(path: string): boolean {
  try {
    createRequire(path).resolve('utterson/package.json');
    return true;
  } catch {
    return false;
  }
}

/** The same hook as the text of a module. */
const RESOLVE = `
let parentURL;
export function initialize(url) { parentURL = url; }
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (/^utterson(?:\\/|$)/.test(specifier)) return next(specifier, { ...context, parentURL });
    throw error;
  }
}
`;
