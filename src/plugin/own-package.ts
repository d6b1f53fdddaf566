import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../util/package-file.ts';

type Resolve = (specifier: string, context: { readonly parentURL?: string }, next: Next) => unknown;
type Next = (specifier: string, context: { readonly parentURL?: string }) => unknown;

/** Node 22.15 and later run resolve hooks in the same thread; earlier versions load them from a module of their own. */
const { registerHooks } = nodeModule as { readonly registerHooks?: (hooks: { readonly resolve: Resolve }) => void };

const OWN = /^utterson(?:\/|$)/;
let isOffered = false;

/**
 * Lets a site's plugins import `utterson` and `utterson/plugin` even if no such package is installed beside them, as when
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
  const parentURL = pathToFileURL(packageFile('package.json')).href;
  if (registerHooks === undefined) {
    nodeModule.register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, { data: parentURL });
    return;
  }
  const resolve: Resolve = (specifier, context, next) => {
    try {
      return next(specifier, context);
    } catch (error) {
      if (OWN.test(specifier)) return next(specifier, { ...context, parentURL });
      throw error;
    }
  };
  registerHooks({ resolve });
}

function hasPackage(path: string): boolean {
  try {
    nodeModule.createRequire(path).resolve('utterson/package.json');
    return true;
  } catch {
    return false;
  }
}

/** The same resolve hook as a module, for the separate thread in which Node 20 resolves imports. */
const HOOKS = `
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
