import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layOut, parseProbe } from '../../scripts/conformance/probe-entry.ts';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

/** Probes (test/probes/README.md) that fail: `printed` is all that the command then says on stderr, without the blanks around it. */
const folder = join(import.meta.dirname, '..', 'cases', 'errors');

describe('an error says what happened, where, and what to do', () => {
  test.each(readdirSync(folder))('%s', async (file) => {
    const probe = parseProbe(readFileSync(join(folder, file), 'utf8'));
    // Plugins are run by the compiled command, which imports them as Node does.
    const hasPlugins = [...probe.files.keys()].some((path) => path.startsWith('_plugins/'));
    const site = layOut(probe);
    const run = await (hasPlugins ? runCli : runHere)(['build'], site);
    expect(`${run.err.replaceAll(site, 'FOLDER').trim()}\n`).toBe(probe.expected?.left.get('printed')?.toString());
    expect(run.status).toBe(probe.expected?.status);
  });

  test('unreadable front matter is reported in Jekyll’s words and with the place of the control character', async () => {
    const run = await runHere(['build'], folderOf({ '_config.yml': '', 'a.md': '---\na: 1\nb: x\u0001\n---\n' }));
    expect(run.err).toContain('YAML Exception reading');
    expect(run.err).toContain(`✖ Invalid YAML front matter  a.md:3:5

    control characters are not allowed

      1 | ---
      2 | a: 1
    > 3 | b: x\u2401
        |     ^
      4 | ---
      5 |

    Until this is fixed, the page is built without its front matter.`);
    expect(run.out).toContain('1 warning\n');
  });

  test('an unknown tag is pointed at, also where an output before it has its name', async () => {
    const text = '---\n---\n{{ page.gallery }} {% gallery %}';
    const run = await runHere(['build'], folderOf({ '_config.yml': '', 'a.md': text }));
    expect(run.err).toContain('✖ Liquid syntax error  a.md:3:20\n');
  });

  test('a source that is a file is reported as a missing folder', async () => {
    const run = await runHere(['build', '--source', 'a.md'], folderOf({ 'a.md': '' }));
    expect(run.err).toMatch(/There is no source folder .*a\.md\n\n {4}That is a file\. Set the folder/);
    expect(run.status).toBe(1);
  });

  test('the hint for a missing include names the folder as seen from the source', async () => {
    const run = await runHere(
      ['build'],
      folderOf({ '_config.yml': '', 'a.html': '---\n---\n{% include none.html %}' }),
    );
    expect(run.err).toContain('    Put the file into _includes, or fix the name.\n');
  });

  test('a missing configuration file is reported once', async () => {
    const run = await runHere(['build', '--config', 'none.yml'], folderOf({}));
    expect(run.err.match(/none\.yml' could not be found/g)).toHaveLength(1);
  });

  test('a configuration file that cannot be read is an error', async () => {
    const folder = folderOf({});
    symlinkSync('_config.yml', join(folder, '_config.yml'));
    const run = await runHere(['build'], folder);
    expect(run.err).toContain('_config.yml is a link that leads back to itself.');
    expect(run.status).toBe(1);
  });

  test('a destination that is a broken link is reported as such', async () => {
    const folder = folderOf({ '_config.yml': '', 'a.md': '---\n---\nhi' });
    symlinkSync('nowhere', join(folder, '_site'));
    const run = await runHere(['build'], folder);
    expect(run.err).toContain(
      `${folder}/_site is a link to something that does not exist.\n\n    Remove it, or create`,
    );
    expect(run.status).toBe(1);
  });

  test.runIf(process.platform === 'linux')('a name that is not UTF-8 is reported as such', async () => {
    const folder = folderOf({ '_config.yml': '' });
    writeFileSync(Buffer.from(`${folder}/a\xff.txt`, 'latin1'), '');
    const run = await runHere(['build'], folder);
    expect(run.err).toContain(`${folder}/a\ufffd.txt has a name that is not UTF-8.`);
    expect(run.status).toBe(1);
  });

  test('if no cache can be written the site is built anyway', async () => {
    const folder = folderOf({ '_config.yml': '', 'a.md': '---\n---\nhi', '.jekyll-cache': 'a file' });
    const run = await runHere(['build'], folder);
    expect(run.status).toBe(0);
    expect(run.err).toMatch(
      /^ +Cache: nothing is kept for the next build: .*\. Use --disable-disk-cache to build without a cache\.\n$/,
    );
    expect(existsSync(join(folder, '_site', 'a.html'))).toBe(true);
  });

  test('a report that cannot be written is explained', async () => {
    const folder = folderOf({ '_config.yml': '', 'other/a.txt': '' });
    const run = await runHere(['compare', 'other', '--html', 'nowhere/report.html'], folder);
    expect(run.err).toContain('nowhere/report.html does not exist');
    expect(run.err).not.toContain('should not happen');
  });
});
