import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** What a page becomes with jemoji. */
async function render(page: string, config: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { builder, read } = await memorySite(
    { 'a.html': `---\n---\n${page}` },
    { config: { plugins: ['jemoji'], ...config } },
  );
  await builder.build();
  return read('a.html');
}

const picture = (name: string, path: string): string =>
  `<img class="emoji" title=":${name}:" alt=":${name}:" src="${path}" height="20" width="20">`;

test('names of emoji become images, except in code', async () => {
  const folder = 'https://github.githubassets.com/images/icons/emoji';
  expect(await render('<p>:no:+1: :octocat: :cat:<br/><code>:smile:</code></p>')).toBe(
    `<p>:no${picture('+1', `${folder}/unicode/1f44d.png`)} :octocat: ${picture('cat', `${folder}/unicode/1f431.png`)}<br><code>:smile:</code></p>`,
  );
});

test('the images come from where the configuration says', async () => {
  expect(await render('<body class="x"> :heart:</body>', { emoji: { src: '/pictures' } })).toBe(
    `<body class="x"> ${picture('heart', '/pictures/emoji/unicode/2764.png')}</body>`,
  );
});

test('a page without emoji is not changed', async () => {
  expect(await render('<P>a : b<br/>:nothing:')).toBe('<P>a : b<br/>:nothing:');
});
