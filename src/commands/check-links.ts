import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from '../build/build-result.ts';
import { createBuilder } from '../build/create-builder.ts';
import type { Config } from '../config/config.ts';
import { trimBaseurl } from '../server/request-path.ts';
import { decodeText } from '../util/encoding.ts';
import { fnmatch } from '../util/files/fnmatch.ts';
import { createColors } from '../util/program/colors.ts';
import { isIncremental, runWithProgress, withClarifiedErrors } from './build/run-build.ts';
import { checkSite, fileFor } from './check-links/check-site.ts';
import { linkReport } from './check-links/link-report.ts';
import type { Invocation, RunCommand } from './command-line/command.ts';
import { filesBelow } from './files-below.ts';
import { createReportLog, loadSettings, textOf, textsOf } from './settings.ts';

/** `check-links`: builds the site and follows every link within it, without using the network. */
export const runCheckLinks: RunCommand = async (invocation) => {
  const { terminal } = invocation;
  const log = createReportLog(terminal);
  const config = loadSettings(invocation, log);
  const { environment, folder } = terminal;
  const options = { config, log, environment, folder, isIncremental: isIncremental(invocation) };
  const builder = await withClarifiedErrors(invocation, () => createBuilder(options));
  await runWithProgress({ invocation, source: builder.source }, () => builder.build());
  const { destination } = builder;
  const files = new Set(filesBelow(destination));
  const read = (path: string): string => decodeText(readFileSync(join(destination, path)));
  const check = checkSite({ ...addressOf(config), files, read, isIgnored: ignoring(invocation) });
  terminal.out(linkReport(check, sourcesOf(builder.pages(), files), createColors(terminal.colors)));
  return check.broken.length === 0 ? 0 : 1;
};

function addressOf(config: Config): { readonly url: string; readonly baseurl: string } {
  return { url: textOf(config, 'url', ''), baseurl: trimBaseurl(textOf(config, 'baseurl', '')) };
}

function ignoring({ flags }: Invocation): (url: string) => boolean {
  const patterns = textsOf(flags, 'ignore');
  return (url) => patterns.some((pattern) => fnmatch(pattern, url));
}

/** Finds the source of a page by its path in the site. */
function sourcesOf(pages: readonly BuiltPage[], files: ReadonlySet<string>): (page: string) => string | undefined {
  const sources = new Map(pages.map(({ url, source }) => [fileFor(url.slice(1), files), source]));
  return (page) => sources.get(page);
}
