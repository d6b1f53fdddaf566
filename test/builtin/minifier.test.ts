import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compressCss } from '../../src/builtin/minifier/compress-css.ts';
import { compressHtml } from '../../src/builtin/minifier/compress-html.ts';
import { type HtmlOptions, USUAL_HTML_OPTIONS } from '../../src/builtin/minifier/html-options.ts';
import { minifyJson } from '../../src/builtin/minifier/minify-json.ts';
import { terser } from '../../src/builtin/minifier/terser.ts';
import { uglify } from '../../src/builtin/minifier/uglify.ts';
import { expectLinearTime } from '../linear-time.ts';

/** What the gems made of texts, most of them put together by chance from pieces that matter. Null: they failed. */
function readCases<Case>(name: string): readonly Case[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../cases/minify', name), 'utf8'));
}

function attempt(action: () => string): string | null {
  try {
    return action();
  } catch {
    return null;
  }
}

const stub = (name: string) => (source: string) => ` ${name}(${source.replace(/[ \t\r\n\f\v]+/g, '_')}) `;

const PLAIN: HtmlOptions = { ...USUAL_HTML_OPTIONS, preservePatterns: [/<\?php[\s\S]*?\?>/gi] };

/** The settings that the cases name by their number. */
const SETTINGS: readonly HtmlOptions[] = [
  { ...PLAIN, compressScript: stub('J'), compressStyle: stub('C') },
  { ...PLAIN, removeMultiSpaces: false, preserveLineBreaks: true },
  {
    ...PLAIN,
    removeIntertagSpaces: true,
    removeQuotes: true,
    simpleDoctype: true,
    removeScriptAttributes: true,
    removeStyleAttributes: true,
    removeLinkAttributes: true,
    removeFormAttributes: true,
    removeInputAttributes: true,
    simpleBooleanAttributes: true,
    removeJavascriptProtocol: true,
    removeHttpProtocol: true,
    removeHttpsProtocol: true,
  },
  { ...PLAIN, removeComments: false, removeSpacesInsideTags: false, templateTypes: ['text/x-jquery-tmpl'] },
  { ...PLAIN, removeMultiSpaces: false },
];

interface StyleCase extends Readonly<Record<'2.0.1' | '2.0.3' | '2.1.0', string | null>> {
  readonly source: string;
}

test.each(['2.0.1', '2.0.3', '2.1.0'] as const)('style sheets, as cssminify2 %s compresses them', (version) => {
  for (const { source, [version]: output } of readCases<StyleCase>('css.json')) {
    const text = attempt(() => compressCss(source, { version, lineLength: 5000 }));
    expect(text, source).toBe(output);
  }
});

test('a line of a style sheet is broken after the rule that goes over its end', () => {
  const css = compressCss('a{b:c}'.repeat(4), { version: '2.1.0', lineLength: 8 });
  expect(css).toBe('a{b:c}a{b:c}\na{b:c}a{b:c}');
});

test('HTML, as htmlcompressor compresses it', () => {
  for (const { settings, source, output } of readCases<{ settings: number; source: string; output: string }>(
    'html.json',
  )) {
    expect(compressHtml(source, SETTINGS[settings] ?? PLAIN), source).toBe(output);
  }
});

test('JSON, as json-minify compresses it', () => {
  for (const { source, output } of readCases<{ source: string; output: string | null }>('json.json')) {
    const text = attempt(() => minifyJson(source));
    expect(text, source).toBe(output);
  }
});

interface ScriptCase {
  readonly compressor: 'uglify' | 'terser';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly output: string | null;
}

/** The configuration has hashes as maps. */
function asMaps(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, asMaps(inner)]));
}

test('scripts, as the gems uglifier and terser compress them with their settings', () => {
  for (const { compressor, settings, source, output } of readCases<ScriptCase>('scripts.json')) {
    const compress = { uglify, terser }[compressor](asMaps(settings) as Map<string, unknown>);
    const text = attempt(() => compress.compress(source));
    expect(text, `${compressor} ${JSON.stringify(settings)} ${source}`).toBe(output);
  }
});

describe('time grows with the text, not faster', () => {
  const LENGTH = 100_000;

  test.each([
    ['unclosed elements', '<pre>'],
    ['unclosed comments', '<!-- '],
    ['unclosed tags', '<a '],
    ['assignments in a text', ' a = b'],
  ])('%s', async (_, piece) => {
    await expectLinearTime(LENGTH, (size) => {
      const html = piece.repeat(size);
      return () => compressHtml(html, PLAIN);
    });
  });

  test.each([
    ['backslashes in a string', '"', '\\'],
    ['unclosed comments', '', '/*'],
    ['colons without a rule', '}', 'a:'],
    ['a long selector', '', 'a'],
  ])('%s', async (_, beginning, piece) => {
    await expectLinearTime(LENGTH, (size) => {
      const css = beginning + piece.repeat(size);
      return () => compressCss(css, { version: '2.1.0', lineLength: 5000 });
    });
  });
});
