import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { UttersonError } from '../errors.ts';
import { importModule } from '../util/import-module.ts';
import { type CodePlace, placeInStack } from '../util/place-in-stack.ts';
import { checkPlugin } from './check-plugin.ts';
import type { Plugin } from './define-plugin.ts';
import { offerOwnPackage } from './own-package.ts';

/**
 * Loads the plugins of a file: its default export, which may be a list of plugins.
 *
 * @throws UttersonError InvalidPlugin
 */
export async function loadPlugin(path: string): Promise<readonly Plugin[]> {
  const loaded = await importFile(path);
  const plugins: unknown[] = Array.isArray(loaded) ? loaded : [loaded];
  return plugins.map((plugin) => checkPlugin(plugin, path));
}

async function importFile(path: string): Promise<unknown> {
  offerOwnPackage(path);
  try {
    const url = pathToFileURL(path);
    // Node caches modules by URL for as long as the process runs, so a file that has changed needs another URL.
    url.search = String(statSync(path).mtimeMs);
    const module = (await importModule(url.href)) as { readonly default?: unknown };
    return module.default;
  } catch (error) {
    throw explainFailure(error, path);
  }
}

function explainFailure(error: unknown, path: string): UttersonError {
  const message = error instanceof Error ? error.message : String(error);
  const place = error instanceof Error ? placeOf(error, path) : undefined;
  const isTypeScript = path.endsWith('ts') && message.includes('Unknown file extension');
  return new UttersonError('InvalidPlugin', `The plugin ${path} cannot be loaded: ${message}`, {
    file: path,
    ...place,
    ...(isTypeScript && {
      hint: 'TypeScript plugins need Node 22.18 or later; compile it, or write it in JavaScript.',
    }),
    cause: error,
  });
}

function placeOf(error: Error, path: string): Partial<CodePlace> | undefined {
  const place = placeInStack(error, (file) => file === path);
  if (place !== undefined || error.name !== 'SyntaxError') return place;
  // The error of an import does not say where in a module the syntax is wrong, but `node --check` does.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  const [first = '', , caret = ''] = stderr.split('\n');
  const line = Number(/:(\d+)$/.exec(first)?.[1]);
  return line > 0 ? { line, ...(caret.includes('^') && { column: caret.indexOf('^') + 1 }) } : undefined;
}
