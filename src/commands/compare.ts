import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UttersonError } from '../errors.ts';
import { statsOf } from '../util/files/missing.ts';
import { resolvePath } from '../util/files/paths.ts';
import { createColors } from '../util/program/colors.ts';
import { buildInTemporaryFolder, excludePaths } from './build/temporary-build.ts';
import type { Invocation, RunCommand } from './command-line/command.ts';
import { type Comparison, compareFolders, isSame } from './compare/compare-folders.ts';
import { htmlReport } from './compare/html-report.ts';
import { textReport } from './compare/text-report.ts';
import { clarifyError } from './errors/clarify-error.ts';
import { createReportLog, loadSettings, pathOf, textsOf } from './settings.ts';

/** `compare OTHER_SITE_FOLDER`: builds the site into a temporary folder and compares it with one that Jekyll built. */
export const runCompare: RunCommand = async (invocation) => {
  const { terminal } = invocation;
  const other = otherFolder(invocation);
  const log = createReportLog(terminal);
  const config = loadSettings(invocation, log);
  const source = pathOf(config, 'source', terminal.folder);
  const outputs = [other, pathOf(config, 'destination', terminal.folder), ...reportFiles(invocation)];
  const settings = excludePaths(config, source, outputs);
  const ignored = textsOf(invocation.flags, 'ignore');
  const comparison = await buildInTemporaryFolder({ config: settings, log, terminal }, (folder) =>
    compareFolders(other, folder, ignored),
  ).catch((error: unknown) => {
    throw clarifyError(error, source);
  });
  report(comparison, invocation, { source, other });
  return isSame(comparison) ? 0 : 1;
};

function otherFolder({ words, terminal }: Invocation): string {
  const [name] = words;
  if (name === undefined) {
    throw new UttersonError('MissingArgument', 'Compare with which folder?', {
      hint: 'Name the _site that Jekyll built: utterson compare ../site-by-jekyll',
    });
  }
  const folder = resolvePath(terminal.folder, name);
  if (statsOf(folder)?.isDirectory() === true) return folder;
  throw new UttersonError('MissingFolder', `There is no folder '${name}' to compare with.`, {
    hint: 'Build the site with Jekyll first: bundle exec jekyll build -d ../site-by-jekyll',
  });
}

/** The files that the report is written to. */
function reportFiles({ flags, terminal }: Invocation): readonly string[] {
  const names = [flags.get('json'), flags.get('html')];
  return names.filter((name) => typeof name === 'string').map((name) => resolve(terminal.folder, name));
}

interface Folders {
  readonly source: string;
  readonly other: string;
}

function report(comparison: Comparison, { flags, terminal }: Invocation, folders: Folders): void {
  const json = flags.get('json');
  const html = flags.get('html');
  if (typeof html === 'string') {
    const page = htmlReport(comparison, { ...folders, finishedAt: new Date() });
    writeFileSync(resolve(terminal.folder, html), page);
  }
  const text = `${JSON.stringify({ ...folders, ...comparison }, null, 2)}\n`;
  if (json === '-') terminal.out(text);
  else terminal.out(textReport(comparison, createColors(terminal.colors)));
  if (typeof json === 'string' && json !== '-') writeFileSync(resolve(terminal.folder, json), text);
}
