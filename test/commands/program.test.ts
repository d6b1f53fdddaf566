import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { SMALL_SITE } from './site.ts';

const repository = join(import.meta.dirname, '..', '..');

/** A user's program, run in the repository, where `utterson` is the compiled package. */
function runProgram(source: string, folder: string): string {
  const words = ['--input-type=module', '--eval', source, folder];
  return execFileSync(process.execPath, words, { cwd: repository, encoding: 'utf8' });
}

test('a program builds a site', () => {
  const folder = folderOf(SMALL_SITE);
  const said = runProgram(
    `import { build, silentLog } from 'utterson';
     const result = await build({ log: silentLog(), folder: process.argv[1], overrides: { source: process.argv[1], destination: process.argv[1] + '/out' } });
     console.log(result.pages, result.written.length);`,
    folder,
  );
  expect(said).toBe('2 3\n');
});

test('a program serves a site, and ends when it closes the server', () => {
  const folder = folderOf(SMALL_SITE);
  writeInto(folder, 'new.md', "---\n---\n{{ 'New' | shout }}");
  const said = runProgram(
    `import { serve } from 'utterson';
     const folder = process.argv[1];
     const plugins = [{ name: 'p', filters: { shout: { apply: (text) => text + '!' } } }];
     const overrides = { source: folder, destination: folder + '/_site', port: 0 };
     const site = await serve({ folder, overrides, plugins });
     console.log(await (await fetch(site.address + 'new.html')).text());
     await site.close();`,
    folder,
  );
  expect(said).toBe('<p>New!</p>\n\n');
});
