import { describe, expect, test } from 'vitest';
import { MarkdownConverter } from '../../src/converters/markdown.ts';
import type { Conversion } from '../../src/plugin/converter.ts';

/** An object that the processor below does not look at. */
const CONVERSION = {} as Conversion;

/** A converter whose processor records what it is called with. */
function makeConverter(): { converter: MarkdownConverter; asked: string[] } {
  const asked: string[] = [];
  const processor = {
    convert(text: string): string {
      asked.push(text);
      return `<p>${text}</p>`;
    },
  };
  const config = new Map([['markdown', 'noting']]);
  return { converter: new MarkdownConverter({ config, processors: new Map([['noting', () => processor]]) }), asked };
}

const convertAll = (converter: MarkdownConverter, texts: readonly string[]): string[] =>
  texts.map((text) => converter.convert(text, CONVERSION));

describe('texts that are converted again', () => {
  test('a short one is converted once', () => {
    const { converter, asked } = makeConverter();
    expect(convertAll(converter, ['a', 'b', 'a', 'a'])).toEqual(['<p>a</p>', '<p>b</p>', '<p>a</p>', '<p>a</p>']);
    expect(asked).toEqual(['a', 'b']);
  });

  test('a long one is converted twice at most', () => {
    const { converter, asked } = makeConverter();
    const long = 'text '.repeat(2000);
    expect(new Set(convertAll(converter, Array(5).fill(long)))).toEqual(new Set([`<p>${long}</p>`]));
    expect(asked).toHaveLength(2);
  });

  test('long ones that hardly differ each keep their own HTML', () => {
    const { converter } = makeConverter();
    const [one, other] = ['1', '2'].map((digit) => `${'text '.repeat(2000)}${digit}`) as [string, string];
    const html = convertAll(converter, [one, other, one, other, one]);
    expect(html).toEqual([one, other, one, other, one].map((text) => `<p>${text}</p>`));
  });

  test('what the last build did not use is forgotten', () => {
    const { converter, asked } = makeConverter();
    converter.convert('a', CONVERSION);
    converter.beginBuild();
    converter.convert('a', CONVERSION);
    converter.beginBuild();
    converter.beginBuild();
    converter.convert('a', CONVERSION);
    expect(asked).toEqual(['a', 'a']);
  });
});
