import { spawnSync } from 'node:child_process';
import { isWithin, resolvePath } from '../util/files/paths.ts';
import { fromRubyPath } from './ruby-path.ts';

/** What a program that has ended leaves. */
interface Ended {
  /** Null if there is no such program. */
  readonly status: number | null;
  readonly output: string;
}

const OUTPUT_LIMIT = 1 << 28;

/** The options that Ruby code may give to git. None of them writes a file, runs a program or reads outside of the repository. */
const OPTIONS: ReadonlySet<string> = new Set(
  `abbrev abbrev-commit abbrev-ref after all always author before branches cached committer contains count date date-order decorate
  diff-filter dirty email exact-match exclude-standard first-parent follow format full-history get grep is-inside-work-tree left-right
  list long match max-count merged merges name-only name-status no-abbrev no-color no-decorate no-merges no-notes no-patch no-renames
  numbered numstat oneline others points-at porcelain pretty quiet reverse short shortstat show-current show-prefix show-toplevel
  simplify-merges since skip sort stat summary symbolic-full-name tags topo-order until verify`.split(/\s+/),
);
const SHORT_OPTIONS = /^-(?:\d+|n\d*|[aeilqrstvz]+)$/;

/** The commands that only read, with what their arguments must look like. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  ...Object.fromEntries(
    ['describe', 'log', 'ls-files', 'ls-tree', 'name-rev', 'rev-list', 'rev-parse', 'shortlog', 'show', 'status'].map(
      (name) => [name, () => true],
    ),
  ),
  // With a name and no option these make or change something.
  branch: (args) => args.every((arg) => arg.startsWith('-')),
  tag: (args) =>
    args.every((arg) => arg.startsWith('-')) || /^(?:-l|--list|--points-at|--contains)/.test(args[0] ?? ''),
  config: ([first, ...names]) => first === '--get' && names.length === 1,
  remote: ([first, ...names]) => first === 'get-url' && names.length === 1,
};

/** Git itself shows differences then, and not programs that the user's settings name for some files. */
const WITHOUT_PROGRAMS = ['--no-ext-diff', '--no-textconv'];
const SHOWING: ReadonlySet<string> = new Set(['log', 'show']);

/**
 * Runs git for Ruby code, as a shell would, if the command only reads.
 * A command that asks for another program is told that there is none.
 *
 * @param command a line for the shell, or words
 * @param folder where it runs, as Ruby code sees it
 * @param source the absolute path of the site
 * @returns undefined for any other program or command
 *
 * @example
 * runGit('git log -1 --format=%cd "_posts/a.md" 2>/dev/null', '/site', '/site')
 */
export function runGit(command: string | readonly string[], folder: string, source: string): Ended | undefined {
  const line =
    typeof command === 'string' ? readLine(command) : { words: command, hidesOutput: false, hidesErrors: false };
  const [program, ...args] = line?.words ?? [];
  if (line === undefined) return undefined;
  if (isQuestion(program, args)) return { status: 1, output: '' };
  if (program !== 'git') return undefined;
  const call = readCall(args, fromRubyPath(folder));
  if (call === undefined || !isWithin(call.folder, source)) return undefined;
  const { status, stdout, error } = spawnSync('git', call.args, {
    cwd: call.folder,
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
    stdio: ['ignore', 'pipe', line.hidesErrors ? 'ignore' : 'inherit'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_PAGER: 'cat' },
  });
  if (error !== undefined) return { status: null, output: '' };
  return { status: status ?? 1, output: line.hidesOutput ? '' : stdout };
}

/** Whether a command asks if there is a program: `which dot`, `command -v dot`. For Ruby code there is none but git. */
const isQuestion = (program: string | undefined, args: readonly string[]): boolean =>
  !args.includes('git') &&
  ((program === 'which' && args.length === 1) || (program === 'command' && args.length === 2 && args[0] === '-v'));

interface Line {
  readonly words: readonly string[];
  readonly hidesOutput: boolean;
  readonly hidesErrors: boolean;
}

const WORD = /(?:[^\s'"\\$`|&;<>()*?[]|\\.|'[^']*'|"(?:[^"\\$`]|\\.)*")+/y;
const BLANKS = /[ \t]*/y;
const REDIRECTION = /(?:[12]?>[ \t]*\/dev\/null|2>&1)(?=[ \t]|$)/y;

/** Splits a line as a shell does. Undefined if a shell would do more with it than run one program. */
function readLine(text: string): Line | undefined {
  const line = text.trim();
  const words: string[] = [];
  let hidesOutput = false;
  let hidesErrors = false;
  for (let at = 0; at < line.length; at += matchAt(BLANKS, line, at)?.length ?? 0) {
    const redirection = matchAt(REDIRECTION, line, at);
    const word = redirection ?? matchAt(WORD, line, at);
    if (word === undefined || /^[#~]/.test(word)) return undefined;
    at += word.length;
    if (redirection === undefined) words.push(unquote(word));
    else if (!redirection.startsWith('2')) hidesOutput = true;
    // Errors among the output: no Ruby file that was looked at asks for them.
    else if (redirection === '2>&1' && !hidesOutput) return undefined;
    else hidesErrors = true;
  }
  return { words, hidesOutput, hidesErrors };
}

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

function unquote(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, plain?: string, quoted?: string, sign?: string) =>
    quoted === undefined ? (plain ?? sign ?? '') : quoted.replace(/\\([$`"\\])/g, '$1'),
  );
}

/** What git is called with, and where. Undefined if it might do more than read. */
function readCall(given: readonly string[], start: string): { args: readonly string[]; folder: string } | undefined {
  const settings: string[] = ['-c', 'core.fsmonitor=false'];
  let folder = start;
  let rest = given;
  for (;;) {
    const [option, value = ''] = rest;
    if (option === '--no-pager') rest = rest.slice(1);
    else if (option === '-c' && /^core\.quotepath=\w+$/i.test(value)) {
      settings.push('-c', value);
      rest = rest.slice(2);
    } else if (option === '-C' && value !== '') {
      folder = resolvePath(folder, fromRubyPath(value));
      rest = rest.slice(2);
    } else break;
  }
  const [name = '', ...args] = rest;
  const accepts = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (accepts?.(args) !== true || !optionsOf(args).every(isKnown)) return undefined;
  const added = SHOWING.has(name) ? WITHOUT_PROGRAMS : [];
  return { args: [...settings, name, ...added, ...args.map(fromRubyPath)], folder };
}

function optionsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).filter((arg) => arg.startsWith('-'));
}

function isKnown(option: string): boolean {
  return SHORT_OPTIONS.test(option) || (option.startsWith('--') && OPTIONS.has(option.slice(2).split('=', 1)[0] ?? ''));
}
