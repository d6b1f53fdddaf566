import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';
import { growsTooFast, processorSeconds } from '../linear-time.ts';

const MANY = 20_000;

const numbered = (length: number, write: (number: number) => string): string =>
  Array.from({ length }, (_, index) => write(index)).join('');

const backticks = (most: number): string =>
  Array.from({ length: most }, (_, index) => '`'.repeat(most - index)).join(' ');

test.each<readonly [string, (many: number) => string]>([
  ['backticks', (many) => backticks(Math.sqrt(4 * many))],
  ['escaped code', (many) => '\\`a `a` '.repeat(many)],
  ['braces', (many) => `{% raw %}\n${'{{ '.repeat(many)}${'{% '.repeat(many)}\n{% endraw %}`],
  ['pipes', (many) => '|'.repeat(many)],
  ['rows with backslashes', (many) => '|\\ '.repeat(many)],
  ['rows', (many) => numbered(many / 5, (number) => `| a_${number} | "b" |\n`)],
  ['lines', (many) => `${'\n'.repeat(many)}[a]: b\n| [a] |`],
  ['lists of attributes', (many) => `| a |\n|---|\n| ${'{:a'.repeat(many / 4)}${':'.repeat(many / 4)} |`],
  ['definitions', (many) => `${numbered(many / 5, (number) => `\n[a${number}]: b`)}\n\n| [a1] |`],
  ['formulas', (many) => `${'\\\\('.repeat(many)}\n\n${'$$\n'.repeat(many)}\n\n${'\\\\['.repeat(many)}`],
  ['diagrams', (many) => `${'@startuml '.repeat(many)}\n\n${'```plantuml! '.repeat(many)}`],
  ['numbers', (many) => '\\1'.repeat(many)],
  ['names of emoji', (many) => `${':smile: '.repeat(many / 4)}${':a'.repeat(many / 4)}${' '.repeat(many)}x`],
  // As in the gem, each is looked for in the whole page: five times as many would take long enough to be measured.
  ['addresses', (many) => numbered(many / 20, (number) => `<a href="//e.example/?a=1&amp;b=${number}">b</a>`)],
  ['slashes', (many) => `<a href="${'//'.repeat(many)}?${'&amp;'.repeat(many)}">b</a>`],
  ['media', (many) => `<img src="//${'/youtu'.repeat(many / 4)}${'//'.repeat(many / 4)}${'?'.repeat(many / 4)}.png">`],
  ['files', (many) => `<img src="${'/.mp3'.repeat(many / 4)}">`],
  // Each is read again within the one around it: sixty already take a tenth of a second.
  ['tables in tables', (many) => '<table><tr><td>'.repeat(many / 800)],
  ['blanks', (many) => `<table><tr><td>x${' '.repeat(many)}x${' \n'.repeat(many)}x</td></tr></table>`],
  ['cells', (many) => `<table><tr>${'<td>|||x</td>'.repeat(many / 10)}</tr></table>`],
])('jekyll-spaceship reads %s made to be slow in a time proportional to their length', async (_, make) => {
  const config = { plugins: ['jekyll-spaceship'], 'jekyll-spaceship': { 'plantuml-processor': { src: '/' } } };
  const seconds = async (many: number): Promise<number> => {
    const { builder } = await memorySite({ 'a.md': `---\n---\n${make(many)}\n` }, { config });
    return processorSeconds(() =>
      builder.build().catch((error: unknown) => expect(String(error)).toMatch(/^.{0,200}(?:bad URI|fewer cells)/)),
    );
  };
  expect(await growsTooFast(seconds, MANY)).toBe(false);
});
