import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { Log } from '../../src/util/program/log.ts';

/** What a tag becomes where the site has no answer of Twitter, with the warnings. */
async function render(tag: string): Promise<{ readonly html: string; readonly warnings: readonly string[] }> {
  const source = mkdtempSync(join(tmpdir(), 'twitter-'));
  try {
    writeFileSync(join(source, '_config.yml'), 'plugins: [jekyll-twitter-plugin]\n');
    writeFileSync(join(source, 'a.html'), `---\n---\n${tag}`);
    const log = new Log({ out: () => {}, err: () => {} });
    const { warnings } = await build({
      log,
      overrides: { source, destination: join(source, '_site') },
      folder: source,
    });
    return { html: readFileSync(join(source, '_site', 'a.html'), 'utf8'), warnings };
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
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

test('so is a timeline', async () => {
  const url = 'https://twitter.com/jekyllrb?a="b"';
  const { html } = await render(`{% twitternocache ${url.replaceAll('"', '')} limit=3 omit_script=true %}`);
  expect(html).toBe(
    `<div class='jekyll-twitter-plugin'><a class="twitter-timeline" data-tweet-limit="3" href="https://twitter.com/jekyllrb?a=b">https://twitter.com/jekyllrb?a=b</a></div>`,
  );
});

test('a tag without an address is an error', async () => {
  await expect(render('{% twitter page.nothing %}')).rejects.toThrow('Invalid arguments');
});
