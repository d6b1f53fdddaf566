import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/builtin/shared/html/parse-document.ts';
import { parseContent, parseHtml } from '../../src/builtin/shared/html/parse-html.ts';
import { selectElements } from '../../src/builtin/shared/html/select.ts';
import { parseSelectors } from '../../src/builtin/shared/html/selector.ts';
import { writeDocument } from '../../src/builtin/shared/html/write-document.ts';
import { writeHtml } from '../../src/builtin/shared/html/write-html.ts';
import { expectLinearTime } from '../linear-time.ts';

// Each NAME.html is next to NAME.written.html: what Nokogiri 1.13 with libxml2 2.9.14 writes after parsing it.
const folder = join(import.meta.dirname, '..', 'cases', 'html');
const names = readdirSync(folder).filter((name) => name.endsWith('.written.html'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('HTML is parsed and written as libxml2 does', () => {
  test.each(names)('%s', (name) => {
    expect(writeHtml(parseHtml(read(name.replace('.written', ''))))).toBe(read(name));
  });

  // Pairs of a piece of a page with tags of its structure, and what Nokogiri::HTML.fragment(piece).to_html returns.
  test.each(JSON.parse(read('fragments.json')) as [string, string][])('a piece: %j', (piece, written) => {
    expect(writeHtml(parseHtml(piece))).toBe(written);
  });

  // Pairs of a page and what Nokogiri::HTML(page).to_html returns.
  test.each(JSON.parse(read('documents.json')) as [string, string][])('a whole page: %j', (page, written) => {
    expect(writeDocument(parseDocument(page))).toBe(written);
  });

  // Pairs of a text and what a `body` is written as whose content it has become: `body.inner_html = text`.
  test.each(JSON.parse(read('contents.json')) as [string, string][])(
    'the content of an element: %j',
    (text, written) => {
      const body = { kind: 'element', name: 'body', attributes: new Map(), children: parseContent(text) } as const;
      expect(writeHtml([body])).toBe(written);
    },
  );

  // A page, and selectors with the ids that Nokogiri's `css` finds in it.
  const [selected, ...selectors] = JSON.parse(read('selectors.json')) as [string, ...[string, string[]][]];
  test.each(selectors)('the selector %s', (selector, ids) => {
    const found = selectElements(parseDocument(selected).nodes, parseSelectors(selector));
    expect(found.map(({ attributes }) => attributes.get('id'))).toEqual(ids);
  });

  test.each(['', 'a[', 'a >', ':nth-child(x)', ':hover', 'a,', '>', 'a:not(', ':constructor', ':__proto__(1)'])(
    'the selector %j is an error',
    (selector) => expect(() => parseSelectors(selector)).toThrow('is not understood'),
  );

  test.each(['<a ', '<', '<!--', '</', '<p>', '<b>', '<div></p>', '&', '<a b="', '<script>', '<script></b>'])(
    'a long text of %s is read in a time that grows with its length',
    async (piece) => {
      const written = (source: string): string => writeHtml(parseHtml(source)) + writeDocument(parseDocument(source));
      await expectLinearTime(20_000, (size) => {
        const source = piece.repeat(size);
        return () => [source, `<body>${source}`].map((text) => expect(written(text)).not.toBe(''));
      });
    },
  );
});
