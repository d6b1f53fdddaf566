import { describe, expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

/** Mistakes in YAML, with the line and column to fix and what to do. */
const MISTAKES: readonly (readonly [yaml: string, place: string, hint: string])[] = [
  ['a: 1\ntitle: Foo: bar', '2:11', 'Put a value that contains a colon in quotes: title: "Foo: bar"'],
  ['title: "A": b', '1:11', 'Put a value that contains a colon in quotes: title: \'"A": b\''],
  ['a: 1\n  b: 2', '2:4', 'Keys that belong together begin in the same column, and are indented by spaces.'],
  ['a:\n   b: 1\n  c: 2', '3:3', 'Keys that belong together begin in the same column, and are indented by spaces.'],
  ['- a: 1\n b: 2', '2:2', 'Keys that belong together begin in the same column, and are indented by spaces.'],
  ['a:\n\tb: 1', '2:1', 'YAML allows no tabs for indentation. Use spaces.'],
  ['a: b\n\tc: 1', '2:1', 'YAML allows no tabs for indentation. Use spaces.'],
  ['a: @me', '1:4', 'Put a value that begins with @ in quotes.'],
  ['a: %me', '1:4', 'Put a value that begins with % in quotes.'],
  ['a: *me*', '1:7', 'Put a value that begins with * or & in quotes.'],
  ["a: 'It's'", '1:8', 'The value goes on after its closing quote. Put all of it in quotes: a: "It\'s"'],
  ['a: "Foo" bar', '1:10', 'The value goes on after its closing quote. Put all of it in quotes: a: \'"Foo" bar\''],
  ["a: 'It is\n  that's it'", '2:8', "The quote before this ends the value. Within single quotes, write it twice: ''."],
  ['a: "So\n  "they" say"', '2:4', 'The quote before this ends the value. Within double quotes, write it as \\".'],
  ['a: "Foo\nb: 1', '1:4', 'The quote that begins here is not closed.'],
  [
    'a: [x\nb: 1',
    '1:4',
    'A list in [ ] or a mapping in { } begins here and is not closed, or lacks a comma. Put a value that is only text in quotes.',
  ],
  ['a: 1\nbcd\ne: 2', '2:1', 'Each line is `key: value`, with a space after the colon.'],
  ['a: "C:\\Users"', '1:7', 'In double quotes a backslash begins an escape sequence. Use single quotes.'],
];

describe.each(MISTAKES)('%j', (yaml, place, hint) => {
  test('in the configuration', async () => {
    const { err, status } = await runHere(['build'], folderOf({ '_config.yml': `${yaml}\n` }));
    expect(err).toMatch(new RegExp(`✖ Invalid YAML  _config\\.yml:${place}\\n`));
    expect(err.trimEnd().split('\n').at(-1)).toBe(`    ${hint}`);
    expect(status).toBe(1);
  });

  test('in front matter', async () => {
    const { err, status } = await runHere(
      ['build'],
      folderOf({ '_config.yml': '', 'a.md': `---\n${yaml}\n---\nText.\n` }),
    );
    const [line = 0, column] = place.split(':').map(Number);
    expect(err).toMatch(new RegExp(`✖ Invalid YAML front matter  a\\.md:${line + 1}:${column}\\n`));
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      `    Until this is fixed, the page is built without its front matter. ${hint}`,
    );
    expect(status).toBe(0);
  });
});

test('front matter that is a plain text', async () => {
  const { err } = await runHere(
    ['build'],
    folderOf({ '_config.yml': '', 'a.md': '---\nlayout:default\n---\nText.\n' }),
  );
  expect(err.trim()).toBe(`✖ Invalid YAML front matter  a.md:2

    Invalid YAML front matter in a.md

      1 | ---
    > 2 | layout:default
      3 | ---
      4 | Text.

    Front matter is a list of \`key: value\` lines, with a space after each colon.`);
});
