import { keepConnected } from './connection.ts';

/** Loads a page that another server sent again whenever a file changes, by the protocol of LiveReload. */
export function followAsLiveReload(script: HTMLScriptElement): void {
  keepConnected(new URL('/livereload', script.src), {
    minDelay: 1000,
    maxDelay: 60_000,
    onOpen: () => {},
    onMessage: (message) => {
      if (isReload(message)) location.reload();
    },
  });
}

function isReload(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'command' in message && message.command === 'reload';
}
