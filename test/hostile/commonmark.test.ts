import { describe, expect, test } from 'vitest';
import { CommonMarkProcessor, MARKDOWN_IT_SETTINGS } from '../../src/converters/commonmark/commonmark-processor.ts';
import { expectLinearTime } from '../linear-time.ts';

const LONG = 50_000;

/** Texts that could make the converters of addresses and footnotes search again and again. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'a mail address that never comes': (size) => 'a+'.repeat(size),
  'a mail address without a domain': (size) => `a@${'a-'.repeat(size)}`,
  'an address that ends in brackets': (size) => `www.a.b${')'.repeat(2 * size)}`,
  'an address that ends in punctuation': (size) => `www.a.b${'!'.repeat(2 * size)}`,
  'an address with punctuation inside': (size) => `www.a.b${'!'.repeat(size)}a`,
  'an address that ends in entities': (size) => `www.a.b${'&a;'.repeat(size)}`,
  'an address that ends in a long entity': (size) => `www.a.b&${'a'.repeat(size)};!`,
  'one footnote many times': (size) => `${'[^a] '.repeat(size / 10)}\n\n[^a]: x`,
  'many footnotes': (size) =>
    `${numbered(size / 10, (label) => `[^${label}] `)}\n\n${numbered(size / 10, (label) => `[^${label}]: x\n`)}`,
};

function numbered(length: number, write: (label: number) => string): string {
  return Array.from({ length }, (_, label) => write(label)).join('');
}

describe('hostile CommonMark ends quickly', () => {
  const processor = new CommonMarkProcessor(MARKDOWN_IT_SETTINGS);

  test.each(Object.entries(TEXTS))('%s', async (_, make) => {
    await expectLinearTime(LONG, (size) => {
      const text = make(size);
      return () => expect(processor.convert(text)).toContain('<p>');
    });
  });
});
