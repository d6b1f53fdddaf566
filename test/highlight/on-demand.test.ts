import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/highlight/lexers/languages.ts';

const compiled = new URL('../../dist/highlight.js', import.meta.url).href;

/** Runs statements in a new process in which `tags` are the tags of all lexers, and `loaded()` returns those that are loaded. */
function run(statements: string): unknown {
  const script = `
    import { createRequire } from 'node:module';
    import { highlight } from ${JSON.stringify(compiled)};
    const { cache } = createRequire(${JSON.stringify(compiled)});
    const loaded = () => Object.keys(cache).map((file) => file.replace(/^.*[\\\\/]|\\.js$/g, ''));
    const tags = ${JSON.stringify(LANGUAGES.map(({ tag }) => tag))};
    ${statements}`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

test('the compiled program loads a lexer when it is first used', () => {
  expect(
    run(`
      const before = loaded();
      const html = highlight('[1]', 'json');
      console.log(JSON.stringify({ before, html, after: loaded() }));`),
  ).toEqual({
    before: [],
    html: '<span class="p">[</span><span class="mi">1</span><span class="p">]</span>',
    after: ['json'],
  });
});

test('every lexer in the table can be loaded, and is the one that the table names', () => {
  const missing = run(`
    const { plaintext, ...rest } = Object.fromEntries(tags.map((tag) => [tag, highlight('a', tag)]));
    const found = new Set(Object.values(cache).flatMap(({ exports }) => Object.values(exports)).map(({ tag }) => tag));
    console.log(JSON.stringify(Object.keys(rest).filter((tag) => !found.has(tag))));`);
  // Plain text is part of the program.
  expect(missing).toEqual([]);
});
