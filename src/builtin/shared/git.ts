import { spawnSync } from 'node:child_process';
import type { Site } from '../../plugin/plugin.ts';

const OUTPUT_LIMIT = 1 << 30;

/** What a page may show of the repository that its site is in, with the words by which git is asked. */
const QUESTIONS = {
  /** The address of the remote repository `origin`. */
  origin: ['remote', 'get-url', 'origin'],
  /** The commit that is checked out. */
  head: ['rev-parse', 'HEAD'],
} as const;

/**
 * Asks for a fact about the repository, and notes that it was read: the input `git:origin` or `git:head`.
 *
 * @returns undefined if there is no git, no repository or no answer
 *
 * @example
 * askGit(site, 'origin') // 'https://github.com/acme/site.git'
 */
export function askGit(site: Site, question: keyof typeof QUESTIONS): string | undefined {
  site.noteRead(`git:${question}`);
  return answerOfGit(site.source, question);
}

/** The present answer, without a note. */
export function answerOfGit(folder: string, question: string): string | undefined {
  const words = Object.entries(QUESTIONS).find(([name]) => name === question)?.[1];
  return words === undefined ? undefined : runGit(folder, ...words)?.trim();
}

/** The output of a git command, or `undefined` if there is no git, no repository or no output. */
export function runGit(folder: string, ...args: readonly string[]): string | undefined {
  return feedGit(folder, '', ...args);
}

/** The same for a command that reads a text. */
export function feedGit(folder: string, input: string, ...args: readonly string[]): string | undefined {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: OUTPUT_LIMIT, input } as const;
  const { status, stdout } = spawnSync('git', args, { ...options, stdio: ['pipe', 'pipe', 'ignore'] });
  return status === 0 && stdout !== '' ? stdout : undefined;
}
