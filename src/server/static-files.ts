import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { statsOf } from '../util/missing.ts';

/** Sends one file of a folder, by the name it has there. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, name: string) => void;

/**
 * Sends files of a folder as they are on the disk, ranges and all. Headers already set on the response win over sirv's.
 *
 * @example
 * const send = sendFilesOf('/site/_site');
 * send(request, response, '/img/photo.jpg');
 */
export function sendFilesOf(root: string): SendFile {
  const handle = sirv(root, { dev: true, dotfiles: true, extensions: [] });
  return (request, response, name) => {
    // sirv asks @polka/url, which takes an earlier answer for the same URL; given so, a `#` or `?` in a file's name stays part of it.
    const pathname = encodeURI(name);
    Object.assign(request, { _parsedUrl: { raw: request.url, pathname, search: '', query: undefined } });
    readRange(request, root + name);
    handle(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

/**
 * Puts the range that is asked for in the one form sirv reads: `bytes=-500`, the last of a file, is the first 501 to it.
 * What is no single range is answered with the whole file, as the standard allows.
 */
function readRange(request: IncomingMessage, path: string): void {
  const { range } = request.headers;
  if (range === undefined || /^bytes=\d+-\d*$/.test(range)) return;
  delete request.headers.range;
  const size = statsOf(path)?.size ?? 0;
  const count = Number(/^bytes=-(\d+)$/.exec(range)?.[1] ?? 0);
  if (count > 0 && size > 0) request.headers.range = `bytes=${Math.max(0, size - count)}-`;
}
