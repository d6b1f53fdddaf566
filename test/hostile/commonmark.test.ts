import { describe, expect, test } from 'vitest';
import { CommonMarkProcessor, MARKDOWN_IT_SETTINGS } from '../../src/converters/commonmark/commonmark-processor.ts';
import { processorSeconds } from '../processor-seconds.ts';

const LONG = 50_000;
/** Far more than a linear converter needs for these sizes, and far less than a quadratic one. */
const MOST_SECONDS = 5;

/** Texts that could make the converters of addresses and footnotes search again and again. */
const TEXTS: Readonly<Record<string, string>> = {
  'a mail address that never comes': 'a+'.repeat(LONG),
  'a mail address without a domain': `a@${'a-'.repeat(LONG)}`,
  'an address that ends in brackets': `www.a.b${')'.repeat(2 * LONG)}`,
  'an address that ends in punctuation': `www.a.b${'!'.repeat(2 * LONG)}`,
  'an address with punctuation inside': `www.a.b${'!'.repeat(LONG)}a`,
  'an address that ends in entities': `www.a.b${'&a;'.repeat(LONG)}`,
  'an address that ends in a long entity': `www.a.b&${'a'.repeat(LONG)};!`,
  'one footnote many times': `${'[^a] '.repeat(LONG / 10)}\n\n[^a]: x`,
  'many footnotes': `${numbered((label) => `[^${label}] `)}\n\n${numbered((label) => `[^${label}]: x\n`)}`,
};

function numbered(write: (label: number) => string): string {
  return Array.from({ length: LONG / 10 }, (_, label) => write(label)).join('');
}

describe('hostile CommonMark ends quickly', () => {
  const processor = new CommonMarkProcessor(MARKDOWN_IT_SETTINGS);

  test.each(Object.entries(TEXTS))('%s', (_, text) => {
    const taken = processorSeconds(() => expect(processor.convert(text)).toContain('<p>'));
    expect(taken).toBeLessThan(MOST_SECONDS);
  });
});
