import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PreviewReport } from '../../src/server/preview-report.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { withSlashes } from '../../src/util/files/paths.ts';

/** Makes a new folder with these files, and returns its path with slashes. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = withSlashes(realpathSync(mkdtempSync(join(tmpdir(), 'utterson-server-'))));
  for (const [name, content] of Object.entries(files)) writeInto(folder, name, content);
  return folder;
}

export function writeInto(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export const EMPTY_REPORT: PreviewReport = {
  title: 'Test',
  source: '/source',
  destination: '/destination',
  finishedAt: undefined,
  milliseconds: 0,
  pages: [],
  written: 0,
  phases: [],
  warnings: [],
  problems: [],
};

/** Options for a server of a folder, on a free port, with live reload. */
export function optionsFor(root: string, options: Partial<ServerOptions> = {}): ServerOptions {
  return {
    root,
    baseurl: '',
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    headers: {},
    charset: 'utf-8',
    showDirectoryListing: false,
    liveReload: { minDelay: 0.05, maxDelay: 0.2, always: true },
    report: () => EMPTY_REPORT,
    ...options,
  };
}
