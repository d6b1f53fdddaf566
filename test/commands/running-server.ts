import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { CLI } from './run-cli.ts';

/** How many milliseconds to wait for output on a busy machine: less than a test may take, so that its failure shows the output. */
const MAX_WAIT = 50_000;

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** A free port. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port was given.');
  return address.port;
}

/** A compiled `utterson serve` that is running in a folder. */
export interface RunningServe {
  /** The address it printed. */
  readonly address: string;
  /** Everything printed so far, on both outputs. */
  readonly text: () => string;
  /** Waits until the output matches a pattern. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly child: ChildProcess;
  /** Stops it, as ctrl-c does, and returns its exit status. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `utterson serve` on a free port, and waits until it is ready. */
export async function startServe(folder: string, words: readonly string[] = []): Promise<RunningServe> {
  const { CI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...words], {
    cwd: folder,
    env: { ...inherited, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const output = new EventEmitter().setMaxListeners(0);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      output.emit('printed');
    });
  }
  child.once('close', () => output.emit('printed'));
  const waitFor = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const timeout = AbortSignal.timeout(MAX_WAIT);
    for (;;) {
      const match = pattern.exec(printed);
      if (match !== null) return match;
      if (timeout.aborted || hasEnded(child)) throw new Error(`${pattern} was not printed:\n${printed}`);
      await once(output, 'printed', { signal: timeout }).catch(() => {});
    }
  };
  const stop = async (): Promise<number | null> => {
    if (!hasEnded(child)) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    }
    return child.exitCode;
  };
  // A test that fails does not come to its end.
  onTestFinished(async () => {
    await stop();
  });
  const [, address = ''] = await waitFor(/Server address: (\S+)[\s\S]*Server running/).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  return { address, text: () => printed, waitFor, child, stop };
}
