// Compiles src/ into dist/: one program of the old kind of module, whose compiled code can be kept, what is imported of it, the languages as
// modules of their own, and type declarations.
//   node scripts/compile.mjs [--no-types]
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire, isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** What other programs and plugins import of the program itself, and where it is in the sources. */
const DOORS = { index: 'src/index.ts', plugin: 'src/plugin/plugin.ts' };

/** What other programs import without the rest. */
const LANGUAGES = {
  kramdown: 'src/kramdown/kramdown.ts',
  liquid: 'src/liquid/liquid.ts',
  highlight: 'src/highlight/highlight.ts',
};

/**
 * Packages that every run needs are bundled: finding and preparing their files one by one took longer than building a small site; and so is
 * chokidar, which is of the new kind of module. The others are loaded when they are used; and liquidjs must be one and the same for us and for plugins.
 */
const BUNDLED = ['chokidar', 'commander', 'gray-matter', 'picocolors', 'smol-toml'];

/** What gray-matter brings along for engines that are replaced by our own, so that nobody pays for loading it. */
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
 * A module of the old kind that is loaded when one of its parts is first used.
 *
 * @param whole the code that loads it
 */
function askedFor(names, whole) {
  const getters = names.map((name) => `get ${name}() { return (loaded ??= ${whole}).${name}; }`);
  return `let loaded; module.exports = { ${getters.join(', ')} };`;
}

/** The table of lexers, each of which is only run when it is first used. */
const LEXERS = resolve('src/highlight/lexers');
const LEXER_IMPORT = /^import \{ ([\w, ]+) \} from '\.\/([\w-]+)\.ts';$/gm;
const lexers = [...readFileSync(join(LEXERS, 'languages.ts'), 'utf8').matchAll(LEXER_IMPORT)].map(
  ([, names, file]) => ({ file, names: names.split(', ') }),
);

/**
 * An import from the old kind of module is read where its name is used, not before: so a getter can run the lexer's module then.
 *
 * @param place what is asked for to have the lexer of a name
 */
const lexersOnDemand = (place) => ({
  name: 'lexers-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer === join(LEXERS, 'languages.ts') ? { path, namespace: 'on-demand' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path }) => {
      const { file, names } = lexers.find((lexer) => path === `./${lexer.file}.ts`);
      return { contents: askedFor(names, `require('${place(file)}')`), resolveDir: LEXERS };
    });
    onResolve({ filter: /^\.\/lexers\//, namespace: 'on-demand' }, ({ path }) => ({ path, external: true }));
  },
});

const isExternal = (name) => !BUNDLED.includes(name) && !name.startsWith('.');

/**
 * An import of one of Node's own modules has all its parts looked at, and some of them load a dozen modules more. Here a module is asked for
 * when a part of it is first used; one that is a function itself, as `events`, cannot stand aside so.
 */
const OWN_MODULES_ON_DEMAND = {
  name: 'own-modules-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'own-module' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'own-module' }, ({ path }) => {
      const own = process.getBuiltinModule(path);
      const whole = `process.getBuiltinModule('${path}')`;
      return { contents: typeof own === 'function' ? `module.exports = ${whole};` : askedFor(Object.keys(own), whole) };
    });
  },
};

/** Packages that few sites need are loaded when a part of them is first used, in the same way. */
const ON_DEMAND = ['csv-parse/sync', 'htmlparser2', 'tar'];
const PACKAGES_ON_DEMAND = {
  name: 'packages-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, namespace }) => {
      if (!ON_DEMAND.includes(path)) return undefined;
      return namespace === 'package' ? { path, external: true } : { path, namespace: 'package' };
    });
    onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => ({
      contents: askedFor(Object.keys(require(path)), `require('${path}')`),
      resolveDir: '.',
    }));
  },
};

/** The list of emoji is as large as half the program and of the new kind of module: a file of its own. */
const EMOJI_ASIDE = {
  name: 'emoji-aside',
  setup({ onResolve }) {
    onResolve({ filter: /^gemoji$/ }, () => ({ path: './gemoji.cjs', external: true }));
  },
};

/** What is the same for all that runs in Node. */
const FOR_NODE = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
};

const MODULE_URL = "const moduleUrl = require('url').pathToFileURL(__filename).href;";
/** What Node puts around a module of the old kind. */
const [HEAD, TAIL] = Module.wrapper;

/** Modules of the old kind, so that what V8 has compiled of them can be kept (src/util/compiled-code.ts). */
const OLD_KIND = {
  ...FOR_NODE,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // Less text to be read by each process. Names and lines stay, for traces and profiles.
  minifyWhitespace: true,
  lineLimit: 160,
  // Their licenses stand in a file of their own; and a file of plain bytes is read faster.
  legalComments: 'none',
  banner: { js: MODULE_URL },
  define: { 'import.meta.url': 'moduleUrl' },
  external: Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter(isExternal),
  plugins: [
    WITHOUT_ENGINE,
    lexersOnDemand((file) => `./${file}.ts`),
    OWN_MODULES_ON_DEMAND,
    PACKAGES_ON_DEMAND,
    EMOJI_ASIDE,
  ],
};

/** Those that are only run by `requireOwnCompiled`. */
const COMPILED = { ...OLD_KIND, banner: { js: HEAD + MODULE_URL }, footer: { js: TAIL } };

rmSync('dist', { recursive: true, force: true });

/** All that runs in the main thread. Each part is only run when it is asked for, and is there once, whoever asks. */
const PARTS = { ...DOORS, 'command-line': 'src/commands/command-line.ts' };
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

// What runs in other threads, and the converter that it loads.
const worker = await build({ ...OLD_KIND, entryPoints: ['src/converters/conversion-worker.ts'] });
const converter = await build({ ...COMPILED, entryPoints: ['src/converters/kramdown-processor.ts'] });

// What is imported of the program, by those who write plugins and programs of their own.
const { metafile: listing } = await build({
  ...FOR_NODE,
  entryPoints: DOORS,
  format: 'esm',
  packages: 'external',
  write: false,
});
const THROUGH_DOORS = {
  name: 'through-doors',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^door:/ }, ({ path }) => ({ path: path.slice('door:'.length), namespace: 'door' }));
    onLoad({ filter: /.*/, namespace: 'door' }, ({ path: name }) => ({
      contents: `import { requireOwnCompiled } from './src/util/compiled-code.ts';
        export const { ${listing.outputs[`dist/${name}.js`].exports.join(', ')} } = requireOwnCompiled('program.cjs').exports.${name};`,
      resolveDir: '.',
    }));
  },
};
await build({
  ...FOR_NODE,
  entryPoints: Object.keys(DOORS).map((name) => ({ in: `door:${name}`, out: name })),
  format: 'esm',
  plugins: [THROUGH_DOORS],
});

// The languages, each lexer in a file of its own: whoever highlights one language should not wait for the reading of all.
await build({
  ...FOR_NODE,
  entryPoints: {
    ...LANGUAGES,
    // Beside the chunks, one of which asks for them.
    ...Object.fromEntries(lexers.map(({ file }) => [`chunks/lexers/${file}`, join(LEXERS, `${file}.ts`)])),
  },
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "let _require; const require = (name) => (_require ??= process.getBuiltinModule('module').createRequire(import.meta.url))(name);",
  },
  external: OLD_KIND.external,
  plugins: [lexersOnDemand((file) => `./lexers/${file}.js`), OWN_MODULES_ON_DEMAND],
});

// One file: what answers a call that is the same as the last one, where finding and loading ten files took as long as the answer.
await build({
  ...FOR_NODE,
  entryPoints: ['src/cli.ts'],
  format: 'esm',
  minifyWhitespace: true,
  lineLimit: 160,
  plugins: [OWN_MODULES_ON_DEMAND],
});

// A package that is a file of its own.
const emoji = await build({
  ...FOR_NODE,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  entryPoints: ['gemoji'],
});

// What is not plain stands in regular expressions only, where it can be written out as well.
for (const name of ['program', 'kramdown-processor']) {
  const path = `dist/${name}.cjs`;
  const spellOut = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/[^\0-\x7f]/g, spellOut));
}

// Whose work the bundles contain, as their licenses ask to be told.
const bundled = [program, worker, converter, emoji]
  .flatMap(({ metafile }) => Object.keys(metafile.inputs))
  .flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
const licenses = [...new Set(bundled)].sort().map((name) => {
  const file = readdirSync(join('node_modules', name)).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name}\n\n${file === undefined ? 'See its package.' : readFileSync(join('node_modules', name, file), 'utf8')}`;
});
writeFileSync('dist/LICENSES.txt', licenses.join(`\n${'-'.repeat(80)}\n\n`));

// Files that are copied out as they are: what `utterson new` lays down, and the theme that stands in for minima.
cpSync('src/commands/starter', 'dist/starter', { recursive: true });
cpSync('src/reader/themes', 'dist/themes', { recursive: true });

// What open pages run while a site is served.
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
