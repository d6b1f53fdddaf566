import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CommonMarkProcessor,
  MARKDOWN_IT_SETTINGS,
  readCommonMarkSettings,
} from '../../src/converters/commonmark/commonmark-processor.ts';
import { loadMarkdownItPlugins } from '../../src/converters/commonmark/markdown-it-plugins.ts';

let source = '';

beforeAll(() => {
  source = mkdtempSync(join(tmpdir(), 'utterson-markdown-it-'));
  const folder = join(source, 'node_modules', 'markdown-it-shout');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"markdown-it-shout","type":"module","exports":"./index.js"}');
  writeFileSync(
    join(folder, 'index.js'),
    `export default (parser, { mark } = {}) => {
      parser.renderer.rules.text = (tokens, index) => tokens[index].content.toUpperCase() + (mark ?? '');
    };`,
  );
});

afterAll(() => rmSync(source, { recursive: true }));

async function convert(markdown: string, settings: readonly [string, unknown][] = [], safe = false): Promise<string> {
  const config = new Map<string, unknown>([
    ['source', source],
    ['safe', safe],
    ['markdown-it', new Map(settings)],
  ]);
  return new CommonMarkProcessor(MARKDOWN_IT_SETTINGS, await loadMarkdownItPlugins(config)).convert(markdown);
}

test('a quote without text has its tags on two lines, as in cmark', () => {
  const processor = new CommonMarkProcessor(readCommonMarkSettings(new Map()));
  expect(processor.convert('>\n\n> [a]: b\n')).toBe('<blockquote>\n</blockquote>\n<blockquote>\n</blockquote>\n');
  expect(processor.convert('> [a]\n')).toBe('<blockquote>\n<p>[a]</p>\n</blockquote>\n');
});

describe('markdown: markdown-it', () => {
  test('attribute lists are read with a colon and without one', async () => {
    expect(await convert('a *b*{: .c}\n{: #d}\n')).toBe('<p id="d">a <em class="c">b</em></p>\n');
    expect(await convert('a *b*{.c}\n')).toBe('<p>a <em class="c">b</em></p>\n');
  });

  test('headings get ids, and repeated ones a number', async () => {
    const html = '<h1 id="a-b-é">A <em>b</em> É!</h1>\n<h1 id="a-b-é-1">A b É</h1>\n<h1 id="own">c</h1>\n';
    expect(await convert('# A *b* É!\n\n# A b É\n\n# c {: #own}\n')).toBe(html);
  });

  test('code goes to the highlighter', async () => {
    expect(await convert('```ruby\nputs 1\n```\n')).toContain('<span class="nb">puts</span>');
  });

  test('the configuration names options and plugins', async () => {
    expect(await convert('a\nb\n', [['options', new Map([['breaks', true]])]])).toBe('<p>a<br />\nb</p>\n');
    expect(await convert('a\n', [['plugins', ['markdown-it-shout']]])).toBe('<p>A</p>\n');
    const plugin = new Map<string, unknown>([
      ['name', 'markdown-it-shout'],
      ['options', new Map([['mark', '!']])],
    ]);
    expect(await convert('a\n', [['plugins', [plugin]]])).toBe('<p>A!</p>\n');
  });

  test('a missing plugin is reported, and safe mode loads none', async () => {
    await expect(convert('a', [['plugins', ['not-there']]])).rejects.toThrow(
      "The markdown-it plugin 'not-there' could not be loaded",
    );
    expect(await convert('a\n', [['plugins', ['not-there']]], true)).toBe('<p>a</p>\n');
  });
});
