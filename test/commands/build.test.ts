import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { CLI, runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';
import { SMALL_SITE } from './site.ts';

test('build prints what Jekyll prints, and a summary', async () => {
  const folder = folderOf(SMALL_SITE);
  const run = await runCli(['build'], folder);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out.replace(/\d+\.\d+ seconds/, 'N seconds').split('\n')).toEqual([
    `Configuration file: ${folder}/_config.yml`,
    `            Source: ${folder}`,
    `       Destination: ${folder}/_site`,
    ' Incremental build: enabled. Disable with --no-incremental',
    '      Generating... ',
    '                    done in N seconds.',
    '              Site: 2 pages in _site (3 files written)',
    ' Auto-regeneration: disabled. Use --watch to enable.',
    '',
  ]);
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toContain('<nav>nav</nav><p>Front.</p>');
});

test('flags may come before the command, be shortened, and name other folders and files', async () => {
  const folder = folderOf({
    'site/index.html': '---\n---\n{{ site.a }}{{ site.b }}',
    'a.yml': 'a: 1\nb: 1',
    'b.yml': 'b: 2',
  });
  const run = await runHere(['-s', 'site', 'b', '--dest', 'out', '--config', 'a.yml,b.yml', '-q'], folder);
  expect(run).toEqual({ status: 0, out: '', err: '' });
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('12');
});

test('for a folder without pages it is explained what a page is', async () => {
  const run = await runHere(['build'], folderOf({ 'README.md': '# Hello\n' }));
  expect(run.out).toContain(
    '              Site: 0 pages in _site (1 file written)\n                    There are no pages: a page begins with front matter,',
  );
  expect(run.out).toContain('put gem "github-pages", group: :jekyll_plugins into a Gemfile.\n');
  expect(run.status).toBe(0);
  expect((await runHere(['build'], folderOf(SMALL_SITE))).out).not.toContain('There are no pages');
});

test('--explain says in words why each page was rendered', async () => {
  const folder = folderOf({
    '_config.yml': 'title: A\n',
    '_layouts/page.html': '{{ content }}',
    '_includes/foot.html': 'foot',
    '_data/names.yml': '- Ann\n',
    'about.md': '---\nlayout: page\n---\n',
    'foot.html': '---\n---\n{% include foot.html %}',
    'list.html': '---\n---\n{% for page in site.pages %}{{ page.title }}{% endfor %}',
    'names.html': '---\n---\n{{ site.data.names }}',
    'time.html': "---\n---\n{{ site.time | date: '%N' }}",
  });
  const explain = async (): Promise<string[]> => {
    const { out } = await runHere(['build', '--explain'], folder);
    return [...out.matchAll(/Rendered: (.+)/g)].map(([, line = '']) => line);
  };
  expect(await explain()).toContain('about.md (no earlier build is recorded with this configuration)');
  for (const name of ['_layouts/page.html', '_includes/foot.html', '_data/names.yml']) writeInto(folder, name, '- Bea');
  expect(await explain()).toEqual([
    'about.md (the layout page changed)',
    'foot.html (the include foot.html changed)',
    'names.html (the data names changed)',
    'time.html (the time of the build changed)',
  ]);
  writeInto(folder, 'about.md', '---\nlayout: page\ntitle: About\n---\n');
  expect(await explain()).toEqual([
    'about.md (its source changed)',
    'list.html (the front matter of about.md changed)',
    'time.html (the time of the build changed)',
  ]);
  writeInto(folder, 'new.md', '---\n---\n');
  expect(await explain()).toContain('new.md (not made before)');
});

test.each([
  ['{% cycle "a", "b" %}', 'pages pass something on to the next one, and one of them changed'],
  ['{% increment count %}', 'pages pass something on to the next one, and one of them changed'],
])('--explain of a layout with %s', async (layout, reason) => {
  const folder = folderOf({
    '_layouts/page.html': layout,
    'a.md': '---\nlayout: page\n---\n',
    'b.md': '---\nlayout: page\n---\n{% increment count %}',
  });
  await runHere(['build', '-q'], folder);
  writeInto(folder, 'a.md', '---\nlayout: page\n---\nchanged');
  expect((await runHere(['build', '--explain'], folder)).out).toContain(`Rendered: b.md (${reason})`);
});

test('--explain names the plugin because of which every build renders every page', async () => {
  const folder = folderOf({ 'index.md': '---\n---\n', '_plugins/own.mjs': "export default { name: 'own' };" });
  for (let time = 0; time < 2; time++) {
    const { out } = await runHere(['build', '--explain'], folder);
    expect(out).toContain('Rendered: index.md (the plugin own does not declare `readsAreRecorded`)');
  }
});

test('a build that only removes something does not say that nothing changed', async () => {
  const folder = folderOf({ 'index.md': '---\n---\n', 'a.txt': 'a' });
  await runHere(['build', '-q'], folder);
  rmSync(join(folder, 'a.txt'));
  expect((await runHere(['build'], folder)).out).toContain('Site: 1 page in _site (1 removed)\n');
});

test('why names it, too', async () => {
  const folder = folderOf({ 'index.md': '---\n---\n', '_plugins/own.mjs': "export default { name: 'own' };" });
  await runHere(['build', '-q'], folder);
  const { status, err } = await runHere(['why', 'index.md'], folder);
  expect(status).toBe(1);
  expect(err).toContain('because the plugin own does not declare `readsAreRecorded`');
});

test.each(['_site', 'public', 'docs/site'])(
  '--verify of a build into %s compares nothing but the site',
  async (name) => {
    const folder = folderOf({ 'index.md': '---\n---\n{{ site.time }}', 'a.txt': 'a' });
    for (let time = 0; time < 2; time++) {
      const run = await runHere(['build', '--verify', '-d', name], folder);
      expect(run).toMatchObject({ status: 0, err: 'Configuration file: none\n' });
      expect(run.out).toContain('          Verified: a build from scratch gives the same files\n');
    }
  },
);

test('words that are not flags have no effect, with a warning', async () => {
  const folder = folderOf({ '_config.yml': '', 'docs/index.html': '', 'index.html': '' });
  const run = await runHere(['build', 'docs', '8080', '-q'], folder);
  expect(run).toEqual({ status: 0, out: '', err: '' });
  expect((await runHere(['build', 'docs', '8080'], folder)).err).toBe(
    "           Warning: 'docs' has no effect. To build the site in that folder, use --source docs\n" +
      "           Warning: '8080' has no effect. Only flags are read here.\n",
  );
});

test('--verbose names exactly the files that are read, rendered and written', async () => {
  const folder = folderOf({ 'a.md': '---\n---\nA', '_posts/2024-01-01-b.md': '---\n---\nB' });
  const run = await runHere(['build', '--verbose'], folder);
  const steps = run.out.split('\n').filter((line) => /^ +(Reading|Rendering|Writing):/.test(line));
  expect(steps.map((line) => line.trim().replace(`${folder}/`, ''))).toEqual([
    'Reading: _posts/2024-01-01-b.md',
    'Reading: a.md',
    'Rendering: _posts/2024-01-01-b.md',
    'Writing: _site/2024/01/01/b.html',
    'Rendering: a.md',
    'Writing: _site/a.html',
  ]);
  writeInto(folder, 'a.md', '---\n---\nAA');
  const again = await runHere(['build', '--verbose'], folder);
  expect(again.out).toContain('Rendering: a.md');
  expect(again.out).not.toContain('Rendering: _posts');
});

test('--profile shows the phases and each template', async () => {
  const folder = folderOf(SMALL_SITE);
  const run = await runHere(['build', '--profile'], folder);
  for (const phase of ['RESET', 'READ', 'GENERATE', 'RENDER', 'CLEANUP', 'WRITE', 'TOTAL']) {
    expect(run.out).toMatch(new RegExp(`^\\| ${phase} +\\| +\\d+\\.\\d{4} \\|$`, 'm'));
  }
  const [, header, rule, ...rows] = run.out.slice(run.out.indexOf('Site Render Stats:')).split(/\n+/);
  expect(header).toMatch(/^\| Filename +\| Count \| Bytes \| {2}Time \|$/);
  expect(rule).toMatch(/^\+-+\+-{7}\+-{7}\+-{7}\+$/);
  // A text without Liquid is not a template, so those of the post and the page are not listed.
  expect(rows.slice(0, 2).sort()).toEqual([
    expect.stringMatching(/^\| _includes\/nav\.html +\| +2 \| 0\.03K \| \d\.\d{3} \|$/),
    expect.stringMatching(/^\| _layouts\/default\.html +\| +2 \| 0\.13K \| \d\.\d{3} \|$/),
  ]);
  expect(rows[2]).not.toContain('|');
  const again = await runHere(['build', '--profile'], folder);
  expect(again.out).toContain('Nothing had to be rendered.');
});

interface BadSite {
  readonly name: string;
  readonly files: Record<string, string>;
  readonly words?: readonly string[];
  /** The parts of the error, in order. */
  readonly says: readonly string[];
}

const BAD_SITES: readonly BadSite[] = [
  {
    name: 'Liquid syntax below a front matter',
    files: { 'index.md': '---\nlayout: default\n---\nOne\n\n{% if %}{% endif %}\nTwo\n' },
    says: ['Liquid syntax error  index.md:6', "Syntax Error in tag 'if'", '> 6 | {% if %}'],
  },
  {
    name: 'Liquid syntax in an include',
    files: { '_includes/nav.html': 'One\n{% for %}{% endfor %}\n' },
    says: ['_includes/nav.html:2', "Syntax Error in 'for loop'", '> 2 | {% for %}'],
  },
  {
    name: 'an include that is missing',
    files: { 'index.md': '---\n---\n\n{% include nowhere.html %}\n' },
    says: ['index.md:4', "Could not locate the included file 'nowhere.html'"],
  },
  { name: 'a broken configuration', files: { '_config.yml': 'title: [\n' }, says: ['Invalid YAML  _config.yml:2'] },
  { name: 'a missing configuration', files: {}, words: ['--config', 'nope.yml'], says: ['nope.yml'] },
  { name: 'a missing source', files: {}, words: ['-s', 'nowhere'], says: ['Missing source', 'nowhere'] },
  {
    name: 'a destination that is the source',
    files: {},
    words: ['-d', '.'],
    says: ['cannot be or contain the Source'],
  },
  { name: 'a destination above the source', files: {}, words: ['-d', '..'], says: ['cannot be or contain the Source'] },
  {
    name: 'broken front matter, when it matters',
    files: { 'about.md': '---\ntitle: "a\n---\n' },
    words: ['--strict_front_matter'],
    says: ['about.md'],
  },
];

describe('one clear error, exit status 1, and an unchanged destination', () => {
  test.each(BAD_SITES)('$name', async ({ files, words = [], says }) => {
    const folder = folderOf({ ...SMALL_SITE, ...files, '_site/kept.html': 'kept' });
    const run = await runHere(['build', ...words], folder);
    expect(run.status).toBe(1);
    let rest = run.err;
    for (const text of says) {
      expect(rest).toContain(text);
      rest = rest.slice(rest.indexOf(text));
    }
    expect(run.err.match(/✖/g)).toHaveLength(1);
    expect(run.err).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(folder, '_site/kept.html'), 'utf8')).toBe('kept');
    expect(existsSync(join(folder, '_site/index.html'))).toBe(false);
  });
});

test('build --watch builds again, and ends with status 0 when it is stopped', async () => {
  const folder = folderOf(SMALL_SITE);
  const child = spawn(process.execPath, [CLI, 'build', '--watch'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => {
    printed += String(text);
  });
  const said = (text: string) => expect.poll(() => printed).toContain(text);
  await said('Auto-regeneration: enabled');
  writeInto(folder, 'new.md', '---\n---\nNew.');
  await said('...done in');
  expect(printed).toMatch(/Regenerating: 1 file\(s\) changed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n {20}new\.md\n/);
  expect(existsSync(join(folder, '_site/new.html'))).toBe(true);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  // On Windows a signal ends another process at once; there it is Ctrl-C that the process hears of.
  expect(await ended).toBe(process.platform === 'win32' ? null : 0);
  if (process.platform !== 'win32') expect(printed).toContain('Halting auto-regeneration.');
  rmSync(folder, { recursive: true });
});

test('a log file in the source, to which the builds of a watched site are written, does not cause builds', async () => {
  const folder = folderOf(SMALL_SITE);
  const log = join(folder, 'build.log');
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, [CLI, 'build', '--watch'], { cwd: folder, stdio: ['ignore', output, output] });
  const said = (text: string) =>
    expect.poll(() => readFileSync(log, 'utf8')).toMatch(new RegExp(`${text}[^]*\\.\\.\\.done in`));
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('Auto-regeneration: enabled');
  // A build caused by the first of these would have come before that of the last one.
  for (const name of ['one.md', 'two.md', 'three.md']) {
    writeInto(folder, name, '---\n---\nNew.');
    await said(name);
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  closeSync(output);
  expect(readFileSync(log, 'utf8')).not.toMatch(/^ +build\.log$/m);
  rmSync(folder, { recursive: true });
});
