// Compiles src/ into dist/: the program as one CommonJS module, whose compiled code can be cached; the entry points for importers;
// the languages as modules of their own; and type declarations.
//   node scripts/compile.mjs [--no-types]
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire, isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** The entry points through which other programs and plugins import the program itself. */
const PROGRAM_ENTRIES = { index: 'src/index.ts', plugin: 'src/plugin/plugin.ts' };

/** The languages, which can be imported without the rest of the program. */
const LANGUAGES = {
  kramdown: 'src/kramdown/kramdown.ts',
  liquid: 'src/liquid/liquid.ts',
  highlight: 'src/highlight/highlight.ts',
};

/**
 * Packages that every run needs are bundled: finding and loading their files one by one took longer than building a small site.
 * So is chokidar, which is an ES module. The others are loaded when they are used; and liquidjs must be the same module for us and
 * for plugins.
 */
const BUNDLED = ['chokidar', 'commander', 'gray-matter', 'picocolors', 'smol-toml'];

/** Leaves out js-yaml, which gray-matter requires for an engine that we replace with our own. */
const WITHOUT_ENGINE = {
  name: 'without-engine',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'without-engine' }));
    onLoad({ filter: /.*/, namespace: 'without-engine' }, () => ({
      contents: 'exports.safeLoad = exports.safeDump = () => { throw new Error("js-yaml is not bundled"); };',
    }));
  },
};

/**
 * The source of a CommonJS module that loads another one when one of its exports is first used.
 *
 * @param names the exports
 * @param load the code that loads the other module
 */
function lazyModule(names, load) {
  const getters = names.map((name) => `get ${name}() { return (loaded ??= ${load}).${name}; }`);
  return `let loaded; module.exports = { ${getters.join(', ')} };`;
}

/** The lexers that the table in languages.ts imports. The module of each runs only when the lexer is first used. */
const LEXERS = resolve('src/highlight/lexers');
const LEXER_IMPORT = /^import \{ ([\w, ]+) \} from '\.\/([\w-]+)\.ts';$/gm;
const lexers = [...readFileSync(join(LEXERS, 'languages.ts'), 'utf8').matchAll(LEXER_IMPORT)].map(
  ([, names, file]) => ({ file, names: names.split(', ') }),
);

/**
 * esbuild reads an import from a CommonJS module where its name is used, not before, so a getter can run the lexer's module then.
 *
 * @param place returns the specifier of a lexer's module, by the name of its file
 */
const lexersOnDemand = (place) => ({
  name: 'lexers-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer === join(LEXERS, 'languages.ts') ? { path, namespace: 'on-demand' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path }) => {
      const { file, names } = lexers.find((lexer) => path === `./${lexer.file}.ts`);
      return { contents: lazyModule(names, `require('${place(file)}')`), resolveDir: LEXERS };
    });
    onResolve({ filter: /^\.\/lexers\//, namespace: 'on-demand' }, ({ path }) => ({ path, external: true }));
  },
});

const isExternal = (name) => !BUNDLED.includes(name) && !name.startsWith('.');

/**
 * Importing one of Node's own modules evaluates all its exports, and some of them load a dozen more modules. Here such a module is
 * loaded when one of its exports is first used. That is impossible for a module that is itself a function, such as `events`.
 */
const NODE_MODULES_ON_DEMAND = {
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

/** Packages that few sites need are loaded in the same way. */
const ON_DEMAND = ['csv-parse/sync', 'htmlparser2', 'tar'];
const PACKAGES_ON_DEMAND = {
  name: 'packages-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, namespace }) => {
      if (!ON_DEMAND.includes(path)) return undefined;
      return namespace === 'package' ? { path, external: true } : { path, namespace: 'package' };
    });
    onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
      contents: lazyModule(Object.keys(require(path)), `require('${path}')`),
      resolveDir: '.',
    }));
  },
};

/** The list of emoji, an ES module half as large as the program, goes into a file of its own. */
const SEPARATE_EMOJI = {
  name: 'separate-emoji',
  setup({ onResolve }) {
    onResolve({ filter: /^gemoji$/ }, () => ({ path: './gemoji.cjs', external: true }));
  },
};

/** The options for everything that runs in Node. */
const FOR_NODE = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
};

const MODULE_URL = "const moduleUrl = require('url').pathToFileURL(__filename).href;";
/** The function that Node wraps around a CommonJS module. */
const [HEAD, TAIL] = Module.wrapper;

/** CommonJS modules, because V8's compiled code for them can be cached (src/util/compiled-code.ts). */
const COMMON_JS = {
  ...FOR_NODE,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Less text for each process to read. Names and lines are kept for stack traces and profiles.
  minifyWhitespace: true,
  lineLimit: 160,
  // The licenses are written to a file of their own below. Without them the file is ASCII, which is read faster.
  legalComments: 'none',
  banner: { js: MODULE_URL },
  define: { 'import.meta.url': 'moduleUrl' },
  external: Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter(isExternal),
  plugins: [
    WITHOUT_ENGINE,
    lexersOnDemand((file) => `./${file}.ts`),
    NODE_MODULES_ON_DEMAND,
    PACKAGES_ON_DEMAND,
    SEPARATE_EMOJI,
  ],
};

/** Modules that only `requireOwnCompiled` runs; they bring the function around them along. */
const COMPILED = { ...COMMON_JS, banner: { js: HEAD + MODULE_URL }, footer: { js: TAIL } };

rmSync('dist', { recursive: true, force: true });

/** The parts of the program for the main thread. Each runs only when it is first used, and exists only once. */
const PARTS = { ...PROGRAM_ENTRIES, 'command-line': 'src/commands/command-line.ts' };
const parts = Object.entries(PARTS).map(([name, path]) => `get '${name}'() { return require('./${path}'); }`);
const program = await build({
  ...COMPILED,
  stdin: {
    contents: `require('./src/util/import-module.ts').importOutside(module.importModule); module.exports = { ${parts.join(', ')} };`,
    resolveDir: '.',
  },
  outdir: undefined,
  outExtension: undefined,
  outfile: 'dist/program.cjs',
});

// The worker threads' module, and the converter that it loads.
const worker = await build({ ...COMMON_JS, entryPoints: ['src/converters/conversion-worker.ts'] });
const converter = await build({ ...COMPILED, entryPoints: ['src/converters/kramdown-processor.ts'] });

// The entry points: ES modules that re-export a part of the program.
const { metafile: listing } = await build({
  ...FOR_NODE,
  entryPoints: PROGRAM_ENTRIES,
  format: 'esm',
  packages: 'external',
  write: false,
});
const RE_EXPORTS = {
  name: 're-exports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
    onLoad({ filter: /.*/, namespace: 'entry' }, ({ path: name }) => ({
      contents: `import { requireOwnCompiled } from './src/util/compiled-code.ts';
        export const { ${listing.outputs[`dist/${name}.js`].exports.join(', ')} } = requireOwnCompiled('program.cjs').exports.${name};`,
      resolveDir: '.',
    }));
  },
};
await build({
  ...FOR_NODE,
  entryPoints: Object.keys(PROGRAM_ENTRIES).map((name) => ({ in: `entry:${name}`, out: name })),
  format: 'esm',
  plugins: [RE_EXPORTS],
});

// The languages, with each lexer in a file of its own, so that highlighting one language does not load all of them.
await build({
  ...FOR_NODE,
  entryPoints: {
    ...LANGUAGES,
    // Next to the chunks, one of which requires them.
    ...Object.fromEntries(lexers.map(({ file }) => [`chunks/lexers/${file}`, join(LEXERS, `${file}.ts`)])),
  },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "let _require; const require = (name) => (_require ??= process.getBuiltinModule('module').createRequire(import.meta.url))(name);",
  },
  external: COMMON_JS.external,
  plugins: [lexersOnDemand((file) => `./lexers/${file}.js`), NODE_MODULES_ON_DEMAND],
});

// The command, in one file because it may answer a repeated call itself: finding and loading ten files took as long as the answer.
await build({
  ...FOR_NODE,
  entryPoints: ['src/cli.ts'],
  format: 'esm',
  minifyWhitespace: true,
  lineLimit: 160,
  plugins: [NODE_MODULES_ON_DEMAND],
});

// The list of emoji.
const emoji = await build({
  ...FOR_NODE,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  entryPoints: ['gemoji'],
});

// Only regular expressions contain characters outside ASCII, and there they can be escaped.
for (const name of ['program', 'kramdown-processor']) {
  const path = `dist/${name}.cjs`;
  const spellOut = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/[^\0-\x7f]/g, spellOut));
}

// The licenses of the bundled packages, as they require.
const bundled = [program, worker, converter, emoji]
  .flatMap(({ metafile }) => Object.keys(metafile.inputs))
  .flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
const licenses = [...new Set(bundled)].sort().map((name) => {
  const file = readdirSync(join('node_modules', name)).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name}\n\n${file === undefined ? 'See its package.' : readFileSync(join('node_modules', name, file), 'utf8')}`;
});
writeFileSync('dist/LICENSES.txt', licenses.join(`\n${'-'.repeat(80)}\n\n`));

// Files that are copied as they are: the templates of `utterson new`, and the theme that stands in for minima.
cpSync('src/commands/starter', 'dist/starter', { recursive: true });
cpSync('src/reader/themes', 'dist/themes', { recursive: true });

// The script that open pages run while a site is served.
await build({
  entryPoints: { 'live-reload-client': 'src/server/client/main.ts' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
});

if (!process.argv.includes('--no-types')) {
  const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
