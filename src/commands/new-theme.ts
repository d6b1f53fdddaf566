import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { UttersonError } from '../errors.ts';
import { joinPaths, resolvePath } from '../util/files/paths.ts';
import { createColors } from '../util/program/colors.ts';
import type { Log } from '../util/program/log.ts';
import { packageFile } from '../util/program/package-file.ts';
import type { RunCommand } from './command-line/command.ts';
import { createLog } from './settings.ts';

const FOLDERS = ['assets', '_data', '_layouts', '_includes', '_sass'];

/** The files of a theme in the order in which they are created, each with the name of its template if that differs. */
const FILES: readonly (readonly [path: string, template?: string])[] = [
  ['_layouts/page.html'],
  ['_layouts/post.html'],
  ['_layouts/default.html'],
  ['Gemfile'],
  ['[name].gemspec', 'theme.gemspec'],
  ['package.json', 'package.json.txt'],
  ['README.md'],
  ['LICENSE.txt'],
];

/** `new-theme NAME`: creates a theme with Jekyll's folders that is both a gem and an npm package. */
export const runNewTheme: RunCommand = async ({ words, flags, terminal }) => {
  if (words.length === 0) {
    throw new UttersonError('InvalidThemeName', 'You must specify a theme name.', {
      hint: 'For example: utterson new-theme ink',
    });
  }
  const name = words.join('_').replaceAll(' ', '_').replace(/_+/g, '_');
  const path = resolvePath(terminal.folder, name);
  if (existsSync(path)) {
    throw new UttersonError('Conflict', `${path} already exists.`, {
      hint: 'Choose another name, or move it away first.',
    });
  }
  const log = createLog(terminal);
  createTheme(path, { name, hasCodeOfConduct: flags.get('code_of_conduct') === true, log });
  const color = createColors(terminal.colors);
  log.info(`Your new Jekyll theme, ${color.cyan(name)}, is ready for you in ${color.cyan(path)}!`);
  log.info(`For help getting started, read ${path}/README.md.`);
  return 0;
};

interface NewTheme {
  readonly name: string;
  readonly hasCodeOfConduct: boolean;
  readonly log: Log;
}

function createTheme(path: string, { name, hasCodeOfConduct, log }: NewTheme): void {
  for (const folder of FOLDERS) {
    log.info('create', joinPaths(path, folder));
    mkdirSync(joinPaths(path, folder), { recursive: true });
  }
  const fill = templateFiller(name);
  const write = (file: string, template = file): void => {
    const target = joinPaths(path, fill(file));
    log.info('create', target);
    writeFileSync(target, fill(readFileSync(packageFile('dist', 'starter', 'theme', template), 'utf8')));
  };
  for (const [file, template] of FILES) write(file, template);
  if (hasCodeOfConduct) write('CODE_OF_CONDUCT.md');
  log.info('initialize', joinPaths(path, '.git'));
  spawnSync('git', ['init', '--quiet'], { cwd: path, stdio: 'ignore' });
  write('.gitignore', 'gitignore');
}

/** Returns a function that fills in the placeholders of a template: the theme's name, its author, the year. */
function templateFiller(name: string): (text: string) => string {
  const values = new Map([
    ['name', name],
    ['author', gitSetting('user.name')],
    ['email', gitSetting('user.email')],
    ['year', String(new Date().getFullYear())],
  ]);
  return (text) => text.replace(/\[(name|author|email|year)\]/g, (_, key: string) => values.get(key) ?? '');
}

function gitSetting(key: string): string {
  const { stdout } = spawnSync('git', ['config', key], { encoding: 'utf8' });
  return (stdout ?? '').trim();
}
