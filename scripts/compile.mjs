// Compiles src/ into dist/: the program as one CommonJS module, whose compiled code can be cached; the entry points for importers;
// the languages as modules of their own; and type declarations.
//   node scripts/compile.mjs [--no-types]
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { EXTERNAL, licensesOf, SEPARATE_EMOJI, WITHOUT_JS_YAML } from './compile/bundled-packages.mjs';
import {
  LEXERS,
  LEXERS_FOLDER,
  lexersOnDemand,
  NODE_MODULES_ON_DEMAND,
  packagesOnDemand,
} from './compile/on-demand.mjs';
import { keepPublicTypes } from './compile/public-types.mjs';

/** The entry points through which other programs and plugins import the program itself. */
const PROGRAM_ENTRIES = { index: 'src/index.ts', plugin: 'src/plugin/plugin.ts' };

/** The parts of the program for the main thread. Each runs only when it is first used, and exists only once. */
const PARTS = { ...PROGRAM_ENTRIES, 'command-line': 'src/commands/command-line/command-line.ts' };

/** The languages, which can be imported without the rest of the program. */
const LANGUAGES = {
  kramdown: 'src/kramdown/kramdown.ts',
  liquid: 'src/liquid/liquid.ts',
  highlight: 'src/highlight/highlight.ts',
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

/** Less text for each process to read. Names and lines are kept for stack traces and profiles. */
const COMPACT = { minifyWhitespace: true, lineLimit: 160 };

const MODULE_URL = "const moduleUrl = require('url').pathToFileURL(__filename).href;";

/** CommonJS modules, because V8's compiled code for them can be cached (src/util/program/compiled-code.ts). */
const COMMON_JS = {
  ...FOR_NODE,
  ...COMPACT,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // The licenses are written to a file of their own below. Without them the file is ASCII, which is read faster.
  legalComments: 'none',
  banner: { js: MODULE_URL },
  define: { 'import.meta.url': 'moduleUrl' },
  external: EXTERNAL,
  plugins: [
    WITHOUT_JS_YAML,
    lexersOnDemand((file) => `./${file}.ts`),
    NODE_MODULES_ON_DEMAND,
    packagesOnDemand(['csv-parse/sync', 'htmlparser2', 'tar', 'terser', 'uglify-es', 'uglify-js']),
    SEPARATE_EMOJI,
  ],
};

/** The function that Node wraps around a CommonJS module. */
const [HEAD, TAIL] = Module.wrapper;

/** Modules that only `requireOwnCompiled` runs; they bring the function around them along. */
const COMPILED = { ...COMMON_JS, banner: { js: HEAD + MODULE_URL }, footer: { js: TAIL } };

/** The program for the main thread: one module with a getter for each part. */
function compileProgram() {
  const parts = Object.entries(PARTS).map(([name, path]) => `get '${name}'() { return require('./${path}'); }`);
  return build({
    ...COMPILED,
    stdin: {
      contents: `require('./src/util/program/import-module.ts').importOutside(module.importModule); module.exports = { ${parts.join(', ')} };`,
      resolveDir: '.',
    },
    outdir: undefined,
    outExtension: undefined,
    outfile: 'dist/program.cjs',
  });
}

/** The worker threads' module. */
const compileWorker = () => build({ ...COMMON_JS, entryPoints: ['src/converters/workers/conversion-worker.ts'] });

/** The converter that the worker threads load. */
const compileConverter = () => build({ ...COMPILED, entryPoints: ['src/converters/kramdown-processor.ts'] });

const compileEmoji = () =>
  build({ ...FOR_NODE, format: 'cjs', outExtension: { '.js': '.cjs' }, minify: true, entryPoints: ['gemoji'] });

/** The names that each of the entry points exports, by its file in dist/. */
async function listExports() {
  const { metafile } = await build({
    ...FOR_NODE,
    entryPoints: PROGRAM_ENTRIES,
    format: 'esm',
    packages: 'external',
    write: false,
  });
  return metafile.outputs;
}

/** The entry points: ES modules that re-export a part of the program. */
async function compileEntryPoints() {
  const outputs = await listExports();
  const reExports = {
    name: 're-exports',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
      onLoad({ filter: /.*/, namespace: 'entry' }, ({ path: name }) => ({
        contents: `import { requireOwnCompiled } from './src/util/program/compiled-code.ts';
        export const { ${outputs[`dist/${name}.js`].exports.join(', ')} } = requireOwnCompiled('program.cjs').exports.${name};`,
        resolveDir: '.',
      }));
    },
  };
  await build({
    ...FOR_NODE,
    entryPoints: Object.keys(PROGRAM_ENTRIES).map((name) => ({ in: `entry:${name}`, out: name })),
    format: 'esm',
    plugins: [reExports],
  });
}

/** The languages, with each lexer in a file of its own, so that highlighting one language does not load all of them. */
function compileLanguages() {
  return build({
    ...FOR_NODE,
    entryPoints: {
      ...LANGUAGES,
      // Next to the chunks, one of which requires them.
      ...Object.fromEntries(LEXERS.map(({ file }) => [`chunks/lexers/${file}`, join(LEXERS_FOLDER, `${file}.ts`)])),
    },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    banner: {
      js: "let _require; const require = (name) => (_require ??= process.getBuiltinModule('module').createRequire(import.meta.url))(name);",
    },
    external: EXTERNAL,
    plugins: [lexersOnDemand((file) => `./lexers/${file}.js`), NODE_MODULES_ON_DEMAND],
  });
}

/** The command, in one file because it may answer a repeated call itself: finding and loading ten files took as long as the answer. */
function compileCommand() {
  return build({
    ...FOR_NODE,
    ...COMPACT,
    entryPoints: ['src/cli.ts'],
    format: 'esm',
    plugins: [NODE_MODULES_ON_DEMAND],
  });
}

/** The script that open pages run while a site is served. */
function compileLiveReloadClient() {
  return build({
    entryPoints: { 'live-reload-client': 'src/server/client/main.ts' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** Escapes the characters outside ASCII, all of which are in regular expressions. */
function makeAscii(path) {
  const spellOut = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/[^\0-\x7f]/g, spellOut));
}

/** Writes the type declarations, and returns the exit status of the TypeScript compiler. */
function declareTypes() {
  const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const entries = Object.values({ ...PROGRAM_ENTRIES, ...LANGUAGES });
  keepPublicTypes(
    'dist/types',
    entries.map((path) => path.slice('src/'.length, -'.ts'.length)),
  );
  return status ?? 1;
}

rmSync('dist', { recursive: true, force: true });
const bundles = await Promise.all([compileProgram(), compileWorker(), compileConverter(), compileEmoji()]);
await Promise.all([compileEntryPoints(), compileLanguages(), compileCommand(), compileLiveReloadClient()]);
makeAscii('dist/program.cjs');
makeAscii('dist/kramdown-processor.cjs');
writeFileSync('dist/LICENSES.txt', licensesOf(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
// Copied as they are: the templates of `utterson new`, the theme that stands in for minima, and the Ruby side of plugins in Ruby.
cpSync('src/commands/starter', 'dist/starter', { recursive: true });
cpSync('src/reader/themes', 'dist/themes', { recursive: true });
cpSync('src/ruby/prelude', 'dist/ruby', { recursive: true });
if (!process.argv.includes('--no-types')) process.exitCode = declareTypes();
