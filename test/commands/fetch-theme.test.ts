import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { create } from 'tar';
import { expect, onTestFinished, test } from 'vitest';
import type { Terminal } from '../../src/commands/command-line/command.ts';
import type { Download } from '../../src/commands/fetch-theme/download.ts';
import { fetchTheme } from '../../src/commands/fetch-theme.ts';
import { UttersonError } from '../../src/errors.ts';
import { compareVersions, satisfies } from '../../src/util/gem-version.ts';
import { folderOf, writeInto } from '../server/folder.ts';
import { runCli } from './run-cli.ts';

/** A gem as `gem build` makes it: a theme with a layout, an include, a `_config.yml` and tests, which depends on jekyll-seo-tag. */
const INK = readFileSync(join(import.meta.dirname, 'fetch-theme', 'ink-1.2.0.gem'));
const CHECKSUM = createHash('sha256').update(INK).digest('hex');
const INDEX = [
  '---',
  '1.1.0 jekyll:>= 3.5|checksum:0000000000000000000000000000000000000000000000000000000000000000',
  `1.2.0 jekyll:>= 3.5,jekyll-seo-tag:~> 2.0|checksum:${CHECKSUM},ruby:>= 2.4`,
  '1.2.0-java |checksum:0000000000000000000000000000000000000000000000000000000000000000',
  '2.0.0.rc1 |checksum:0000000000000000000000000000000000000000000000000000000000000000',
  '',
].join('\n');
const RUBYGEMS = 'https://rubygems.org';
const ANSWERS: Readonly<Record<string, string | Buffer>> = {
  [`${RUBYGEMS}/info/ink`]: INDEX,
  [`${RUBYGEMS}/gems/ink-1.2.0.gem`]: INK,
};
const SITE = { '_config.yml': 'theme: ink\n', 'index.md': '---\nlayout: default\ntitle: Front\n---\nText.\n' };

/** Answers from a table, and records the requests. */
function answering(answers: Readonly<Record<string, string | Buffer>>): { download: Download; asked: string[] } {
  const asked: string[] = [];
  const download: Download = async (url) => {
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) throw new UttersonError('DownloadFailed', `${url} answered 404 Not Found`);
    return Buffer.from(answer);
  };
  return { download, asked };
}

async function run(folder: string, words: readonly string[], download: Download): Promise<string> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const terminal: Terminal = { out: write, err: write, isInteractive: false, colors: false, environment: {}, folder };
  expect(await fetchTheme({ words, flags: new Map(), trace: false, terminal }, download)).toBe(0);
  return out;
}

async function archiveOf(files: Readonly<Record<string, string>>, link?: string): Promise<Buffer> {
  const folder = folderOf(files);
  if (link !== undefined) symlinkSync('/etc', join(folder, link));
  const [root = ''] = readdirSync(folder);
  const pieces: Buffer[] = [];
  for await (const piece of create({ gzip: true, cwd: folder }, [root])) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

test('the gem that the configuration names is fetched, checked and used, and the plugins that it needs are enabled', async () => {
  const folder = folderOf(SITE);
  const server = createServer((request, response) => {
    const answer = ANSWERS[`${RUBYGEMS}${request.url}`];
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  writeInto(folder, 'Gemfile', `source "http://127.0.0.1:${port}/"\ngem "ink", "~> 1.0"\n`);
  expect((await runCli(['build'], folder)).err).toContain('utterson fetch-theme');

  const fetched = await runCli(['fetch-theme'], folder);
  expect(fetched).toMatchObject({ status: 0, err: '' });
  expect(fetched.out).toContain('Fetched: ink 1.2.0, 8 files (1 kB) in _themes/ink\n');
  expect(readdirSync(join(folder, '_themes')).sort()).toEqual(['ink']);
  expect(existsSync(join(folder, '_themes/ink/test'))).toBe(false);

  expect(await runCli(['build'], folder)).toMatchObject({ status: 0 });
  const page = readFileSync(join(folder, '_site/index.html'), 'utf8');
  expect(page).toContain('<b>ink</b>\n<p>Text.</p>\n<p>1.2.0 Ada Brown, Bo Chen Black on white From the theme</p>');
  expect(page).toContain('<title>Front</title>');
  expect(existsSync(join(folder, '_site/assets/ink.css'))).toBe(true);
  expect(existsSync(join(folder, '_site/_themes'))).toBe(false);

  const missing = await runCli(['fetch-theme', 'inc'], folder);
  expect(missing).toMatchObject({ status: 1 });
  expect(missing.err).toContain(`http://127.0.0.1:${port}/info/inc answered 404 Not Found`);
});

test.each<[string, Record<string, string>, string[]]>([
  ['the newest release', {}, []],
  ['what the lock names', { 'Gemfile.lock': 'GEM\n  specs:\n    ink (1.2.0)\n      jekyll (>= 3.5)\n' }, []],
  ['what the Gemfile allows', { Gemfile: 'gem "jekyll"\ngem "ink", ">= 1.1", "< 2"\n' }, []],
  ['what is asked for', { 'Gemfile.lock': '    ink (1.1.0)\n' }, ['ink@1.2.0']],
])('a version is chosen: %s', async (_, files, words) => {
  const folder = folderOf({ ...SITE, ...files });
  const { download, asked } = answering(ANSWERS);
  await run(folder, words, download);
  expect(asked).toEqual([`${RUBYGEMS}/info/ink`, `${RUBYGEMS}/gems/ink-1.2.0.gem`]);
});

test('what differs from the index is not kept, and the previous theme stays', async () => {
  const folder = folderOf(SITE);
  await run(folder, [], answering(ANSWERS).download);
  const other = answering({ ...ANSWERS, [`${RUBYGEMS}/gems/ink-1.1.0.gem`]: INK });
  await expect(run(folder, ['ink@1.1.0'], other.download)).rejects.toThrow(/has the checksum .*, not 0{64}\./);
  expect(readFileSync(join(folder, '_themes/ink/package.json'), 'utf8')).toContain('"version": "1.2.0"');
  await expect(run(folder, ['ink@3.0.0'], answering(ANSWERS).download)).rejects.toMatchObject({
    message: 'There is no version 3.0.0 of ink.',
    hint: 'The newest ones are 2.0.0.rc1, 1.2.0, 1.1.0.',
  });
});

test('a remote theme is fetched from its repository, without links and files that no theme needs', async () => {
  const config = (reference: string): string =>
    `plugins: [jekyll-remote-theme]\nremote_theme: Owner/Plain${reference}\n`;
  const folder = folderOf({ ...SITE, '_config.yml': config('@v1') });
  const long = `plain-0a1b2c/assets/${'long/'.repeat(24)}name.txt`;
  const archive = await archiveOf(
    {
      'plain-0a1b2c/_layouts/default.html': '<main>{{ content }}</main>',
      'plain-0a1b2c/docs/index.md': 'left out',
      [long]: 'far',
    },
    'plain-0a1b2c/assets/link',
  );
  const { download, asked } = answering({ 'https://codeload.github.com/owner/plain/tar.gz/v1': archive });
  expect(await run(folder, [], download)).toContain('Fetched: owner/plain (v1), 2 files');
  expect(asked).toHaveLength(1);
  expect(readFileSync(join(folder, '_themes/owner/plain', long.slice('plain-0a1b2c/'.length)), 'utf8')).toBe('far');
  expect(readdirSync(join(folder, '_themes/owner/plain/assets'))).toEqual(['long']);
  expect(await runCli(['build'], folder)).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('<main><p>Text.</p>\n</main>');

  writeInto(folder, '_config.yml', config('@v2'));
  const stale = await runCli(['build'], folder);
  expect(stale).toMatchObject({ status: 1 });
  expect(stale.err).toContain('is not the one that was fetched: https://github.com/owner/plain@v1');
});

test('@latest is the latest release', async () => {
  const archive = await archiveOf({ 'plain-1/_includes/a.html': 'a' });
  const { download, asked } = answering({
    'https://api.github.com/repos/owner/plain/releases/latest': '{"tag_name":"v3"}',
    'https://codeload.github.com/owner/plain/tar.gz/v3': archive,
  });
  await run(folderOf(SITE), ['owner/plain@latest'], download);
  expect(asked).toHaveLength(2);
});

test.each<[string, Record<string, string>, string[], string]>([
  ['a configuration without a theme', { '_config.yml': '' }, [], 'The configuration names no theme.'],
  ['a folder', {}, ['./mine/ink'], './mine/ink is the path of a folder: there is nothing to fetch.'],
  ['a name that is none', {}, ['a b'], '"a b" is not the name of a theme.'],
  ['a gem that is no theme', {}, ['owner/nothing'], 'The repository owner/nothing is not a theme'],
])('%s is an error, and nothing is written', async (_, files, words, message) => {
  const folder = folderOf({ ...SITE, ...files });
  const archive = await archiveOf({ 'nothing-1/README.md': 'Nothing.' });
  const { download } = answering({ 'https://codeload.github.com/owner/nothing/tar.gz/HEAD': archive });
  await expect(run(folder, words, download)).rejects.toThrow(message);
  expect(existsSync(join(folder, '_themes'))).toBe(false);
});

test('a gem whose metadata cannot be unpacked is an error, and nothing is written', async () => {
  const site = folderOf(SITE);
  const data = await archiveOf({ '_layouts/default.html': 'x' });
  const parts = folderOf({ 'data.tar.gz': data, 'metadata.gz': 'not gzip' });
  const pieces: Buffer[] = [];
  for await (const piece of create({ cwd: parts }, readdirSync(parts))) pieces.push(Buffer.from(piece));
  const { download } = answering({
    [`${RUBYGEMS}/info/ink`]: '---\n1.0.0 |ruby:>= 2.4\n',
    [`${RUBYGEMS}/gems/ink-1.0.0.gem`]: Buffer.concat(pieces),
  });
  await expect(run(site, [], download)).rejects.toMatchObject({ code: 'DamagedArchive' });
  expect(existsSync(join(site, '_themes'))).toBe(false);
});

test('an answer about the latest release that is not JSON is reported as a failed download', async () => {
  const { download } = answering({ 'https://api.github.com/repos/owner/plain/releases/latest': '<html>' });
  await expect(run(folderOf(SITE), ['owner/plain@latest'], download)).rejects.toMatchObject({ code: 'DownloadFailed' });
});

test('a folder that somebody else made is left alone', async () => {
  const folder = folderOf(SITE);
  mkdirSync(join(folder, '_themes/ink/.git'), { recursive: true });
  const { download, asked } = answering(ANSWERS);
  await expect(run(folder, [], download)).rejects.toThrow('was not fetched by this command');
  expect(asked).toEqual([]);
});

test('an archive that is damaged is one clear error', async () => {
  const url = 'https://codeload.github.com/owner/plain/tar.gz/HEAD';
  const archive = await archiveOf({ 'plain-1/_includes/a.html': 'a'.repeat(10_000) });
  for (const bytes of [archive.subarray(0, archive.length - 20), Buffer.from('no archive')]) {
    const folder = folderOf(SITE);
    await expect(run(folder, ['owner/plain'], answering({ [url]: bytes }).download)).rejects.toMatchObject({
      code: 'DamagedArchive',
    });
  }
});

/** Ordered as by `Gem::Version`, and matched as by `Gem::Requirement`. */
test('versions are ordered and matched as in RubyGems', () => {
  const ascending = ['1.0.a', '1.0.b2', '1.0.b10', '1.0', '1.0.1', '1.9', '1.10', '2.0.rc1', '2'];
  expect(ascending.toReversed().sort(compareVersions)).toEqual(ascending);
  expect(compareVersions('1.0', '1.0.0')).toBe(0);
  const allowed = (requirement: string): string[] => ascending.filter((version) => satisfies(version, requirement));
  expect(allowed('~> 1.0')).toEqual(['1.0', '1.0.1', '1.9', '1.10']);
  expect(allowed('~> 1.0.0')).toEqual(['1.0', '1.0.1']);
  expect(allowed('~> 1')).toEqual(['1.0', '1.0.1', '1.9', '1.10']);
  expect(allowed('!= 1.9')).toHaveLength(8);
  expect(allowed('>= 1.10')).toEqual(['1.10', '2.0.rc1', '2']);
  expect(allowed('< 1.0')).toEqual(['1.0.a', '1.0.b2', '1.0.b10']);
  expect(allowed('1.9')).toEqual(['1.9']);
});
