// What is done with the packages that the program bundles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packages that every run needs are bundled: finding and loading their files one by one took longer than building a small site.
 * So is chokidar, which is an ES module.
 */
const BUNDLED = ['chokidar', 'commander', 'gray-matter', 'picocolors', 'smol-toml'];

/** The packages that are loaded when they are used. liquidjs must be among them, as the same module for us and for plugins. */
export const EXTERNAL = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter(
  (name) => !BUNDLED.includes(name),
);

/** Leaves out js-yaml, which gray-matter requires for an engine that we replace with our own. */
export const WITHOUT_JS_YAML = {
  name: 'without-js-yaml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'js-yaml', namespace: 'without-js-yaml' }));
    onLoad({ filter: /.*/, namespace: 'without-js-yaml' }, () => ({
      contents: 'exports.safeLoad = exports.safeDump = () => { throw new Error("js-yaml is not bundled"); };',
    }));
  },
};

/** The list of emoji, an ES module half as large as the program, goes into a file of its own. */
export const SEPARATE_EMOJI = {
  name: 'separate-emoji',
  setup({ onResolve }) {
    onResolve({ filter: /^gemoji$/ }, () => ({ path: './gemoji.cjs', external: true }));
  },
};

/**
 * The licenses of the bundled packages, as they require.
 *
 * @param paths the files in the bundles
 */
export function licensesOf(paths) {
  const names = paths.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const licenses = [...new Set(names)].sort().map((name) => {
    const file = readdirSync(join('node_modules', name)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name}\n\n${file === undefined ? 'See its package.' : readFileSync(join('node_modules', name, file), 'utf8')}`;
  });
  return licenses.join(`\n${'-'.repeat(80)}\n\n`);
}
