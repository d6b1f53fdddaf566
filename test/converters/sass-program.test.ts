import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { compileSass } from '../../src/converters/sass/compile-sass.ts';
import { SassCompiler } from '../../src/converters/sass/sass-compiler.ts';
import { compiledOf, type SassJob } from '../../src/converters/sass/sass-job.ts';
import { SassProgram } from '../../src/converters/sass/sass-program.ts';
import { memorySite } from '../build/memory-site.ts';
import { folderOf, writeInto } from '../server/folder.ts';

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
    hasCharset: true,
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
  ['more deprecations than are told', job(`.a { ${'color: darken(red, 10%); '.repeat(20)} }`)],
  ['numbers', job('@use "sass:math"; .a { a: math.div(1, 3); b: 1e21px; c: math.$pi; d: 100000000000000000000000 }')],
  ['nothing', job('')],
  ['an error', job('.a {\n  color: $nothing;\n}\n')],
  ['an error of what is imported', job('\n@use "broken";\n')],
  ['a file that is not there', job('@use "missing";\n')],
];

const program = SassProgram.start();
afterAll(() => program?.close());

test.skipIf(program === undefined).each(JOBS)(
  'Dart Sass as a program does the same as in JavaScript: %s',
  (_, each) => {
    expect(program?.take(each)).toEqual(compileSass(each));
  },
);

test.skipIf(program === undefined)('an output that is longer than a pipe holds is complete', async () => {
  const large = job(`/* ${'x'.repeat(300_000)} */`);
  expect(program?.take(large)).toBeUndefined();
  await program?.sent();
  expect(program?.take(large)).toEqual(compileSass(large));
});

test.each([true, false])('imported files are read again in each build, by a program: %s', (usesProgram) => {
  const compiler = new SassCompiler({ usesProgram });
  const sheet = job('@use "shade";\n.a { color: shade.$it }\n');
  const colors = ['red', 'blue', 'green'].map((color) => {
    compiler.beginBuild();
    writeInto(folder, '_sass/_shade.scss', `$it: ${color};`);
    const outcome = compiler.compile(sheet);
    // The next build continues, whether or not the program was closed.
    if (color === 'blue') compiler.close();
    return outcome.kind === 'compiled' && /color: (\w+)/.exec(outcome.compiled.css)?.[1];
  });
  compiler.close();
  expect(colors).toEqual(['red', 'blue', 'green']);
});

test('an error names the file and the place', () => {
  const broken = job('\n@use "broken";\n');
  expect(() => compiledOf(compileSass(broken), broken, { file: 'main.scss', absent: [] })).toThrow(
    expect.objectContaining({ location: expect.objectContaining({ line: 1, column: 13 }) }),
  );
});

test('where a style sheet is not found, load paths that do not exist are named', async () => {
  const files = { 'lib/_a.scss': '', 'main.scss': '---\n---\n@use "missing";\n' };
  const { builder } = await memorySite(files, { config: { sass: { load_paths: ['lib', 'node_modules'] } } });
  await expect(builder.build()).rejects.toMatchObject({
    code: 'SassError',
    hint: expect.stringContaining('Not there: node_modules, _sass. npm install makes node_modules.'),
  });
});

test('the program is used if npm has installed it', () => {
  const { optionalDependencies, dependencies } = createRequire(import.meta.url)('../../package.json');
  const known = `sass-embedded-${process.platform}-${process.arch}`;
  if (known in optionalDependencies) expect(program).toBeDefined();
  // Sass in JavaScript writes the same bytes only in the same version.
  expect(new Set([...Object.values(optionalDependencies), dependencies.sass]).size).toBe(1);
});
