import type { Site } from '../../plugin/plugin.ts';
import { writtenDocuments } from '../shared/written-documents.ts';

/** URLs of pages, static files and documents by path relative to the source. */
export type Targets = ReadonlyMap<string, string>;

export function collectTargets(site: Site): Targets {
  const targets = new Map<string, string>();
  for (const { relativePath, url } of [...site.pages, ...site.staticFiles, ...writtenDocuments(site)]) {
    const path = relativePath.replace(/^\//, '');
    if (!targets.has(path)) targets.set(path, url);
  }
  return targets;
}

/** Resolves a path relative to a folder to one relative to the source; `undefined` if it leads out of the source. */
export function pathFromSource(path: string, folder: string): string | undefined {
  if (path.startsWith('//')) return undefined;
  const segments: string[] = [];
  const whole = path.startsWith('/') ? path : `${folder}/${path}`;
  for (const segment of whole.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Ruby's `CGI.unescape`: a plus is a space. What does not decode to UTF-8 is left as it is. */
export function unescapeQuery(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

export function isAbsolute(path: string): boolean {
  return /^[a-z][a-z0-9.+-]*:/i.test(path);
}
