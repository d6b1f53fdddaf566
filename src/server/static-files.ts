import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

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
    handle(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}
