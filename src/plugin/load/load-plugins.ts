import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { UttersonError } from '../../errors.ts';
import { baseName } from '../../util/files/paths.ts';
import { importModule } from '../../util/program/import-module.ts';
import { type CodePlace, placeInStack } from '../../util/program/place-in-stack.ts';
import { checkPlugin, resemblesPlugin } from '../check-plugin.ts';
import type { Plugin } from '../define-plugin.ts';
import { withoutModuleAdvice } from './module-advice.ts';
import { isCommonJs, renewModules } from './module-versions.ts';
import { offerOwnPackage } from './own-package.ts';

/**
 * Loads the plugins of files, in their order: the default export of each, which may be a list of plugins. Files that only
 * others import are passed over.
 *
 * @throws {UttersonError} `InvalidPlugin`
 */
export async function loadPlugins(paths: readonly string[]): Promise<readonly Plugin[]> {
  if (paths.length === 0) return [];
  const version = renewModules(paths);
  const plugins: Plugin[] = [];
  await withoutModuleAdvice(async () => {
    for (const path of paths) {
      const module = await importFile(path, version, paths);
      if (isForOthers(module, path)) continue;
      for (const plugin of [module['default']].flat()) plugins.push(checkPlugin(plugin, path));
    }
  });
  return plugins;
}

type Module = Readonly<Record<string, unknown>>;

/** Whether a module is for others to import: it exports values by name, none of which may have been meant to be the plugin. */
function isForOthers(module: Module, path: string): boolean {
  // All that a CommonJS module exports is its default.
  const named = isCommonJs(path) ? module['default'] : 'default' in module ? undefined : module;
  if (typeof named !== 'object' || named === null || Array.isArray(named) || 'name' in named) return false;
  const values = [named, ...Object.values(named)];
  return values.length > 1 && !values.some(resemblesPlugin);
}

async function importFile(path: string, version: string, paths: readonly string[]): Promise<Module> {
  offerOwnPackage(path);
  try {
    const url = pathToFileURL(path);
    url.search = version;
    return (await importModule(url.href)) as Module;
  } catch (error) {
    throw explainFailure(error, path, paths);
  }
}

function explainFailure(error: unknown, path: string, paths: readonly string[]): UttersonError {
  const message = error instanceof Error ? error.message : String(error);
  const place = error instanceof Error ? placeOf(error, path, paths) : undefined;
  const hint = hintFor(message, place?.file ?? path);
  return new UttersonError('InvalidPlugin', `The plugin ${path} cannot be loaded: ${message}`, {
    file: path,
    ...place,
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}

function hintFor(message: string, path: string): string | undefined {
  if (path.endsWith('ts') && message.includes('Unknown file extension')) {
    return 'TypeScript plugins need Node 22.18 or later; compile it, or write it in JavaScript.';
  }
  // `import` and `require` have different words for it; a path is no package.
  const missing = /^Cannot find (?:package|module) '([^'./][^']*)'/.exec(message)?.[1];
  if (missing !== undefined) return `Install it in the folder of the site: npm install ${missing}`;
  if (/^(?:Cannot use import statement outside a module|Unexpected token 'export')/.test(message)) {
    const [name = '', end] = baseName(path).split(/\.(?=[^.]+$)/);
    return `Name the file ${name}.m${end}: according to package.json, .${end} files of this site are CommonJS modules.`;
  }
  // Node's own words for enums, namespaces and properties declared in the parameters of a constructor.
  if (!message.includes('in strip-only mode')) return undefined;
  return 'Node removes types, and runs the rest as it is: write what is more than a type in JavaScript.';
}

/** Where an error comes from: this file, or one of the others, which it may import. */
function placeOf(error: Error, path: string, paths: readonly string[]): CodePlace | undefined {
  const place = placeInStack(error, (file) => paths.includes(file));
  if (place !== undefined || error.name !== 'SyntaxError') return place;
  const candidates = [path, ...paths.filter((other) => other !== path)];
  return candidates.map(checkSyntax).find((found) => found !== undefined);
}

/** The error of an import does not say where in a module the syntax is wrong, but `node --check` does. */
function checkSyntax(file: string): CodePlace | undefined {
  const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' });
  const [first = '', , caret = ''] = stderr.split(/\r?\n/);
  const line = Number(/:(\d+)$/.exec(first)?.[1]);
  return line > 0 ? { file, line, ...(caret.includes('^') && { column: caret.indexOf('^') + 1 }) } : undefined;
}
