import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';

const compiled = new URL('../../dist/highlight.js', import.meta.url).href;

/** Runs statements in a process of its own in which `tags` are the tags of all lexers, and `expressions()` counts regular expressions. */
function run(statements: string): unknown {
  const script = `
    import { queryObjects } from 'node:v8';
    import { findLexer, highlight } from ${JSON.stringify(compiled)};
    const expressions = () => queryObjects(RegExp, { format: 'count' });
    const tags = ${JSON.stringify(LANGUAGES.map(({ tag }) => tag))};
    ${statements}`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

test('the compiled program runs a lexer when it is first used', () => {
  const { html, before, one, all } = run(`
    const before = expressions();
    const html = highlight('[1]', 'json');
    const one = expressions();
    for (const tag of tags) highlight('a', tag);
    console.log(JSON.stringify({ html, before, one, all: expressions() }));`) as Record<string, number>;
  expect(html).toBe('<span class="p">[</span><span class="mi">1</span><span class="p">]</span>');
  // Of more than a hundred lexers, one makes hardly any of the expressions.
  expect(Number(one) - Number(before)).toBeGreaterThan(0);
  expect(Number(one) - Number(before)).toBeLessThan((Number(all) - Number(before)) / 20);
});

test('every lexer of the table can be loaded, and is the one the table names', () => {
  expect(run(`console.log(JSON.stringify(tags.filter((tag) => findLexer(tag)?.lexer.tag !== tag)));`)).toEqual([]);
});
