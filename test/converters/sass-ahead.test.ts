import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { compiledOf, compileSass, type SassJob, startNativeSass } from '../../src/converters/compile-sass.ts';
import { SassAhead } from '../../src/converters/sass-ahead.ts';
import { folderOf } from '../server/folder.ts';

const folder = folderOf({
  '_sass/_colors.scss': '$ink: #123;\n@debug "colors are read";\n',
  '_sass/_broken.scss': '.a { color: $nothing; }\n',
});

function job(content: string, more: Partial<SassJob> = {}): SassJob {
  return {
    content,
    syntax: 'scss',
    style: 'expanded',
    loadPaths: [join(folder, '_sass')],
    url: pathToFileURL(join(folder, 'main.scss')).href,
    hasSourceMap: true,
    quietDeps: false,
    verbose: false,
    silenceDeprecations: [],
    fatalDeprecations: [],
    futureDeprecations: [],
    ...more,
  };
}

const JOBS: readonly [what: string, job: SassJob][] = [
  [
    'an import, a map of the source, a message',
    job('@use "colors";\n.a { .b { color: colors.$ink; content: "“”"; } }\n'),
  ],
  ['compressed', job('.a { color: rgba(0, 0, 0, .5); width: calc(1px + 2px) }', { style: 'compressed' })],
  ['indented', job('.a\n  color: red\n  &:hover\n    color: blue\n', { syntax: 'indented' })],
  ['deprecations', job('@import "colors";\n.a { color: darken(red, 10%); width: 1px/2 }')],
  ['numbers', job('@use "sass:math"; .a { a: math.div(1, 3); b: 1e21px; c: math.$pi; d: 100000000000000000000000 }')],
  ['nothing', job('')],
  ['an error', job('.a {\n  color: $nothing;\n}\n')],
  ['an error of what is imported', job('\n@use "broken";\n')],
  ['a file that is not there', job('@use "missing";\n')],
];

const ahead = new SassAhead();
afterAll(() => ahead.close());

test.each(JOBS)('Dart Sass as a program does what it does in JavaScript: %s', (_, each) => {
  expect(ahead.take(each)).toEqual(compileSass(each));
});

test('an error names the file and the place', () => {
  const broken = job('\n@use "broken";\n');
  expect(() => compiledOf(compileSass(broken), broken, 'main.scss')).toThrow(
    expect.objectContaining({ location: expect.objectContaining({ line: 1, column: 13 }) }),
  );
});

test('the program is used where npm has installed it', async () => {
  const { optionalDependencies, dependencies, devDependencies } = createRequire(import.meta.url)('../../package.json');
  const compile = await startNativeSass();
  const known = `sass-embedded-${process.platform}-${process.arch}`;
  if (known in optionalDependencies) expect(compile).toBeDefined();
  // The program and what talks to it must be of one version, and JavaScript's Sass writes the same bytes only as the same one.
  const versions = new Set([
    ...Object.values(optionalDependencies),
    dependencies.sass,
    devDependencies['sass-embedded'],
  ]);
  expect(versions.size).toBe(1);
});
