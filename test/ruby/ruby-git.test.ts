import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { runGit } from '../../src/ruby/ruby-git.ts';
import { commit, git } from '../builtin/repository.ts';
import { folderOf, writeInto } from '../server/folder.ts';

let folder = '';

beforeAll(() => {
  folder = folderOf({ '_posts/2024-01-01-a b.md': '---\n---\na\n', 'page.md': 'text' });
  git(folder, 'init -q -b main');
  commit(folder, '2024-01-02T10:00:00+0100');
  writeInto(folder, 'page.md', 'more');
  commit(folder, '2024-01-03T11:00:00+0100');
  git(folder, 'config remote.origin.url https://example.org/a.git');
});

const POST = '_posts/2024-01-01-a b.md';
/** What Ruby files of public sites ask git, and the like of it. */
const ASKED = [
  `git rev-list --count HEAD "${POST}"`,
  `git log -1 --pretty="%ad" --date=iso "${POST}"`,
  `git log -1 --format='%ct' -- '${POST}'`,
  'git rev-parse --short HEAD',
  'git rev-parse HEAD 2>/dev/null',
  'git rev-parse --abbrev-ref HEAD > /dev/null 2>&1',
  ' git describe --always --dirty \n',
  'git -c core.quotepath=false log --name-status --no-renames --pretty=format:"commit %ad" --date=iso 2>/dev/null',
  'git --no-pager log -n 2 --format=%s\\ "\\$x \\` \\\\ \\a"\'$y\'',
  'git -C _posts rev-parse --show-prefix',
  'git branch --show-current',
  'git config --get remote.origin.url',
  'git tag -l',
  'git rev-parse --verify --quiet nothing',
  'git show -s --format=%an HEAD~1',
];

describe.each(ASKED)('%s', (command) => {
  test('is answered as by a shell', () => {
    const shell = (() => {
      try {
        return { status: 0, output: execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }) };
      } catch (error) {
        return { status: (error as { status: number }).status, output: '' };
      }
    })();
    expect(runGit(command, folder, folder)).toEqual(shell);
  });
});

test.each([
  'ls',
  'git log | head -1',
  'git log; ls',
  'git log && ls',
  'git log $(ls)',
  'git log "$(ls)"',
  'git log `ls`',
  'git log $HOME',
  'git log *.md',
  'git log > log.txt',
  'git log 2>&1',
  'git log -- ~',
  'git log\nls',
  'git log "unfinished',
  'git commit -m x',
  'git log --output=x',
  'git log --outp=x',
  'git diff --no-index /etc/passwd page.md',
  'git log --ext-diff -p',
  'git -c alias.log=!ls log',
  'git -c core.pager=ls log',
  'git --git-dir=/tmp log',
  'git -C .. log',
  'git -C /tmp log',
  'git --exec-path=/tmp log',
  'git branch new',
  'git tag new',
  'git tag -d old',
  'git config user.name x',
  'git remote add x y',
  'git __proto__',
  'git',
])('%s is not run', (command) => {
  expect(runGit(command, folder, folder)).toBeUndefined();
});

test('Ruby code asks git, when it is loaded and later', async () => {
  const code = [
    'COMMIT = `git rev-parse HEAD`.strip',
    'Jekyll::Hooks.register :posts, :post_init do |post|',
    '  found = [`git rev-list --count HEAD "#{post.path}"`.to_i, $?.success?, $?.exitstatus]',
    "  found << system('git rev-parse --verify -q none > /dev/null') << $?.exitstatus",
    "  found << Kernel.system('git', 'log', '--format=', '-1') << COMMIT.size",
    "  post.data['found'] = found.inspect",
    'end',
  ];
  const site = folderOf({
    '_plugins/git.rb': `${code.join('\n')}\n`,
    '_posts/2024-01-01-a.md': '---\n---\n{{ page.found }}',
    '_config.yml': 'permalink: /:title.html\n',
  });
  git(site, 'init -q -b main');
  commit(site, '2024-01-02T10:00:00+0100');
  const destination = join(site, '_site');
  await build({ overrides: { source: site, destination }, folder: site, usesWorkers: false });
  expect(readFileSync(join(destination, 'a.html'), 'utf8')).toContain('[1, true, 0, false, 1, true, 40]');
});

test('without git there is an exception, which Ruby code can rescue', async () => {
  const code = [
    'Jekyll::Hooks.register :site, :after_init do |site|',
    "  site.config['found'] = [(`git log` rescue $!.class), system('git log')].inspect",
    'end',
  ];
  const site = folderOf({ '_plugins/git.rb': code.join('\n'), 'index.html': '---\n---\n{{ site.found }}' });
  const path = process.env['PATH'];
  process.env['PATH'] = site;
  try {
    await build({ overrides: { source: site, destination: join(site, '_site') }, folder: site, usesWorkers: false });
  } finally {
    process.env['PATH'] = path;
  }
  expect(readFileSync(join(site, '_site/index.html'), 'utf8')).toBe('[Errno::ENOENT, nil]');
});
