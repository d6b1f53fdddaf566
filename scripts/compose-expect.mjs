// Records what jekyll-compose prints and writes in test/cases/compose/stories.json. Needs Ruby with jekyll and jekyll-compose.
//   RUBYLIB=… node scripts/compose-expect.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const file = join(import.meta.dirname, '..', 'test', 'cases', 'compose', 'stories.json');
const RUBY =
  'require "jekyll"; require "jekyll-compose"; load Gem.bin_path("jekyll", "jekyll") rescue load ENV["JEKYLL_EXE"]';
const stories = JSON.parse(readFileSync(file, 'utf8'));

function filesBelow(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function run(words, folder) {
  const env = { ...process.env, TZ: 'UTC' };
  const { stdout, stderr } = spawnSync('ruby', ['-W0', '-e', RUBY, '--', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return (stdout + stderr).replaceAll(/\u001b\[\d+m/g, '').replace(/^Configuration file: .*\n/gm, '');
}

for (const story of stories) {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  for (const [name, text] of Object.entries(story.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  story.calls = story.calls.map(({ words }) => ({ words, said: run(words, folder) }));
  story.left = filesBelow(folder);
}
writeFileSync(file, `${JSON.stringify(stories, null, 2)}\n`);
