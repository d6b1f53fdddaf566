import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/builtin/html/parse-html.ts';
import { writeHtml } from '../../src/builtin/html/write-html.ts';

// Each NAME.html beside what Nokogiri 1.13 with libxml2 2.9.14 writes after it parsed it, in NAME.written.html.
const folder = join(import.meta.dirname, '..', 'cases', 'html');
const names = readdirSync(folder).filter((name) => name.endsWith('.written.html'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('HTML is parsed and written as libxml2 does', () => {
  test.each(names)('%s', (name) => {
    expect(writeHtml(parseHtml(read(name.replace('.written', ''))))).toBe(read(name));
  });

  test('hostile input is read in a time that grows with its length', () => {
    // Of the processor: what else the machine does must not count.
    const start = process.cpuUsage();
    for (const piece of ['<a ', '<', '<!--', '</', '<p>', '<b>', '<div></p>', '&', '<a b="', '<script>'])
      writeHtml(parseHtml(piece.repeat(20_000)));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });
});
