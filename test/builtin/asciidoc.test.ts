import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { Log } from '../../src/util/program/log.ts';
import { folderOf, writeInto } from '../server/folder.ts';

/** A site on disk, because Asciidoctor reads what a text includes by itself. */
function asciidocSite(files: Readonly<Record<string, string>>, settings: Readonly<Record<string, unknown>> = {}) {
  const folder = folderOf(files);
  const lines: string[] = [];
  const write = (text: string) => lines.push(text);
  const overrides = { source: folder, time: '2026-01-02 03:04:05 +0000', plugins: ['jekyll-asciidoc'], ...settings };
  /** Builds as a new process does, and returns the files that were rendered. */
  const build = async (isClean = false) => {
    const log = new Log({ out: write, err: write });
    const config = loadConfig({ log, overrides: { ...overrides, incremental: !isClean }, folder });
    const builder = await createBuilder({ config, log, folder, environment: { TZ: 'UTC' }, usesWorkers: false });
    const { rendered } = await builder.build();
    return [...rendered.keys()].map((name) => name.replace(/>.*/, ''));
  };
  return { folder, build, lines, read: (name: string) => readFileSync(join(folder, '_site', name), 'utf8') };
}

const PAGE = '= A\n:page-layout: base\n\n== One\n\ntext\n';

describe('incremental builds', () => {
  test('a changed layout has the table of contents of a page whose text is kept', async () => {
    const files = {
      '_layouts/base.html': '{{ page.document | tocify_asciidoc }}',
      'a.adoc': PAGE,
      'b.md': '---\n---\n',
    };
    const { folder, build, read } = asciidocSite(files);
    await build();
    expect(await build()).toEqual([]);
    writeInto(folder, '_layouts/base.html', 'new {{ page.document | tocify_asciidoc }}');
    expect(await build()).toEqual(['a.adoc']);
    expect(read('a.html')).toContain('new <ul class="sectlevel1">\n<li><a href="#one">One</a></li>');
  });

  test('a page follows what it includes, and the time that it shows', async () => {
    const files = {
      'a.adoc': 'include::part.txt[]\n',
      'b.adoc': 'no part\n',
      'c.adoc': '{localdate}\n',
      'part.txt': 'before',
    };
    const { folder, build, read } = asciidocSite(files);
    await build();
    writeInto(folder, 'part.txt', 'after');
    expect((await build()).sort()).toEqual(['a.adoc', 'c.adoc']);
    expect(read('a.html')).toContain('after');
    expect(read('c.html')).toContain('2026-01-02');
  });

  test('a header changes what other pages list', async () => {
    const list = '---\n---\n{% for p in site.posts %}{{ p.title }} {{ p.tags | join: "," }};{% endfor %}';
    const { folder, build, read } = asciidocSite({ '_posts/2024-01-01-a.adoc': '= Old\n\ntext\n', 'list.html': list });
    await build();
    writeInto(folder, '_posts/2024-01-01-a.adoc', '= New\n:page-tags: [x]\n\ntext\n');
    await build();
    expect(read('list.html')).toBe('New x;');
    writeInto(folder, '_posts/2024-01-01-a.adoc', '= New\n:page-published: false\n\ntext\n');
    await build();
    expect(read('list.html')).toBe('');
  });
});

test('what Asciidoctor says about a text is a warning with its place', async () => {
  const { build, lines } = asciidocSite({ 'a.adoc': 'text\n\ninclude::missing.txt[]\n' });
  await build();
  expect(lines.join('\n')).toMatch(/Asciidoctor: a\.adoc: line 3: include file not found/);
});

test('a highlighter of Ruby is a warning, once', async () => {
  const code = ':source-highlighter: coderay\n\n[source,ruby]\n----\n1\n----\n';
  const { build, lines, read } = asciidocSite({ 'a.adoc': code, 'b.adoc': code });
  await build();
  expect(lines.filter((line) => line.includes('coderay is a library of Ruby'))).toHaveLength(1);
  expect(read('a.html')).toContain('<code class="language-ruby" data-lang="ruby">1</code>');
});

test.each([
  ['another processor', { asciidoc: { processor: 'other' } }, 'Invalid AsciiDoc processor given: other'],
  ['another extension', { asciidoc: { ext: 'adoc,txt' } }, 'names the extension "txt"'],
  ['templates in Ruby', { asciidoctor: { template_dir: 'x' } }, 'names code in Ruby'],
])('%s stops the build', async (_what, settings, message) => {
  await expect(asciidocSite({ 'a.adoc': 'text' }, settings).build()).rejects.toThrow(message);
});

test('a version of the package that works asynchronously stops the build', async () => {
  const { build } = asciidocSite({
    'a.adoc': 'text',
    'node_modules/@asciidoctor/core/package.json': '{ "name": "@asciidoctor/core", "main": "index.js" }',
    'node_modules/@asciidoctor/core/index.js': 'exports.convert = async () => "";',
  });
  await expect(build()).rejects.toThrow('works asynchronously');
});

test('a site without AsciiDoc does not need the package', async () => {
  const { build, read } = asciidocSite({
    'a.md': '---\n---\ntext',
    'node_modules/@asciidoctor/core/package.json': '{ "name": "@asciidoctor/core", "main": "index.js" }',
    'node_modules/@asciidoctor/core/index.js': 'throw new Error("loaded");',
  });
  await build();
  expect(read('a.html')).toBe('<p>text</p>\n');
});
