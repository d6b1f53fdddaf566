// Plugins for esbuild with which a module is loaded only when one of its exports is first used.
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The source of a CommonJS module that loads another one when one of its exports is first used. esbuild reads an import from a
 * CommonJS module where its name is used, not before.
 *
 * @param names the exports
 * @param load the code that loads the other module
 */
function lazyModule(names, load) {
  const getters = names.map((name) => `get ${name}() { return (loaded ??= ${load}).${name}; }`);
  return `let loaded; module.exports = { ${getters.join(', ')} };`;
}

export const LEXERS_FOLDER = resolve('src/highlight/lexers');
const LEXER_IMPORT = /^import \{ ([\w, ]+) \} from '\.\/([\w-]+)\.ts';$/gm;

/** The modules that the table in languages.ts imports, each with the names of its lexers. */
export const LEXERS = [...readFileSync(join(LEXERS_FOLDER, 'languages.ts'), 'utf8').matchAll(LEXER_IMPORT)].map(
  ([, names, file]) => ({ file, names: names.split(', ') }),
);

/** The table of lexers, with each `lexer: () => name` as a call that loads the lexer's module. */
function withLexersOnDemand(table, place) {
  const places = new Map(LEXERS.flatMap(({ file, names }) => names.map((name) => [name, place(file)])));
  return table
    .replaceAll(LEXER_IMPORT, '')
    .replaceAll(/lexer: \(\) => ([a-z]\w*)/g, (_, name) => `lexer: () => require('${places.get(name)}').${name}`);
}

/**
 * Loads each lexer on demand.
 *
 * @param place returns the specifier of a lexer's module, by the name of its file
 */
export const lexersOnDemand = (place) => ({
  name: 'lexers-on-demand',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /[\\/]highlight[\\/]lexers[\\/]languages\.ts$/ }, ({ path }) => ({
      contents: withLexersOnDemand(readFileSync(path, 'utf8'), place),
      loader: 'ts',
    }));
    onResolve({ filter: /^\.\/lexers\/[\w-]+\.js$/ }, ({ path }) => ({ path, external: true }));
  },
});

/**
 * Loads each of Node's own modules on demand: importing one evaluates all its exports, and some of them load a dozen more modules.
 * This is impossible for a module that is itself a function, such as `events`.
 */
export const NODE_MODULES_ON_DEMAND = {
  name: 'node-modules-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'node-module' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'node-module' }, ({ path }) => {
      const exports = process.getBuiltinModule(path);
      const load = `process.getBuiltinModule('${path}')`;
      const isFunction = typeof exports === 'function';
      return { contents: isFunction ? `module.exports = ${load};` : lazyModule(Object.keys(exports), load) };
    });
  },
};

/**
 * Loads packages on demand, for those that few sites need.
 *
 * @param packages their names
 */
export const packagesOnDemand = (packages) => ({
  name: 'packages-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, namespace }) => {
      if (!packages.includes(path)) return undefined;
      return namespace === 'package' ? { path, external: true } : { path, namespace: 'package' };
    });
    onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
      contents: lazyModule(Object.keys(require(path)), `require('${path}')`),
      resolveDir: '.',
    }));
  },
});
