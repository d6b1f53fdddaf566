import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { CLI } from './run-cli.ts';

/** Milliseconds that a busy machine may take to say something: less than a test may take, so that its failure tells what was said. */
const PATIENCE = 50_000;

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port was given.');
  return address.port;
}

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
  const heard = new EventEmitter().setMaxListeners(0);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      heard.emit('more');
    });
  }
  child.once('close', () => heard.emit('more'));
  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const patience = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const match = pattern.exec(printed);
      if (match !== null) return match;
      if (patience.aborted || hasEnded(child)) throw new Error(`${pattern} was not said:\n${printed}`);
      await once(heard, 'more', { signal: patience }).catch(() => {});
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
  const [, address = ''] = await said(/Server address: (\S+)[\s\S]*Server running/).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  return { address, text: () => printed, said, child, stop };
}
