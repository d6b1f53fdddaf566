import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';

const repository = join(import.meta.dirname, '..', '..');
const isWindows = process.platform === 'win32';

// The home of the user need not be writable.
const environment = { ...process.env, npm_config_cache: folderOf({}), npm_config_update_notifier: 'false' };

const run = (command: string, words: readonly string[], folder: string): string =>
  execFileSync(command, words, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Unpacks the tarball as `npm install` would. Its dependencies are taken from here, and only those that it declares. */
function install(tarball: string, folder: string): string {
  const target = join(folder, 'node_modules', 'utterson');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', target], folder);
  const manifest: unknown = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  const { dependencies, bin } = manifest as { dependencies: Record<string, string>; bin: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), place, isWindows ? 'junction' : 'dir');
  }
  const command = bin['utterson'] ?? '';
  mkdirSync(join(folder, 'node_modules', '.bin'));
  symlinkSync(join('..', 'utterson', command), join(folder, 'node_modules', '.bin', 'utterson'));
  return join(target, command);
}

/** A program that uses a value and a type of each entry point. */
const PROGRAM = `
import { type BuildResult, build, createBuilder, loadConfig, MemoryTree, type Site, serve } from 'utterson';
import { highlight } from 'utterson/highlight';
import { type KramdownOptions, toHtml } from 'utterson/kramdown';
import { type Context, Liquid } from 'utterson/liquid';
import { definePlugin, Page, type Plugin, toText } from 'utterson/plugin';

const plugin: Plugin = definePlugin({
  name: 'shout',
  filters: { shout: { apply: (input) => toText(input).toUpperCase() } },
  generators: [{ name: 'pages', generate: (site, tools) => void tools.renderLiquid(site.source) }],
});
const result: BuildResult = await build({ plugins: [plugin] });
const site: Site = await (await createBuilder({ config: loadConfig(), tree: new MemoryTree() })).read();
const options: KramdownOptions = {};
const html: string = toHtml(highlight('a', 'ruby'), options);
export const used: [number, typeof Page, string, Context | undefined] = [result.pages, Page, html, undefined];
void [site, Liquid, serve];
`;

/** Checks a program in TypeScript against the types in the package, and the types themselves. */
function checkTypes(folder: string): void {
  writeFileSync(join(folder, 'program.mts'), PROGRAM);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
  const typeRoots = ['--typeRoots', join(repository, 'node_modules', '@types')];
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const words = [compiler, ...options, ...typeRoots, 'program.mts'];
  expect(spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' }).stdout).toBe('');
}

test('the packed package builds sites outside this repository, as for users', () => {
  const folder = folderOf({ 'package.json': '{ "private": true }' });
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], repository),
  ) as {
    filename: string;
    files: { path: string }[];
  }[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  for (const needed of [
    'LICENSE',
    'README.md',
    'dist/cli.js',
    'docs/plugins.md',
    'dist/live-reload-client.js',
    'dist/themes/minima/package.json',
  ]) {
    expect(paths).toContain(needed);
  }
  expect(paths.filter((path) => /^(?:src|test|bench|_posts)\//.test(path))).toEqual([]);

  const command = install(join(folder, packed?.filename ?? ''), folder);
  checkTypes(folder);
  run('npx', ['--no-install', 'utterson', 'new', 'blog'], folder);
  const said = execFileSync(process.execPath, [command, 'build', '-s', 'blog', '-d', 'out'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(said).toContain('Site:');
  const [post = ''] = readdirSync(join(folder, 'out', 'welcome'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html'),
  );
  const html = readFileSync(join(folder, 'out', 'welcome', post), 'utf8');
  expect(html).toContain('<h1 class="post-title p-name" itemprop="name headline">Welcome to your blog</h1>');
  expect(html).toContain('<code class="language-ruby" data-lang="ruby">');
  expect(readFileSync(join(folder, 'out', 'assets', 'main.css'), 'utf8')).toContain('.post-title');
  for (const name of ['index.html', '404.html', 'about/index.html', 'feed.xml']) {
    expect(existsSync(join(folder, 'out', name)), name).toBe(true);
  }
}, 240_000);
