// Compiles src/ into dist/: bundled ES modules, one chunk a room that loads on demand, and type declarations.
//   node scripts/compile.mjs [--no-types]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ENTRIES = {
  'command-line': 'src/commands/command-line.ts',
  index: 'src/index.ts',
  plugin: 'src/plugin/plugin.ts',
  kramdown: 'src/kramdown/kramdown.ts',
  liquid: 'src/liquid/liquid.ts',
  highlight: 'src/highlight/highlight.ts',
  'conversion-worker': 'src/converters/conversion-worker.ts',
  'sass-worker': 'src/converters/sass-worker.ts',
};

/**
 * Packages that every run needs are bundled: finding and preparing their files one by one took longer than building a small site. The others
 * are loaded when they are used; and liquidjs must be one and the same for us and for plugins.
 */
const BUNDLED = ['commander', 'gray-matter', 'picocolors', 'smol-toml'];

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

/** The table of lexers, whose imports become files of their own that are loaded when a lexer is first used. */
const LEXERS = 'src/highlight/lexers';
const LEXER_IMPORT = /^import \{ ([\w, ]+) \} from '\.\/([\w-]+)\.ts';$/gm;
const lexers = [...readFileSync(join(LEXERS, 'languages.ts'), 'utf8').matchAll(LEXER_IMPORT)].map(
  ([, names, file]) => ({ file, names: names.split(', ') }),
);

/** An import from the old kind of module is read where its name is used, not before: so a getter can load the lexer then. */
const LEXERS_ON_DEMAND = {
  name: 'lexers-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer === resolve(LEXERS, 'languages.ts') ? { path, namespace: 'on-demand' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path }) => {
      const { file, names } = lexers.find((lexer) => path === `./${lexer.file}.ts`);
      const getters = names.map(
        (name) => `get ${name}() { return (lexer ??= require('./lexers/${file}.js')).${name}; }`,
      );
      return { contents: `let lexer; module.exports = { ${getters.join(', ')} };` };
    });
    onResolve({ filter: /^\.\/lexers\//, namespace: 'on-demand' }, ({ path }) => ({ path, external: true }));
  },
};

const isExternal = (name) => !BUNDLED.includes(name) && !name.startsWith('.');

/** An import of one of Node's own modules has all its parts looked at, and some of them load a dozen modules more; asking for it does not. */
const OWN_MODULES_ASKED_FOR = {
  name: 'own-modules-asked-for',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      isBuiltin(path) && kind !== 'dynamic-import'
        ? { path: path.replace(/^node:/, ''), namespace: 'own-module' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'own-module' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/** An import of a module of the old kind has it parsed for the names it exports, beside being loaded; a call of `require` gives the very same one. */
const LIQUIDJS_REQUIRED = {
  name: 'liquidjs-required',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^liquidjs$/ }, ({ path, namespace }) =>
      namespace === 'required' ? { path, external: true } : { path, namespace: 'required' },
    );
    onLoad({ filter: /.*/, namespace: 'required' }, () => ({ contents: "module.exports = require('liquidjs');" }));
  },
};

/** What is the same for all that runs in Node. */
const FOR_NODE = {
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // What is bundled and not a module of the new kind asks for Node's own modules in the old way.
  banner: {
    js: "let _require; const require = (name) => (_require ??= process.getBuiltinModule('module').createRequire(import.meta.url))(name);",
  },
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...FOR_NODE,
  entryPoints: {
    ...Object.fromEntries(Object.entries(ENTRIES).filter(([, path]) => existsSync(path))),
    // Beside the chunks, one of which loads them.
    ...Object.fromEntries(lexers.map(({ file }) => [`chunks/lexers/${file}`, join(LEXERS, `${file}.ts`)])),
  },
  splitting: true,
  external: Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter(isExternal),
  plugins: [WITHOUT_ENGINE, LEXERS_ON_DEMAND, OWN_MODULES_ASKED_FOR, LIQUIDJS_REQUIRED],
  metafile: true,
  chunkNames: 'chunks/[name]-[hash]',
});

/** The command line is left to be loaded where it is needed. */
const WITHOUT_COMMAND_LINE = {
  name: 'without-command-line',
  setup({ onResolve }) {
    onResolve({ filter: /\/command-line\.ts$/ }, () => ({ path: './command-line.js', external: true }));
  },
};

// One file: what answers a call that is the same as the last one, where finding and loading ten files took as long as the answer.
await build({
  ...FOR_NODE,
  entryPoints: { cli: 'src/cli.ts' },
  plugins: [WITHOUT_COMMAND_LINE, OWN_MODULES_ASKED_FOR],
});

// What talks to Dart Sass as a program of its own: one file of the old kind, so that V8's code for it can be kept (src/util/compiled-code.ts).
const { metafile: sassMetafile } = await build({
  entryPoints: { 'sass-embedded': 'sass-embedded' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
});

// Whose work the bundles contain, as their licenses ask to be told.
const packages = [metafile, sassMetafile]
  .flatMap(({ inputs }) => Object.keys(inputs))
  .flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
const licenses = [...new Set(packages)].sort().map((name) => {
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
