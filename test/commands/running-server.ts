import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from './run-cli.ts';

/** A compiled `utterson serve` that runs in a folder. */
export interface RunningServe {
  /** The address it printed. */
  readonly address: string;
  /** Everything printed so far, on both outputs. */
  readonly text: () => string;
  /** Waits until something is printed. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly child: ChildProcess;
  /** Asks it to stop, as ctrl-c does, and tells its exit status. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `utterson serve` on any free port, and waits until it serves. */
export async function startServe(folder: string, words: readonly string[] = []): Promise<RunningServe> {
  const { CI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...words], {
    cwd: folder,
    env: { ...inherited, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const end = Date.now() + 20_000;
    for (;;) {
      const match = pattern.exec(printed);
      if (match !== null) return match;
      if (Date.now() > end || child.exitCode !== null) throw new Error(`${pattern} was not said:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    }
    return child.exitCode;
  };
  const [, address = ''] = await said(/Server address: (\S+)[\s\S]*Server running/);
  return { address, text: () => printed, said, child, stop };
}
