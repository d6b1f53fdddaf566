import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';
import { processorSecondsOf } from '../processor-seconds.ts';

/** As for the other hostile inputs: far more than a linear program needs, and far less than a quadratic one. */
const MOST_SECONDS = 10;
const MANY = 20_000;

const repeated = (piece: string, count = MANY): string => piece.repeat(count);
const numbered = (write: (number: number) => string): string =>
  Array.from({ length: 4_000 }, (_, index) => write(index)).join('');

test.each<readonly [string, string]>([
  ['backticks', Array.from({ length: 300 }, (_, length) => '`'.repeat(300 - length)).join(' ')],
  ['escaped code', repeated('\\`a `a` ')],
  ['braces', `${repeated('{{ ')}${repeated('{% ')}`.replace(/^/, '{% raw %}\n').concat('\n{% endraw %}')],
  ['pipes', repeated('|')],
  ['rows with backslashes', repeated('|\\ ')],
  ['rows', numbered((number) => `| a_${number} | "b" |\n`)],
  ['lines', `${repeated('\n')}[a]: b\n| [a] |`],
  ['lists of attributes', `| a |\n|---|\n| ${repeated('{:a', 5_000)}${repeated(':', 5_000)} |`],
  ['definitions', `${numbered((number) => `\n[a${number}]: b`)}\n\n| [a1] |`],
  ['formulas', `${repeated('\\\\(')}\n\n${repeated('$$\n')}\n\n${repeated('\\\\[')}`],
  ['diagrams', `${repeated('@startuml ')}\n\n${repeated('```plantuml! ')}`],
  ['numbers', repeated('\\1')],
  ['names of emoji', `${repeated(':smile: ', 5_000)}${repeated(':a', 5_000)}${' '.repeat(MANY)}x`],
  ['addresses', numbered((number) => `<a href="//e.example/?a=1&amp;b=${number}">b</a>`)],
  ['slashes', `<a href="${repeated('//')}?${repeated('&amp;')}">b</a>`],
  ['media', `<img src="//${repeated('/youtu', 5_000)}${repeated('//', 5_000)}${repeated('?', 5_000)}.png">`],
  ['files', `<img src="${repeated('/.mp3', 5_000)}">`],
  ['tables in tables', repeated('<table><tr><td>', 60)],
  ['blanks', `<table><tr><td>x${' '.repeat(MANY)}x${' \n'.repeat(MANY)}x</td></tr></table>`],
  ['cells', `<table><tr>${repeated('<td>|||x</td>', 2_000)}</tr></table>`],
])(
  'jekyll-spaceship reads %s made to be slow in a time proportional to their length',
  async (_, text) => {
    const config = { plugins: ['jekyll-spaceship'], 'jekyll-spaceship': { 'plantuml-processor': { src: '/' } } };
    const { builder } = await memorySite({ 'a.md': `---\n---\n${text}\n` }, { config });
    const taken = await processorSecondsOf(() =>
      builder.build().catch((error: unknown) => expect(String(error)).toMatch(/^.{0,200}(?:bad URI|fewer cells)/)),
    );
    expect(taken).toBeLessThan(MOST_SECONDS);
  },
  120_000,
);
