import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { freePort, startServe } from './running-server.ts';
import { SMALL_SITE } from './site.ts';

const asBrowser = { headers: { Accept: 'text/html' } };

describe('serve', () => {
  test('serves below the baseurl, prints the address, and stops with status 0', async () => {
    const serve = await startServe(folderOf(SMALL_SITE), ['--baseurl', '/blog']);
    expect(serve.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
    expect(serve.text()).toContain(`Last build: ${serve.address}__utterson/`);
    expect(serve.text()).toContain('Server running... press ctrl-c to stop.');
    expect(await (await fetch(serve.address)).text()).toContain('<p>Front.</p>');
    expect(await serve.stop()).toBe(0);
  });

  test('with --host 0.0.0.0 prints the addresses for other devices', async () => {
    const serve = await startServe(folderOf(SMALL_SITE), ['--host', '0.0.0.0', '--baseurl', '/blog']);
    const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    const outside = own.filter(({ family, internal }) => family === 'IPv4' && !internal);
    const told = [...serve.text().matchAll(/In the network: (\S+)/g)].map(([, address = '']) => address);
    expect(told).toEqual(outside.map(({ address }) => serve.address.replace('127.0.0.1', address)));
    for (const address of told) expect((await fetch(address)).status).toBe(200);
    // Windows cannot open http://0.0.0.0.
    expect(serve.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
    await serve.stop();
  });

  test.skipIf(process.platform === 'win32')(
    'ends with the signal of a closed terminal, whose mode Node could not restore',
    async () => {
      const { child } = await startServe(folderOf(SMALL_SITE));
      const ended = once(child, 'exit');
      child.kill('SIGHUP');
      expect(await ended).toEqual([null, 'SIGHUP']);
    },
  );

  test('browsers get the live reload client, other programs get the bytes on the disk', async () => {
    const serve = await startServe(folderOf(SMALL_SITE));
    expect(await (await fetch(serve.address, asBrowser)).text()).toContain('/__utterson/client.js');
    expect(await (await fetch(serve.address)).text()).not.toContain('__utterson');
    await serve.stop();
  });

  test.each([
    [['--livereload'], true],
    [['--no-livereload'], false],
    [['--no-watch'], false],
  ])('%s', async (words, isLive) => {
    const serve = await startServe(folderOf(SMALL_SITE), words);
    expect((await (await fetch(serve.address, asBrowser)).text()).includes('__utterson')).toBe(isLive);
    expect((await (await fetch(serve.address)).text()).includes('__utterson')).toBe(words.includes('--livereload'));
    await serve.stop();
  });

  test('a removed destination is restored completely with the next change', async () => {
    const folder = folderOf(SMALL_SITE);
    const serve = await startServe(folder);
    const before = readdirSync(join(folder, '_site'), { recursive: true }).sort();
    rmSync(join(folder, '_site'), { recursive: true });
    writeInto(folder, 'index.md', '---\n---\nEdited.');
    await serve.waitFor(/\.\.\.done in/);
    expect(await (await fetch(serve.address)).text()).toContain('Edited.');
    expect(readdirSync(join(folder, '_site'), { recursive: true }).sort()).toEqual(before);
    await serve.stop();
  });

  test.each(['2024', 'robots.txt'])(
    '%s, removed from the destination by hand, is restored with the next change',
    async (name) => {
      const folder = folderOf(SMALL_SITE);
      const serve = await startServe(folder);
      rmSync(join(folder, '_site', name), { recursive: true });
      writeInto(folder, 'index.md', '---\n---\nNew.\n');
      await serve.waitFor(/\.\.\.done in/);
      expect((await fetch(`${serve.address}2024/01/01/hello.html`)).status).toBe(200);
      expect((await fetch(`${serve.address}robots.txt`)).status).toBe(200);
      // An undisturbed build does not set up the site again.
      writeInto(folder, 'index.md', '---\n---\nNewer.\n');
      await serve.waitFor(/(?:\.\.\.done in[\s\S]*){2}/);
      expect(serve.text().match(/Configuration file:/g)).toHaveLength(2);
      await serve.stop();
    },
  );

  test('what another process builds next to the server is repaired with the next change', async () => {
    const folder = folderOf({ ...SMALL_SITE, 'a.md': '---\n---\n{{ site.url }}/a', 'b.md': '---\n---\nb' });
    const serve = await startServe(folder);
    expect((await runCli(['build'], folder, { JEKYLL_ENV: 'production' })).status).toBe(0);
    expect(readFileSync(join(folder, '_site', 'a.html'), 'utf8')).toBe('<p>https://example.com/a</p>\n');
    writeInto(folder, 'b.md', '---\n---\nEdited.');
    await serve.waitFor(/\.\.\.done in/);
    expect(readFileSync(join(folder, '_site', 'a.html'), 'utf8')).toBe('<p>http://localhost:0/a</p>\n');
    expect(readFileSync(join(folder, '_site', 'b.html'), 'utf8')).toBe('<p>Edited.</p>\n');
    await serve.stop();
    await runCli(['build'], folder, { JEKYLL_ENV: 'production' });
    expect(readFileSync(join(folder, '_site', 'a.html'), 'utf8')).toBe('<p>https://example.com/a</p>\n');
  });

  test('a text that is saved and does not appear is explained, and no other', async () => {
    const folder = folderOf({ ...SMALL_SITE, '_drafts/old.md': '---\n---\nx' });
    const serve = await startServe(folder);
    const save = async (name: string, text: string, says: string): Promise<void> => {
      const before = serve.text().length;
      writeInto(folder, name, text);
      const printed = expect.poll(() => serve.text().slice(before));
      await printed.toContain(`${name}\n`);
      await printed.toContain('...done in');
      await printed.toContain(says);
    };
    await save('_posts/2024-02-02-good.md', '---\ntitle: x\n---\nx', '');
    await save('about.html', '---\n---\nx', '');
    await save('README.md', '# Readme\n', '');
    await save('_includes/nav.html', '\n---\na: b\n', '');
    await save('_drafts/old.md', '---\n---\ny', '');
    await save('_drafts/idea.md', '---\n---\nx', 'Not shown: _drafts/idea.md is a draft: --drafts shows it.\n');
    await save('_posts/hello.md', '---\ntitle: x\n---\nx', 'Not shown: _posts/hello.md is no post: its name');
    await save(
      'mark.md',
      '\uFEFF---\ntitle: x\n---\nx',
      'Not shown: mark.md is copied as it is: it begins with a byte',
    );
    await save(
      '_soups/broth.md',
      '---\ntitle: x\n---\nx',
      'Not shown: _soups/broth.md is in no collection: add `soups`',
    );
    await save('_soups/broth.md', '---\ntitle: y\n---\nx', '');
    await save('_layouts/soup.html', '---\ntitle: x\n---\nx', '');
    await save('open.md', '---\ntitle: x\n\nx', 'Not shown: open.md shows its front matter as text: there is no');
    expect(serve.text().match(/Not shown:/g)).toHaveLength(5);
    await serve.stop();
  });

  test('while the configuration is broken every change reports it, and after the fix all of them are built', async () => {
    const folder = folderOf(SMALL_SITE);
    const serve = await startServe(folder);
    writeInto(folder, '_config.yml', 'title: [\n');
    await serve.waitFor(/Invalid YAML {2}_config\.yml/);
    writeInto(folder, 'index.md', '---\n---\nEdited.');
    await serve.waitFor(/Invalid YAML {2}_config\.yml[\s\S]*Invalid YAML {2}_config\.yml/);
    expect(serve.text()).not.toContain('...done in');
    writeInto(folder, '_config.yml', 'title: Mended\n');
    await serve.waitFor(/\.\.\.done in/);
    expect(await (await fetch(serve.address)).text()).toBe('<p>Edited.</p>\n');
    await serve.stop();
  });

  test('front matter that cannot be read is no problem any more once the configuration excludes its file', async () => {
    const bad = { 'a.md': '---\ntitle: [\n---\n', 'b.md': '---\ntitle: [\n---\n' };
    const folder = folderOf({ ...SMALL_SITE, ...bad });
    const serve = await startServe(folder);
    const problems = async (): Promise<string[]> => {
      const report = await (await fetch(`${serve.address}__utterson/`)).text();
      return [...report.matchAll(/<strong>Invalid YAML front matter<\/strong> <a [^>]*>([^<:]*)/g)].map(
        ([, name = '']) => name,
      );
    };
    expect((await problems()).sort()).toEqual(['a.md', 'b.md']);
    writeInto(folder, '_config.yml', 'exclude: [a.md]\n');
    await serve.waitFor(/\.\.\.done in/);
    await expect.poll(problems).toEqual(['b.md']);
    writeInto(folder, 'index.md', '---\n---\nEdited.');
    await serve.waitFor(/\.\.\.done in[\s\S]*\.\.\.done in/);
    expect(await problems()).toEqual(['b.md']);
    await serve.stop();
  });

  test.skipIf(process.platform === 'win32')(
    'files outside the source are served if a link in the source leads to them',
    async () => {
      const folder = folderOf({ ...SMALL_SITE, 'assets/a.txt': 'a' });
      const outside = folderOf({ 'logo.txt': 'logo' });
      symlinkSync(join(outside, 'logo.txt'), join(folder, 'assets', 'logo.txt'));
      symlinkSync('../robots.txt', join(folder, 'assets', 'robots.txt'));
      const serve = await startServe(folder);
      const get = async (path: string) => (await fetch(serve.address + path)).text();
      expect(await get('assets/logo.txt')).toBe('logo');
      expect(await get('assets/robots.txt')).toBe(SMALL_SITE['robots.txt']);
      writeInto(outside, 'logo.txt', 'another');
      await serve.waitFor(/\.\.\.done in/);
      expect(await get('assets/logo.txt')).toBe('another');
      await serve.stop();
      await runCli(['build'], folder);
      expect(readlinkSync(join(folder, '_site', 'assets', 'logo.txt'))).toBe(join(outside, 'logo.txt'));
    },
  );

  test('after a first build that fails the server waits for changes', async () => {
    const folder = folderOf({ ...SMALL_SITE, '_includes/nav.html': '{% if x %}' });
    const serve = await startServe(folder);
    expect(serve.text()).toContain("'if' tag was never closed");
    expect((await fetch(serve.address)).status).toBe(404);
    writeInto(folder, '_includes/nav.html', 'mended');
    await serve.waitFor(/\.\.\.done in/);
    expect(await (await fetch(`${serve.address}2024/01/01/hello.html`)).text()).toContain('mended');
    await serve.stop();
  });

  test.each([
    ['mjs', "import { words } from './lib/words.mjs';\nexport default", 'export const words ='],
    ['cjs', "const { words } = require('./lib/words.cjs');\nmodule.exports =", 'exports.words ='],
  ])('a plugin that ends in .%s and its imports take effect without a restart', async (extension, head, other) => {
    const path = `_plugins/lib/words.${extension}`;
    const plugin = (word: string) =>
      `${head} { name: 'word', readsAreRecorded: true, filters: { word: { apply: () => '${word} ' + words } } };\n`;
    const folder = folderOf({
      'index.html': '---\n---\n{{ "" | word }}',
      [`_plugins/word.${extension}`]: plugin('first'),
      [path]: `${other} 'of two';\n`,
    });
    const serve = await startServe(folder);
    const shown = async () => (await fetch(serve.address)).text();
    expect(await shown()).toBe('first of two');
    writeInto(folder, `_plugins/word.${extension}`, plugin('second'));
    await expect.poll(shown).toBe('second of two');
    writeInto(folder, path, `${other} 'of three';\n`);
    await expect.poll(shown).toBe('second of three');
    writeInto(folder, path, `${other} 'of four';\n`);
    await expect.poll(shown).toBe('second of four');
    expect(await serve.stop()).toBe(0);
    writeInto(folder, path, `${other} 'of five';\n`);
    expect(await runCli(['build', '-q'], folder)).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('second of five');
  });

  test('a first build that fails ends a server that does not watch', async () => {
    const run = await runCli(
      ['serve', '--no-watch', '-P', '0'],
      folderOf({ ...SMALL_SITE, '_includes/nav.html': '{% if x %}' }),
    );
    expect(run.status).toBe(1);
  });

  test('--skip-initial-build serves what exists, with a warning', async () => {
    const serve = await startServe(folderOf({ ...SMALL_SITE, '_site/index.html': 'old' }), ['--skip-initial-build']);
    expect(serve.text()).toContain(
      'Build Warning: Skipping the initial build. This may result in an out-of-date site.',
    );
    expect(await (await fetch(serve.address)).text()).toBe('old');
    await serve.stop();
  });

  test('webrick.headers, show_dir_listing, and url in development', async () => {
    const folder = folderOf({
      ...SMALL_SITE,
      '_config.yml': 'url: https://example.com\nshow_dir_listing: true\nwebrick:\n  headers:\n    X-Own: "yes"\n',
      'url.html': '---\n---\n{{ site.url }}',
    });
    const serve = await startServe(folder, ['--host', '127.0.0.1']);
    const front = await fetch(serve.address);
    expect(front.headers.get('x-own')).toBe('yes');
    expect(await front.text()).toContain('robots.txt');
    expect(await (await fetch(`${serve.address}url.html`)).text()).toMatch(/^http:\/\/localhost:\d+$/);
    await serve.stop();
  });

  test('a port in use is an error that says what to do, and nothing is built', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = folderOf(SMALL_SITE);
    const run = await runCli(['serve', '--port', String(port)], folder);
    blocker.close();
    expect(run.status).toBe(1);
    expect(run.err).toContain(`--port ${port + 1}`);
    expect(existsSync(join(folder, '_site'))).toBe(false);
  });

  test.each([
    ['--detach', ['--detach'], ''],
    ['detach: true', [], 'detach: true\n'],
  ])('%s leaves a server in the background, and prints how to stop it', async (_, flags, config) => {
    const port = await freePort();
    const site = { ...SMALL_SITE, '_config.yml': `${SMALL_SITE['_config.yml']}${config}` };
    const run = await runCli(['serve', ...flags, '--port', String(port)], folderOf(site));
    expect(run.status).toBe(0);
    expect(run.out).toContain(`Server address: http://127.0.0.1:${port}/\n`);
    const pid = Number(/Server detached with pid '(\d+)'/.exec(run.out)?.[1]);
    try {
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<p>Front.</p>');
    } finally {
      process.kill(pid, 'SIGTERM');
    }
  });

  test('--ssl-cert and --ssl-key serve over https; one without the other is an error', async () => {
    const folder = folderOf(SMALL_SITE);
    const words = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout key.pem -out cert.pem';
    execFileSync('openssl', words.split(' '), { cwd: folder, stdio: 'ignore' });
    const serve = await startServe(folder, ['--ssl-cert', 'cert.pem', '--ssl-key', 'key.pem']);
    expect(serve.address).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      const asked = request(serve.address, { rejectUnauthorized: false }, (response) =>
        resolve(response.resume().statusCode),
      );
      asked.on('error', reject).end();
    });
    expect(status).toBe(200);
    await serve.stop();
    expect(await runCli(['serve', '--ssl-cert', 'cert.pem'], folder)).toMatchObject({ status: 1 });
  });
});
