import type { Config } from '../config/config.ts';
import type { Log } from '../util/program/log.ts';
import { untilStopped } from './build/watch-site.ts';
import type { RunCommand } from './command-line/command.ts';
import { isInBackground, serveDetached } from './serve/detach.ts';
import { openForServing, serveSite } from './serve/serve-site.ts';
import { createLog, isSet, textOf, warnOfWords } from './settings.ts';

/** `serve`: builds the site, serves it, and keeps the output and open pages up to date with the source until it is stopped. */
export const runServe: RunCommand = async (invocation) => {
  const log = createLog(invocation.terminal);
  const session = await openForServing(invocation, log);
  warnOfWords(invocation, log);
  const isDetached = isSet(session.config, 'detach') && !isInBackground(invocation.terminal);
  if (isDetached && invocation.flags.get('livereload') === true) {
    log.warn('Warning:', '--detach and --livereload are mutually exclusive. Choosing --livereload');
  } else if (isDetached) {
    return serveDetached(invocation, session);
  }
  warnOfBaseurl(session.config, log);
  const site = await serveSite(session, invocation);
  // Ctrl-c counts from before it is mentioned.
  const stopped = untilStopped(invocation.terminal);
  log.info('Server running...', 'press ctrl-c to stop.');
  // With --detach, the process in the foreground waits for this message.
  process.send?.(site.address);
  if (isSet(session.config, 'open_url')) {
    const { openUrl } = await import('./serve/open-url.ts');
    openUrl(site.address, log);
  }
  await stopped;
  await site.close();
  return 0;
};

/** A frequent mistake, which would put the pages below a folder named `http:`. */
function warnOfBaseurl(config: Config, log: Log): void {
  const baseurl = textOf(config, 'baseurl', '');
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(baseurl)) return;
  log.warn(
    'Config Warning:',
    `baseurl is a path, such as /blog. '${baseurl}' looks like an address, which belongs to url.`,
  );
}
