import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { statsOf } from '../util/missing.ts';

/** Sends one file of a folder, by its path there. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, name: string) => void;

/**
 * Sends files of a folder as they are on the disk, with support for ranges. Headers already set on the response win over sirv's.
 *
 * @example
 * const send = sendFilesOf('/site/_site');
 * send(request, response, '/img/photo.jpg');
 */
export function sendFilesOf(root: string): SendFile {
  const handle = sirv(root, { dev: true, dotfiles: true, extensions: [] });
  return (request, response, name) => {
    // sirv parses the URL with @polka/url, which returns a result cached on the request. Set here, it may have `#` and `?` in the name.
    const pathname = encodeURI(name);
    Object.assign(request, { _parsedUrl: { raw: request.url, pathname, search: '', query: undefined } });
    normalizeRange(request, root + name);
    handle(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

/**
 * Rewrites a requested range to the only form that sirv reads correctly: it takes `bytes=-500`, the last 500, for the first 501.
 * Anything but a single range is answered with the whole file, as the standard allows.
 */
function normalizeRange(request: IncomingMessage, path: string): void {
  const { range } = request.headers;
  if (range === undefined || /^bytes=\d+-\d*$/.test(range)) return;
  delete request.headers.range;
  const size = statsOf(path)?.size ?? 0;
  const count = Number(/^bytes=-(\d+)$/.exec(range)?.[1] ?? 0);
  if (count > 0 && size > 0) request.headers.range = `bytes=${Math.max(0, size - count)}-`;
}
