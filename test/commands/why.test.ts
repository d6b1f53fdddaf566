import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

const SITE = {
  '_config.yml': 'title: T\n',
  '_layouts/default.html': '{{ site.title }} {{ content }} {% include foot.html %}',
  '_includes/foot.html': '{{ site.data.names[0] }} {{ site.time | date: "%Y" }}',
  '_data/names.yml': '- Ann\n',
  'about.md': '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n',
  '_posts/2024-01-01-a.md': '---\ntitle: A\n---\n',
};

test('why names what a page was made from, by its source, its output, or where it lies', async () => {
  const folder = folderOf(SITE);
  await runHere(['build', '-q'], folder);
  const run = await runHere(['why', 'about.md'], folder);
  expect(run.status).toBe(0);
  const lines = run.out.split('\n').slice(1, -1);
  expect(lines).toEqual([
    '  source             about.md',
    '  layouts            default',
    '  includes           foot.html',
    '  data               names',
    '  configuration      title',
    '  lists of           posts',
    '  front matter of    _posts/2024-01-01-a.md',
    '  time of the build  year',
    '  present time       year',
  ]);
  for (const path of ['about.html', '_site/about.html', './about.md', join(folder, 'about.md')]) {
    expect((await runHere(['why', path], folder)).out).toBe(run.out);
  }
});
