import { fork } from 'node:child_process';
import { UttersonError } from '../../errors.ts';
import { packageFile } from '../../util/program/package-file.ts';
import type { SiteSession } from '../build/site-session.ts';
import type { Invocation, Terminal } from '../command-line/command.ts';
import { isSet } from '../settings.ts';

/** Set for the background process, which must not detach again even if the configuration says `detach: true`. */
const IN_BACKGROUND = 'UTTERSON_IN_BACKGROUND';

/** Whether this is the background process. */
export function isInBackground({ environment }: Terminal): boolean {
  return environment[IN_BACKGROUND] !== undefined;
}

/** Builds, then leaves a server running in the background when this process ends. As in Jekyll, it does not watch. */
export async function serveDetached(invocation: Invocation, session: SiteSession): Promise<number> {
  const { log } = session;
  if (!isSet(session.config, 'skip_initial_build')) await session.buildFirst();
  log.info('Auto-regeneration:', 'disabled when running server detached.');
  const { pid, address } = await startInBackground(invocation);
  log.info('Server address:', address);
  log.info(`Server detached with pid '${pid}'.`, `Run \`kill ${pid}' to stop the server.`);
  return 0;
}

interface Detached {
  readonly pid: number;
  readonly address: string;
}

/** Runs the same command line in another process, which goes on when this one ends. */
function startInBackground({ commandLine = [], terminal }: Invocation): Promise<Detached> {
  const words = [...commandLine, '--skip-initial-build', '--no-watch', '--no-livereload'];
  const child = fork(packageFile('dist', 'cli.js'), words, {
    cwd: terminal.folder,
    env: { ...terminal.environment, [IN_BACKGROUND]: '1' },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('message', (address) => {
      child.disconnect();
      child.stderr?.destroy();
      child.unref();
      resolve({ pid: child.pid ?? 0, address: String(address) });
    });
    child.once('error', reject);
    child.once('exit', () =>
      reject(new UttersonError('NotServed', `The server in the background ended:\n${complaint.trim()}`)),
    );
  });
}
