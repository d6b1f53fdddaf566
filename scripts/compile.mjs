// Compiles src/ into dist/: bundled ES modules, one chunk a room that loads on demand, and type declarations.
//   node scripts/compile.mjs [--no-types]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const ENTRIES = {
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  plugin: 'src/plugin/plugin.ts',
  kramdown: 'src/kramdown/kramdown.ts',
  liquid: 'src/liquid/liquid.ts',
  highlight: 'src/highlight/highlight.ts',
};

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries(Object.entries(ENTRIES).filter(([, path]) => existsSync(path))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

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
