import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

/** What a tag becomes where the site has no answer of Twitter, with the warnings. */
async function render(tag: string): Promise<{ readonly html: string; readonly warnings: readonly string[] }> {
  const { builder, read } = await memorySite(
    { 'a.html': `---\n---\n${tag}` },
    { config: { plugins: ['jekyll-twitter-plugin'] } },
  );
  const { warnings } = await builder.build();
  return { html: read('a.html'), warnings };
}

const SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';

test('a tweet that is not at hand is left to the browser, with a warning', async () => {
  const url = 'https://twitter.com/jekyllrb/status/1';
  const { html, warnings } = await render(`{% twitter ${url} theme=dark constructor=1 hide_thread=true %}`);
  expect(html).toBe(
    `<div class='jekyll-twitter-plugin'><blockquote class="twitter-tweet" data-theme="dark" data-conversation="none"><a href="${url}">${url}</a></blockquote>\n${SCRIPT}</div>`,
  );
  expect(warnings.join()).toContain(`${url} is not downloaded`);
});

test('a timeline is left to the browser, too', async () => {
  const url = 'https://twitter.com/jekyllrb?a="b"';
  const { html } = await render(`{% twitternocache ${url.replaceAll('"', '')} limit=3 omit_script=true %}`);
  expect(html).toBe(
    `<div class='jekyll-twitter-plugin'><a class="twitter-timeline" data-tweet-limit="3" href="https://twitter.com/jekyllrb?a=b">https://twitter.com/jekyllrb?a=b</a></div>`,
  );
});

test('a tag without an address is an error', async () => {
  await expect(render('{% twitter page.nothing %}')).rejects.toThrow('Invalid arguments');
});
