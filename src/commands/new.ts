import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UttersonError } from '../errors.ts';
import { statsOf } from '../util/files/missing.ts';
import { resolvePath } from '../util/files/paths.ts';
import { createColors } from '../util/program/colors.ts';
import { packageFile } from '../util/program/package-file.ts';
import { localTime } from '../util/time/local-time.ts';
import { formatOffset } from '../util/time/time.ts';
import type { RunCommand, Terminal } from './command-line/command.ts';

/** The folders of a blank site that start without files. */
const EMPTY_FOLDERS = ['_data', '_drafts', '_includes', '_posts'];

/** `new PATH`: creates a small blog, ready to build, or with `--blank` the bare folders of a site. */
export const runNew: RunCommand = async ({ words, flags, terminal }) => {
  if (words.length === 0) {
    throw new UttersonError('MissingPath', 'You must specify a path.', { hint: 'For example: utterson new my-blog' });
  }
  // As in Jekyll: `new My blog` is one folder with a space in its name.
  const path = resolvePath(terminal.folder, words.join(' '));
  if (statsOf(path)?.isDirectory() === false) {
    throw new UttersonError('Conflict', `${path} is a file.`, { hint: 'A site is a folder: choose another name.' });
  }
  if (flags.get('force') !== true && existsSync(path) && readdirSync(path).length > 0) {
    throw new UttersonError('Conflict', `${path} exists and is not empty.`, {
      hint: `Ensure ${path} is empty or else try again with \`--force\` to proceed and overwrite any files.`,
    });
  }
  mkdirSync(path, { recursive: true });
  if (flags.get('blank') === true) createBlankSite(path);
  else createBlog(path, new Date());
  announce(path, terminal);
  return 0;
};

function createBlankSite(path: string): void {
  cpSync(packageFile('dist', 'starter', 'blank'), path, { recursive: true });
  for (const name of EMPTY_FOLDERS) mkdirSync(join(path, name), { recursive: true });
}

function createBlog(path: string, now: Date): void {
  cpSync(packageFile('dist', 'starter', 'blog'), path, { recursive: true });
  // npm never packs files named .gitignore.
  renameSync(join(path, 'gitignore'), join(path, '.gitignore'));
  const draft = join(path, '_posts', 'welcome.markdown');
  const { day, time } = formatDate(now);
  writeFileSync(
    join(path, '_posts', `${day}-welcome.markdown`),
    readFileSync(draft, 'utf8').replace('{{ date }}', time),
  );
  rmSync(draft);
}

/**
 * The day for a post's file name and the time for its front matter, both in the machine's time zone. Without seconds the time is a
 * text in YAML, as jekyll-compose writes it: it cannot change front matter with a time.
 */
function formatDate(date: Date): { readonly day: string; readonly time: string } {
  const { day, time } = localTime(date);
  return { day, time: `${day} ${time.slice(0, 5)} ${formatOffset(-60 * date.getTimezoneOffset())}` };
}

function announce(path: string, terminal: Terminal): void {
  const color = createColors(terminal.colors);
  const folder = relative(terminal.folder, path) || '.';
  const quoted = /\s/.test(folder) ? `"${folder}"` : folder;
  terminal.out(`New site installed in ${color.cyan(path)}.\n\n`);
  terminal.out(
    `  ${color.bold(`${folder === '.' ? '' : `cd ${quoted} && `}utterson serve`)}   to see it while you write\n\n`,
  );
}
