import { relative, resolve } from 'node:path';
import type { Builder } from '../build/builder.ts';
import { UttersonError } from '../errors.ts';
import { withSlashes } from '../util/paths.ts';
import type { RunCommand } from './command.ts';
import { describeInputs } from './describe-inputs.ts';
import { createLog } from './settings.ts';
import { SiteSession } from './site-session.ts';

/** `why PATH`: lists the inputs of a page, as the last build recorded them. */
export const runWhy: RunCommand = async (invocation) => {
  const { terminal, words } = invocation;
  const [path] = words;
  if (path === undefined) {
    throw new UttersonError('MissingArgument', 'Which page? Name its source or its output.', {
      hint: 'For example: utterson why index.html',
    });
  }
  const { builder } = await SiteSession.open(invocation, createLog(terminal));
  const inputs = inputsOf(builder, path, terminal.folder);
  if (inputs === undefined) {
    throw new UttersonError('UnknownPage', `The last build made no page from '${path}', nor at that path.`, {
      hint: 'Paths are relative to the source (`_posts/2024-01-01-hello.md`) or to the destination (`about/index.html`). Build first.',
    });
  }
  const groups = describeInputs(inputs, builder.source);
  const width = Math.max(...groups.map(([label]) => label.length));
  for (const [label, names] of groups) terminal.out(`  ${label.padEnd(width)}  ${names.join(', ')}\n`);
  return 0;
};

/** Finds a page by its path in the source or in the destination, or by a path in the file system, which shells complete. */
function inputsOf(builder: Builder, path: string, folder: string): readonly string[] | undefined {
  const file = resolve(folder, path);
  const names = [path, ...[builder.source, builder.destination].map((from) => withSlashes(relative(from, file)))];
  return names.map((name) => builder.why(name)).find((inputs) => inputs !== undefined);
}
