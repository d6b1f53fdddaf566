import { readFileSync } from 'node:fs';
import { readClientScript } from './client-script.ts';
import { contentType } from './content-type.ts';
import { type Found, findFile } from './find-file.ts';
import { INTERNAL } from './internal-path.ts';
import { listFolder } from './pages/folder-listing.ts';
import { missingPage } from './pages/missing-page.ts';
import { reportPage } from './pages/report-page.ts';
import { belowBaseurl, encodePath, requestPath, trimBaseurl } from './request-path.ts';
import type { ServerOptions } from './server-options.ts';

/** What the server answers to a request. */
export type Answer =
  /** A page, which gets the live reload client. `name` is its file, below the baseurl; empty if it has none. */
  | { readonly kind: 'page'; readonly status: number; readonly body: string | Buffer; readonly name: string }
  /** A file, sent as it is. */
  | { readonly kind: 'file'; readonly name: string; readonly type: string }
  | { readonly kind: 'text'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly to: string };

/**
 * Decides what to answer to a request: a file, a folder listing, a redirect, `404.html`, or a page below `/__utterson/`.
 *
 * @example
 * answerRequest('GET', '/about?x=1', options) // { kind: 'page', status: 200, name: '/about.html', body: … }
 */
export function answerRequest(method: string, url: string, options: ServerOptions): Answer {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD are answered here.\n');
  const path = requestPath(url);
  if (path === undefined) return plain(400, 'This is not a path inside the site.\n');
  const below = belowBaseurl(path, options.baseurl);
  if (`${below ?? path}/` === INTERNAL) return redirect(302, INTERNAL, url, options);
  if (path.startsWith(INTERNAL)) return answerInternal(path, options);
  if (below?.startsWith(INTERNAL) === true) return answerInternal(below, options);
  // With a baseurl, Jekyll's server answers 404 here, but it is clear what was meant.
  if (below === '' || (below === undefined && path === '/')) return redirect(302, '/', url, options);
  // LiveReload's browser extensions request the script from the extra port by this name.
  if (path === '/livereload.js' && options.liveReload?.port !== undefined) return clientScript();
  if (below === undefined) return missing(path, options);
  const found = findFile(options.root, below, { listsFolders: options.showDirectoryListing });
  return answerFound(found, below, url, options);
}

function answerFound(found: Found, path: string, url: string, options: ServerOptions): Answer {
  switch (found.kind) {
    case 'file': {
      const type = contentType(found.name, options.charset);
      const isPage = type.startsWith('text/html') && options.liveReload !== undefined;
      if (!isPage) return { kind: 'file', name: found.name, type };
      return { kind: 'page', status: 200, body: readFileSync(found.path), name: found.name };
    }
    case 'folder': {
      const body = listFolder(found.path, path, trimBaseurl(options.baseurl));
      return { kind: 'page', status: 200, body, name: path };
    }
    case 'redirect':
      return redirect(301, found.to, url, options);
    case 'missing':
      return missing(path, options);
  }
}

/** The site's own `404.html`, as on most hosts, or else a page of ours. */
function missing(path: string, { root, baseurl }: ServerOptions): Answer {
  const own = findFile(root, '/404.html', { listsFolders: false });
  const body = own.kind === 'file' ? readFileSync(own.path) : missingPage(path, trimBaseurl(baseurl));
  return { kind: 'page', status: 404, body, name: '' };
}

function answerInternal(path: string, options: ServerOptions): Answer {
  const baseurl = trimBaseurl(options.baseurl);
  if (path === INTERNAL)
    return { kind: 'page', status: 200, body: reportPage(options.report(), baseurl), name: INTERNAL };
  if (path === `${INTERNAL}client.js` && options.liveReload !== undefined) return clientScript();
  return { kind: 'page', status: 404, body: missingPage(path, baseurl), name: '' };
}

function clientScript(): Answer {
  return { kind: 'text', status: 200, type: 'text/javascript; charset=utf-8', body: readClientScript() };
}

function plain(status: number, body: string): Answer {
  return { kind: 'text', status, type: 'text/plain; charset=utf-8', body };
}

function redirect(status: 301 | 302, path: string, url: string, options: ServerOptions): Answer {
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  return { kind: 'redirect', status, to: encodePath(trimBaseurl(options.baseurl) + path) + query };
}
