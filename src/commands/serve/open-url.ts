import { spawn } from 'node:child_process';
import type { Log } from '../../util/program/log.ts';

/** The program that opens an address in the user's browser, by platform. */
const LAUNCHERS: Readonly<Record<string, readonly string[]>> = {
  // Not `cmd /c start`: an address with `&` in it, such as one with a site's baseurl, would be taken for two commands.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
  linux: ['xdg-open'],
};

/** Opens an address in the user's browser. */
export function openUrl(address: string, log: Log): void {
  const [command, ...words] = LAUNCHERS[process.platform] ?? [];
  if (command === undefined) {
    log.error('Refusing to launch browser.', 'Platform launcher unknown.');
    return;
  }
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => log.warn('Browser:', `'${command}' could not be started. Open ${address} yourself.`));
  child.unref();
}
