import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { startServe } from './running-server.ts';
import { SMALL_SITE } from './site.ts';

const withGenerator = (body: string): Record<string, string> => ({
  ...SMALL_SITE,
  '_plugins/p.mjs': `export default { name: 'p', generators: [{ name: 'g', generate() {\n  ${body}\n} }] };\n`,
});

describe('a plugin', () => {
  test('that waits for something that never happens is an error, and does not end the process silently', async () => {
    const { status, err } = await runCli(['build'], folderOf(withGenerator('return new Promise(() => {});')));
    expect(err).toContain('✖ Unfinished\n\n    A plugin waits for something that never happens');
    expect(err).not.toContain('top-level await');
    expect(status).toBe(1);
  });

  test.each(['setInterval(() => {}, 1000);', "process.stdin.on('data', () => {});"])(
    'that leaves something open does not keep the process from ending: %s',
    async (body) => {
      const folder = folderOf(withGenerator(body));
      expect(await runCli(['build', '-q'], folder)).toMatchObject({ status: 0, err: '' });
      expect(existsSync(join(folder, '_site/index.html'))).toBe(true);
    },
  );

  test('with a rejected promise that nobody awaits is reported with its place', async () => {
    const folder = folderOf(withGenerator("Promise.reject(new Error('later'));"));
    const { status, err } = await runCli(['build'], folder);
    expect(err).toMatch(/✖ Plugin failed {2}_plugins\/p\.mjs:2:\d+\n\n {4}Error: later\n/);
    expect(status).toBe(1);
  });

  test('with a promise that is rejected later does not end a server', async () => {
    const folder = folderOf(withGenerator("setTimeout(() => Promise.reject(new Error('later')), 50);"));
    const serve = await startServe(folder);
    await serve.waitFor(/✖ Plugin failed {2}_plugins\/p\.mjs:2:\d+\n\n {4}Error: later\n/);
    writeInto(folder, 'index.md', '---\n---\nNew.');
    await serve.waitFor(/\.\.\.done in/);
    expect(await (await fetch(serve.address)).text()).toContain('<p>New.</p>');
    await serve.stop();
  });

  test('that imports a missing package is an error', async () => {
    const folder = folderOf({ ...SMALL_SITE, '_plugins/p.mjs': "import 'no-such-package';\nexport default {};\n" });
    const { status, err } = await runCli(['build'], folder);
    expect(err).toContain('    Install it in the folder of the site: npm install no-such-package\n');
    expect(status).toBe(1);
  });
});
