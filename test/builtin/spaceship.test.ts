import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

async function render(text: string, settings: Record<string, unknown> = {}) {
  const config = { plugins: ['jekyll-spaceship'], 'jekyll-spaceship': settings };
  const { builder, read } = await memorySite({ 'a.md': `---\n---\n${text}\n` }, { config });
  const { warnings } = await builder.build();
  return { html: read('a.html'), warnings };
}

test('a sound of SoundCloud stays a picture, with a warning, because its number is not in its address', async () => {
  const { html, warnings } = await render('![sound](//soundcloud.com/someone/something)');
  expect(html).toContain('<img src="//soundcloud.com/someone/something" alt="sound">');
  expect(warnings.join('\n')).toContain('stays a picture in a.md');
});

test('the script of polyfill.io is a warning, unless the site names other scripts', async () => {
  const page = '<html><head></head><body><p>$a$</p></body></html>';
  expect((await render(page)).warnings.join('\n')).toContain('polyfill.io');
  const own = await render(page, { 'mathjax-processor': { src: '/mathjax.js' } });
  expect(own.warnings).toEqual([]);
  expect(own.html).toContain('<script src="/mathjax.js">');
});

test.each<readonly [string, Record<string, unknown>]>([
  ['processors must be a list', { processors: 'media' }],
  ['media-processor must be a mapping', { 'media-processor': [] }],
  ['must list two marks', { 'plantuml-processor': { syntax: { custom: ['@a'] } } }],
  ['src has no {code}', { 'mermaid-processor': { src: '/{x}' } }],
  ['has no group', { 'mathjax-processor': { optimize: { include: ['x'] } } }],
  ['css: each entry must be a mapping', { 'element-processor': { css: ['a'] } }],
  ['is not understood', { 'element-processor': { css: [{ 'a:hover': '' }] } }],
  ['must have a value', { 'element-processor': { css: [{ p: { props: { id: null } } }] } }],
  ['as many nodes as entries', { 'element-processor': { css: [{ p: { children: ['a', 'b', null, 'c'] } }] } }],
])('a setting that the gem fails on is an error: %s', async (message, settings) => {
  await expect(render('x\n\n@startmermaid pie @endmermaid', settings)).rejects.toThrow(message);
});

test('keys that objects have are names as others', async () => {
  const { html } = await render('| a |\n|---|\n| {: __proto__ constructor} b |\n\n:constructor: :toString:', {
    processors: ['constructor', '__proto__', 'table', 'emoji'],
  });
  expect(html).toContain('<td> b</td>');
  expect(html).toContain(':constructor: :toString:');
});

test('a list of attributes that contains itself is an error', async () => {
  await expect(render('| a |\n|---|\n| {: b} c |\n\n{:b: b}')).rejects.toThrow('contains itself');
});

test.each(['//a:b/c.mp3', '/a|b.mp3', '1:a/b.mp3', '/%zz.mp3', '/a.mp3?%zz=', 'x:a/b.mp3?c=d', '/a.mp3?é'])(
  'an address of a sound that Ruby refuses is an error: %s',
  async (address) => {
    const page = render(`<img src="${address}">`, { processors: ['media'] });
    await expect(page).rejects.toThrow(/bad URI|not in ASCII/);
  },
);
