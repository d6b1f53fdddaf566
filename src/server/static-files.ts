import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv from 'sirv';

/**
 * Sends one file of a folder, by its path there.
 *
 * @throws what the system says if the file cannot be read, before anything has been sent
 */
export type SendFile = (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void>;

/**
 * Sends files of a folder as they are on the disk, with support for ranges. Headers already set on the response win over sirv's.
 *
 * @example
 * const send = sendFilesOf('/site/_site');
 * await send(request, response, '/img/photo.jpg');
 */
export function sendFilesOf(root: string): SendFile {
  const handle = sirv(root, { dev: true, dotfiles: true, extensions: [] });
  return async (request, response, name) => {
    const path = root + name;
    // sirv would end the process: it does not listen for errors of what it reads.
    await access(path, constants.R_OK);
    // sirv parses the URL with @polka/url, which returns a result cached on the request. Set here, it may have `#` and `?` in the name.
    const pathname = encodeURI(name);
    Object.assign(request, { _parsedUrl: { raw: request.url, pathname, search: '', query: undefined } });
    response.setHeader('Accept-Ranges', 'bytes');
    await normalizeRange(request, path);
    guardSending(response);
    handle(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

/** What sirv leaves out. */
function guardSending(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  let promised = 0;
  const writeSirvsHead = (status: number, headers: Readonly<Record<string, number | string>> = {}) => {
    // sirv takes an archive `x.tar.gz` for a compressed `x.tar`, which browsers would unpack.
    const { 'Content-Encoding': _, ...others } = headers;
    promised = Number(others['Content-Length'] ?? 0);
    return writeHead(status, others);
  };
  response.writeHead = writeSirvsHead as typeof writeHead;
  response.once('pipe', (content: Readable & { readonly bytesRead: number }) => {
    // A video player hangs up each time somebody seeks; the file would stay open.
    response.once('close', () => content.destroy());
    content.once('error', () => response.destroy());
    // If the file became shorter in the meantime, the reader must not wait for the rest of what was promised.
    content.once('end', () => {
      if (content.bytesRead < promised) response.destroy();
    });
  });
}

/**
 * Rewrites a requested range to the only form that sirv reads correctly: it takes `bytes=-500`, the last 500, for the first 501,
 * and `bytes=0-0` for everything. Anything but a single range is answered with the whole file, as the standard allows; so are the
 * first byte alone, which nobody needs, and a range that ends before it begins.
 */
async function normalizeRange(request: IncomingMessage, path: string): Promise<void> {
  const { range } = request.headers;
  if (range === undefined) return;
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first !== '' && (last === '' || (Number(last) >= Number(first) && Number(last) > 0))) return;
  delete request.headers.range;
  const { size } = await stat(path);
  const count = first === '' ? Number(last) : 0;
  if (count > 0 && size > 0) request.headers.range = `bytes=${Math.max(0, size - count)}-`;
}
