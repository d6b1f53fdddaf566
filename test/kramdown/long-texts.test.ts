import { expect, test } from 'vitest';
import { toHtml } from '../../src/kramdown/kramdown.ts';

const FEW = 3;
/** So many that a paragraph is written in parts. */
const MANY = 3000;

const convert = (text: string): string => toHtml(text, { input: 'GFM', hard_wrap: false, auto_ids: false });

const UNITS = {
  emphasis: ['*a* ', '<em>a</em> '],
  'attribute lists': ['*a*{:.c}\n', '<em class="c">a</em>\n'],
  'line breaks': ['*a* b\\\n', '<em>a</em> b<br />\n'],
  abbreviations: ['HTML `b` ', '<abbr title="c">HTML</abbr> <code>b</code> '],
  images: ['![a](b) ', '<img src="b" alt="a" /> '],
  text: ['a ** b\n', 'a ** b\n'],
} as const;

test.each(Object.entries(UNITS))('a paragraph of very many %s is written like a short one', (_, [written, html]) => {
  for (const count of [FEW, MANY]) {
    expect(convert(`${written.repeat(count)}z\n\n*[HTML]: c\n`)).toBe(`<p>${html.repeat(count)}z</p>\n\n`);
  }
});

test('an image after very many spans does not become a figure', () => {
  const long = `${'*a* '.repeat(MANY)}![b](c){:standalone}`;
  expect(convert(long)).not.toContain('<figure');
  expect(convert('![b](c){:standalone}')).toContain('<figure');
});

test('the footnotes of a paragraph are numbered across its parts', () => {
  const html = convert(`${'*a*[^f] '.repeat(MANY)}\n\n[^f]: g\n`);
  expect(html.match(/<sup id="fnref:f:\d+"/g)).toHaveLength(MANY - 1);
});

test('a row of very many cells and items of very many lines lose nothing', () => {
  expect(convert(`${'|a'.repeat(MANY)}|\n`).match(/<td>a<\/td>/g)).toHaveLength(MANY);
  expect(convert(`- a\n${'  b\n'.repeat(MANY)}`).match(/b/g)).toHaveLength(MANY);
});
