import { describe, expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';

const AS_MODULE =
  "import { toText } from 'utterson/plugin';\nexport default { name: 'p', filters: { shout: { apply: (input) => toText(input) } } };\n";
const AS_COMMONJS =
  "const { toText } = require('utterson/plugin');\nmodule.exports = { name: 'p', filters: { shout: { apply: (input) => toText(input) } } };\n";

const siteWith = (files: Readonly<Record<string, string>>): string =>
  folderOf({ 'index.html': "---\n---\n{{ 'x' | shout }}", ...files });

/** The command is not installed in these sites: it is found as if it were installed globally. */
describe('a plugin', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['is a module', { '_plugins/p.mjs': AS_MODULE }],
    ['is a module by its text', { '_plugins/p.js': AS_MODULE }],
    [
      'is a module by its text, beside a package.json that does not say so',
      { '_plugins/p.js': AS_MODULE, 'package.json': '{}' },
    ],
    ['is a CommonJS module', { '_plugins/p.cjs': AS_COMMONJS }],
    ['is a CommonJS module by its text', { '_plugins/p.js': AS_COMMONJS }],
    [
      'is a CommonJS module by its text, beside a package.json that does not say so',
      { '_plugins/p.js': AS_COMMONJS, 'package.json': '{}' },
    ],
    [
      'has a CommonJS module of its own',
      { '_plugins/p.mjs': "export { default } from './lib/p.cjs';\n", '_plugins/lib/p.cjs': AS_COMMONJS },
    ],
  ])('that %s finds what the package offers, and nothing is printed', async (_, files) => {
    expect(await runCli(['build', '-q'], siteWith(files))).toEqual({ status: 0, out: '', err: '' });
  });

  test('that is a module where package.json says CommonJS is an error that says what to do', async () => {
    const folder = siteWith({ '_plugins/p.js': AS_MODULE, 'package.json': '{ "type": "commonjs" }' });
    const { status, err } = await runCli(['build', '-q'], folder);
    expect(err).toMatch(/^\n {2}✖ Invalid plugin {2}_plugins\/p\.js:1:1\n/);
    expect(err).toContain(
      '    Name the file p.mjs: according to package.json, .js files of this site are CommonJS modules.\n',
    );
    expect(status).toBe(1);
  });

  test('that requires a missing package is an error that says what to install', async () => {
    const folder = siteWith({ '_plugins/p.cjs': "require('no-such-package');\nmodule.exports = {};\n" });
    const { status, err } = await runCli(['build', '-q'], folder);
    expect(err).toContain('    Install it in the folder of the site: npm install no-such-package\n');
    expect(status).toBe(1);
  });
});
