import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServe } from '../commands/running-server.ts';
import { writeInto } from '../server/folder.ts';
import { describeInBrowser } from './browser.ts';
import { openAndConnect } from './open-page.ts';
import { POST, postOf, SITE, serving, shows } from './serving.ts';

const SOURCE = '_posts/2024-01-01-hello.md';

/** A slow tag: it waits until the file `held` is gone from the source. */
const HOLD = `import { existsSync } from 'node:fs';
const held = new URL('../held', import.meta.url);
const asleep = new Int32Array(new SharedArrayBuffer(4));
const render = () => {
  while (existsSync(held)) Atomics.wait(asleep, 0, 0, 20);
  return '';
};
export default { name: 'hold', readsAreRecorded: true, tags: { hold: { parse: () => ({ render }) } } };
`;

/** How programs save a file. */
const EDITORS: Readonly<Record<string, (folder: string, name: string, text: string) => void>> = {
  'vim, which moves the old file away': (folder, name, text) => {
    const path = join(folder, name);
    writeFileSync(join(folder, '4913'), '');
    rmSync(join(folder, '4913'));
    renameSync(path, `${path}~`);
    writeFileSync(path, text);
    rmSync(`${path}~`);
  },
  'JetBrains, which write beside it and swap': (folder, name, text) => {
    const path = join(folder, name);
    writeFileSync(`${path}___jb_tmp___`, text);
    renameSync(path, `${path}___jb_old___`);
    renameSync(`${path}___jb_tmp___`, path);
    rmSync(`${path}___jb_old___`);
  },
  'GNOME, which renames a hidden file over it': (folder, name, text) => {
    writeFileSync(join(folder, '_posts/.goutputstream-AB12'), text);
    renameSync(join(folder, '_posts/.goutputstream-AB12'), join(folder, name));
  },
  'Emacs, with a lock and a backup': (folder, name, text) => {
    writeFileSync(join(folder, '_posts/.#2024-01-01-hello.md'), 'lock');
    writeFileSync(join(folder, '_posts/#2024-01-01-hello.md#'), text);
    writeFileSync(join(folder, name), text);
    rmSync(join(folder, '_posts/#2024-01-01-hello.md#'));
    rmSync(join(folder, '_posts/.#2024-01-01-hello.md'));
  },
  'VS Code, which empties it first': (folder, name, text) => {
    writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, name), text);
  },
};

describeInBrowser('editing', (browser) => {
  test('the page that is being viewed is rendered and shown first, the rest follows', async () => {
    const layout = `${SITE['_layouts/default.html']}{% if page.wait %}{% hold %}{% endif %}`;
    const files = {
      '_config.yml': 'title: My blog\nexclude: [held]\n',
      '_layouts/default.html': layout,
      '_plugins/hold.mjs': HOLD,
      '_posts/2024-01-02-slow.md': '---\nlayout: default\nwait: true\n---\nslow',
    };
    await serving(
      browser(),
      '/',
      async ({ page, edit, folder }) => {
        const slow = join(folder, '_site/2024/01/02/slow.html');
        edit('held', '');
        edit('_layouts/default.html', layout.replace('layout one', 'layout two'));
        const before = await shows(page, '#layout', 'layout two')
          .then(() => readFileSync(slow, 'utf8'))
          .finally(() => rmSync(join(folder, 'held')));
        expect(before).toContain('layout one');
        await expect.poll(() => readFileSync(slow, 'utf8')).toContain('layout two');
      },
      { files },
    );
  });

  // If the machine pauses between two steps of an editor, the watcher takes them for two edits.
  test('however an editor saves a file, the page is patched exactly once', { retry: 2 }, async () => {
    await serving(browser(), POST, async ({ page, folder, serve, isSame }) => {
      for (const [name, save] of Object.entries(EDITORS)) {
        const before = serve.text().split('Regenerating:').length;
        save(folder, SOURCE, postOf(`Saved by ${name}.`));
        await shows(page, 'main', `Saved by ${name}.`);
        await page.waitForTimeout(120);
        expect(serve.text().split('Regenerating:').length - before, name).toBe(1);
      }
      expect(await isSame()).toBe(true);
    });
  });

  test('a moved post is shown at its new address, a removed one disappears, and a restored one returns', async () => {
    await serving(browser(), POST, async ({ page, folder, serve }) => {
      renameSync(join(folder, SOURCE), join(folder, '_posts/2024-01-01-renamed.md'));
      await shows(page, 'h1', 'There is no page here');
      await openAndConnect(page, new URL('/2024/01/01/renamed.html', serve.address).href);
      await shows(page, 'main em', 'first');
      renameSync(join(folder, '_posts'), join(folder, 'elsewhere'));
      await shows(page, 'h1', 'There is no page here');
      expect(existsSync(join(folder, '_site/2024'))).toBe(false);
      renameSync(join(folder, 'elsewhere'), join(folder, '_posts'));
      await shows(page, 'main em', 'first');
    });
  });

  test('switching between branches with two thousand changed files leads to one build', async () => {
    const notes = (text: string): [string, string][] =>
      Array.from({ length: 2000 }, (_, index) => [`_notes/${index}.md`, `---\ntitle: ${text}\n---\n${text} ${index}`]);
    const git = (folder: string, ...words: string[]): void => {
      const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'core.hooksPath=/dev/null'];
      execFileSync('git', [...who, ...words], { cwd: folder, stdio: 'ignore' });
    };
    const makeBranches = (folder: string): void => {
      git(folder, 'init', '-b', 'one');
      git(folder, 'add', '-A');
      git(folder, 'commit', '-m', 'one');
      git(folder, 'checkout', '-b', 'two');
      for (const [name, text] of notes('two')) writeInto(folder, name, text);
      git(folder, 'commit', '-am', 'two');
    };
    const config = { '_config.yml': 'title: My blog\ncollections: { notes: { output: true } }\n' };
    const files = { ...Object.fromEntries(notes('one')), ...config, '.gitignore': '_site\n.jekyll-cache\n' };
    await serving(
      browser(),
      '/notes/1999.html',
      async ({ page, folder, serve }) => {
        const before = serve.text().length;
        git(folder, 'checkout', 'one');
        await shows(page, 'p', 'one 1999');
        // What is edited after a switch is built after it: once that is served, nothing of the switch is still pending.
        writeInto(folder, 'robots.txt', 'after');
        const served = async (): Promise<string> => (await fetch(new URL('/robots.txt', serve.address))).text();
        await expect.poll(served).toBe('after');
        const said = serve.text().slice(before);
        const builds = [...said.matchAll(/Regenerating: (\d+) file/g)];
        expect(builds[0]?.[1]).toBe('2000');
        // On a busy machine the last file of the switch may be reported once more, with the edit.
        expect(builds).toHaveLength(2);
      },
      { files, prepare: makeBranches },
    );
  }, 240_000);

  test('--force_polling notices an edit on a system that reports none', async () => {
    await serving(
      browser(),
      POST,
      async ({ page, edit, isSame }) => {
        edit(SOURCE, postOf('Seen by looking.'));
        await shows(page, 'main', 'Seen by looking.');
        expect(await isSame()).toBe(true);
      },
      { words: ['--force_polling'] },
    );
  });

  test('a changed configuration applies at once: defaults, plugins, the baseurl of the server and of open pages', async () => {
    await serving(browser(), POST, async ({ page, edit, serve }) => {
      edit('_config.yml', 'title: Second\nwebrick: { headers: { X-Own: "yes" } }\n');
      await shows(page, '#site', 'Second');
      expect((await fetch(serve.address)).headers.get('x-own')).toBe('yes');
      edit('_config.yml', 'title: Third\nbaseurl: /blog\npermalink: /:title/\n');
      await page.waitForURL(`**/blog${POST}`);
      await page.goto(new URL('/blog/hello/', serve.address).href);
      await shows(page, '#site', 'Third');
      edit('_config.yml', 'title: Fourth\npermalink: /:title/\n');
      await page.waitForURL(new URL('/hello/', serve.address).href);
      await shows(page, '#site', 'Fourth');
    });
  });

  test('several devices at once: each shows its own page and stays up to date', async () => {
    await serving(browser(), POST, async ({ page, edit, serve }) => {
      const phone = await browser().newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
      const tablet = await browser().newPage({ viewport: { width: 820, height: 1180 } });
      await Promise.all([phone, tablet].map((device) => openAndConnect(device, serve.address)));
      edit('_includes/nav.html', '<nav><i>include two</i></nav>');
      for (const device of [page, phone, tablet]) await shows(device, 'nav i', 'include two');
      edit(SOURCE, '---\nlayout: default\ntitle: Another title\n---\nAnother text.');
      await shows(page, 'main', 'Another text.');
      for (const device of [phone, tablet]) await shows(device, 'h2', 'Another title');
      await phone.close();
      await tablet.close();
    });
  });

  test('a restarted server finds its pages: an edit made in the meantime is shown without a reload', async () => {
    await serving(browser(), POST, async ({ page, edit, serve, folder, isSame }) => {
      await serve.stop();
      edit(SOURCE, postOf('Edited while nobody served.'));
      const second = await startServe(folder, ['--port', new URL(serve.address).port]);
      await shows(page, 'main', 'Edited while nobody served.').finally(() => second.stop());
      expect(await isSame()).toBe(true);
    });
  });
});
