import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The result of running a command. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** The environment of a command: without colours unless requested. */
export function testEnvironment(environment: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...process.env, NO_COLOR: '1', ...environment };
}

/** Runs the compiled command as a user would. */
export function runCli(
  words: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<Run> {
  const env = testEnvironment(environment);
  const child = spawn(process.execPath, [CLI, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }));
  });
}
