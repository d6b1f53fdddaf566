import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withSlashes } from '../../src/util/files/paths.ts';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

/** What jekyll-compose 0.12.0 printed and wrote, call by call (scripts/compose-expect.mjs). */
interface Story {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly calls: readonly { readonly words: readonly string[]; readonly said: string }[];
  readonly left: Readonly<Record<string, string>>;
}

const path = join(import.meta.dirname, '..', 'cases', 'compose', 'stories.json');
const stories: Story[] = JSON.parse(readFileSync(path, 'utf8'));

/** What is said besides jekyll-compose's messages. */
const SAID_HERE_ONLY =
  /^Configuration file: .*\n|^There is no collection .*\n|(?<=^Tried to load unspecified class: \w+) \(so .*\)/gm;

function filesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [withSlashes(name), readFileSync(join(folder, name), 'utf8')]));
}

test.each(stories)('$name: as jekyll-compose does it', async ({ files, calls, left }) => {
  const folder = folderOf(files);
  for (const { words, said } of calls) {
    const { out, err } = await runHere(words, folder, { TZ: 'UTC' });
    expect((out + err).replace(SAID_HERE_ONLY, ''), words.join(' ')).toBe(said);
  }
  expect(filesBelow(folder)).toEqual(left);
});

test.each([
  [['publish'], 'You must specify a draft path.\n\n    For example: utterson publish _drafts/plan.md\n'],
  [['unpublish'], 'You must specify a post path.\n\n    For example: utterson unpublish _posts/2024-12-31-plan.md\n'],
  [['post'], 'You must specify a name.\n\n    For example: utterson post "A day at the lake"\n'],
  [['draft'], 'You must specify a name.\n\n    For example: utterson draft "A day at the lake"\n'],
  [['page'], 'You must specify a name.\n\n    For example: utterson page "About us"\n'],
  [['compose'], 'You must specify a name.\n\n    For example: utterson compose "Apple pie" --collection recipes\n'],
  [['rename', 'a.md'], 'You must specify current path and the new title.'],
  [['rename', 'a.md', 'b', '--now', '--date', '2024-01-01'], 'You can only specify one of --date DATE or --now.'],
  [['compose', 'a', '--post', '--draft'], 'You can only specify one of --post, --draft, or --collection COLLECTION.'],
  [['post', 'a', '--date', 'someday'], 'invalid date: someday'],
  [['post', 'a', '--date', '2024-02-30'], 'invalid date: 2024-02-30'],
  [['rename', '_posts/plan.md', 'b'], "The name of '_posts/plan.md' has no date."],
])('%j stops with an explanation', async (words, message) => {
  const folder = folderOf({});
  const { status, err } = await runHere(words, folder);
  expect(status).toBe(1);
  expect(err).toContain(message);
  expect(readdirSync(folder)).toEqual([]);
});

test('a new post has the current date and time in the site’s time zone', async () => {
  const folder = folderOf({ '_config.yml': 'timezone: Asia/Kolkata\n' });
  await runHere(['post', 'Now'], folder);
  const [name = ''] = readdirSync(join(folder, '_posts'));
  const text = readFileSync(join(folder, '_posts', name), 'utf8');
  expect(text).toMatch(new RegExp(`^date: ${name.slice(0, 10)} \\d\\d:\\d\\d \\+0530$`, 'm'));
});

test('flags after a title that equals the name of a command belong to the command before it', async () => {
  const folder = folderOf({});
  await runCli(['post', 'build', '-d', '2024-01-02'], folder);
  await runCli(['-s', '.', 'post', '-d', '2024-01-03', 'serve'], folder);
  expect(readdirSync(join(folder, '_posts')).sort()).toEqual(['2024-01-02-build.md', '2024-01-03-serve.md']);
  expect((await runCli(['draft', 'serve', '--bogus'], folder)).err).toContain('Run `utterson draft --help`');
});

test('auto_open opens the editor with the new file', async () => {
  const folder = folderOf({ '_config.yml': 'jekyll_compose:\n  auto_open: true\n' });
  await runCli(['draft', 'A plan'], folder, {
    JEKYLL_EDITOR: `${process.execPath} -e require("fs").writeFileSync("opened",process.argv[1])`,
  });
  expect(existsSync(join(folder, 'opened'))).toBe(true);
  expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe(join(folder, '_drafts', 'a-plan.md'));
});

test.each([
  ['no-such-editor --wait', "The editor 'no-such-editor' could not be started: "],
  ['', 'No editor to open it in: `auto_open` starts the one in JEKYLL_EDITOR, VISUAL or EDITOR.'],
  [`${process.execPath} -e process.exit(3)`, `The editor '${process.execPath}' ended with status 3.`],
])('auto_open with the editor %j says why none opens', async (EDITOR, message) => {
  const folder = folderOf({ '_config.yml': 'jekyll_compose:\n  auto_open: true\n' });
  const { status, err } = await runHere(['draft', 'A plan'], folder, { EDITOR });
  expect(status).toBe(0);
  expect(err).toContain(message);
});

test('a document for a collection that the site does not have', async () => {
  for (const config of ['', 'collections: [soups]\n', 'collections:\n  soups:\n    output: true\n']) {
    const folder = folderOf({ '_config.yml': config });
    const { err } = await runHere(['compose', 'Broth', '-c', 'soups'], folder);
    expect(err.includes("There is no collection 'soups' yet.")).toBe(config === '');
  }
});

test('a folder is no draft', async () => {
  const folder = folderOf({ '_drafts/a.md': '---\n---\n' });
  const { status, err } = await runHere(['publish', '_drafts'], folder);
  expect(status).toBe(0);
  expect(err).toContain("There was no draft found at '_drafts'.");
});
