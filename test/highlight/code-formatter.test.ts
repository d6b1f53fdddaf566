import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatCode } from '../../src/highlight/code-formatter.ts';
import { guessLanguage } from '../../src/highlight/guess.ts';
import { findLexer } from '../../src/highlight/lex.ts';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';

const format = (
  code: string,
  language: string | undefined,
  options: Record<string, unknown> = {},
): string | undefined => formatCode(code, language, new Map(Object.entries(options)));
const ONE = '<span class="mi">1</span>';

test('wraps code as Rouge does', () => {
  expect(format('1', 'json')).toBe(`<div class="highlight"><pre class="highlight"><code>${ONE}</code></pre></div>`);
  expect(format('1', 'json', { css_class: 'x' })).toContain('<pre class="x">');
  expect(format('1', 'json', { wrap: false })).toBe(ONE);
  expect(format('1', 'json', { formatter: 'HTML' })).toBe(ONE);
});

test('numbers lines in a table', () => {
  const options = { wrap: false, line_numbers: true, start_line: 9, line_format: '%3d' };
  expect(format('1\n1', 'json', options)).toBe(
    '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">  9\n 10\n</pre></td>' +
      `<td class="rouge-code"><pre>${ONE}<span class="w">\n</span>${ONE}\n</pre></td></tr></tbody></table>`,
  );
});

test('leaves unknown languages and plain text alone', () => {
  expect(format('1', 'nonsense')).toBeUndefined();
  expect(format('1', 'JSON')).toBeUndefined();
  expect(format('1', 'text')).toBeUndefined();
  expect(format('1', undefined)).toBeUndefined();
  expect(format('1', 'json', { disable: true })).toBeUndefined();
  expect(format('<', 'text', { guess_lang: true, wrap: false })).toBe('&lt;');
  expect(format('1', undefined, { default_lang: 'json', wrap: false })).toBe(ONE);
  expect(format('1', 'constructor')).toBeUndefined();
});

test('guesses the language from what the text declares', () => {
  expect(guessLanguage('#!/usr/bin/env ruby')).toBe('ruby');
  expect(guessLanguage('<!DOCTYPE html>')).toBe('html');
  expect(guessLanguage('--- a\n+++ b\n')).toBe('diff');
  expect(guessLanguage('# -*- mode: ruby -*-')).toBe('ruby');
  expect(guessLanguage('x = 1')).toBe('plaintext');
});

test('the page about languages in this blog shows every lexer', () => {
  const page = readFileSync(new URL('../../languages.md', import.meta.url), 'utf8');
  const shown = new Set([...page.matchAll(/^```([\w-]+)$/gm)].map(([, name = '']) => findLexer(name)?.lexer.tag));
  expect(LANGUAGES.map(({ tag }) => tag).filter((tag) => !shown.has(tag))).toEqual([]);
});
