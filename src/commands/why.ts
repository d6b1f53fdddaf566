import { resolve } from 'node:path';
import type { Builder } from '../build/builder.ts';
import type { Config } from '../config/config.ts';
import { UttersonError } from '../errors.ts';
import { decodePath } from '../util/decode-path.ts';
import { relativePath, resolvePath, sanitizedPath } from '../util/files/paths.ts';
import { packageFile } from '../util/program/package-file.ts';
import { describeInputs, describeUntracked, sourceOf } from './build/describe-inputs.ts';
import { SiteSession } from './build/site-session.ts';
import type { RunCommand } from './command-line/command.ts';
import { createLog, textOf } from './settings.ts';
import { inputsOfFile } from './why/inputs-of-file.ts';

/** `why PATH`: lists the inputs of a page, or the pages that a file is part of, as the last build recorded them. */
export const runWhy: RunCommand = async (invocation) => {
  const { terminal, words } = invocation;
  const [path] = words;
  if (path === undefined) {
    throw new UttersonError('MissingArgument', 'Which page? Name its source, its output or its URL.', {
      hint: 'For example: utterson why index.html',
    });
  }
  const { builder, config } = await SiteSession.open(invocation, createLog(terminal));
  const paths = [path, ...pathsOfUrl(path, textOf(config, 'baseurl', ''))];
  const inputs = paths.map((each) => inputsOf(builder, each, terminal.folder)).find((found) => found !== undefined);
  if (inputs === undefined) {
    const pages = pagesWith(resolvePath(terminal.folder, path), builder, config);
    if (pages.length === 0) throw unknownPage(path, builder);
    terminal.out(`  part of  ${shorten(pages)}\n`);
    return 0;
  }
  const groups = describeInputs(inputs, builder.source);
  const width = Math.max(...groups.map(([label]) => label.length));
  for (const [label, names] of groups) terminal.out(`  ${label.padEnd(width)}  ${names.join(', ')}\n`);
  return 0;
};

/** The sources of the pages that a layout, an include or another file is part of. */
function pagesWith(file: string, builder: Builder, config: Config): readonly string[] {
  const folderOf = (key: string) => sanitizedPath(builder.source, textOf(config, key, ''));
  return [...new Set(builder.madeFrom(inputsOfFile(file, folderOf)).map(sourceOf))];
}

/** More pages than these are only counted. */
const MOST_NAMED = 20;

function shorten(pages: readonly string[]): string {
  const others = pages.length - MOST_NAMED;
  const more = others > 0 ? [`and ${others} more page${others === 1 ? '' : 's'}`] : [];
  return [...pages.slice(0, MOST_NAMED), ...more].join(', ');
}

function unknownPage(path: string, { untrackedPlugins }: Builder): UttersonError {
  const [plugin] = untrackedPlugins;
  if (plugin !== undefined) {
    const message = `What pages are made from is not recorded, because ${describeUntracked(plugin)}.`;
    return new UttersonError('UnknownPage', message, {
      hint: `${packageFile('docs', 'plugins.md')} says what it means.`,
    });
  }
  return new UttersonError('UnknownPage', `No build is on record that made a page from '${path}', or at that path.`, {
    hint: 'Run `utterson build` first. Then name the source of a page (`_posts/2024-01-01-hello.md`), its output (`about/index.html`) or its URL (`/about/`), or a layout, an include or a data file.',
  });
}

/** Finds a page by its path in the source or in the destination, or by a path in the file system, which shells complete. */
function inputsOf(builder: Builder, path: string, folder: string): readonly string[] | undefined {
  const file = resolve(folder, path);
  const names = [path, ...[builder.source, builder.destination].map((from) => relativePath(from, file))];
  return names.map((name) => builder.why(name)).find((inputs) => inputs !== undefined);
}

/** The outputs that a URL may stand for, as it is copied from a browser or written in a link. */
function pathsOfUrl(url: string, baseurl: string): readonly string[] {
  const [, path = ''] = /^(?:https?:\/\/[^/?#]+)?(\/[^?#]*)/.exec(url) ?? [];
  if (path === '') return [];
  const decoded = decodePath(path);
  const below = baseurl !== '' && decoded.startsWith(`${baseurl}/`) ? decoded.slice(baseurl.length) : decoded;
  const output = below.replace(/^\/|\/$/g, '');
  return [output, `${output}.html`, output === '' ? 'index.html' : `${output}/index.html`];
}
