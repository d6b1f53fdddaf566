import { UttersonError } from '../errors.ts';
import type { RunCommand } from './command.ts';
import { createLog } from './settings.ts';
import { SiteSession } from './site-session.ts';

/** `why PATH`: the inputs that a page was made from, as the last build recorded them. */
export const runWhy: RunCommand = async (invocation) => {
  const { terminal, words } = invocation;
  const [path] = words;
  if (path === undefined) throw new UttersonError('MissingArgument', 'Which page? Name its source or its output.');
  const session = await SiteSession.open(invocation, createLog(terminal));
  const inputs = session.builder.why(path);
  if (inputs === undefined) {
    throw new UttersonError('UnknownPage', `The last build made no page from or at '${path}'.`, {
      hint: 'Paths are relative to the source (`_posts/2024-01-01-hello.md`) or to the destination (`about/index.html`). Build first.',
    });
  }
  for (const input of inputs) terminal.out(`${input}\n`);
  return 0;
};
