import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { findPart } from './requested-part.ts';

/** What a file is sent in answer to, and with. */
export interface FileExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly type: string;
}

/**
 * Sends a file as it is on the disk, or the part of it that is asked for. It is open for as long as that takes and no longer, even
 * if the reader hangs up: a video player does so each time somebody seeks.
 *
 * @throws what the system says if the file cannot be opened, before anything has been sent
 *
 * @example
 * await sendFile('/site/_site/img/photo.jpg', { request, response, type: 'image/jpeg' });
 */
export async function sendFile(path: string, exchange: FileExchange): Promise<void> {
  const file = await open(path);
  try {
    await sendOpened(file, exchange);
  } finally {
    await file.close();
  }
}

async function sendOpened(file: FileHandle, { request, response, type }: FileExchange): Promise<void> {
  const { size, mtime } = await file.stat();
  const part = findPart(request.headers.range, size);
  response.setHeader('Accept-Ranges', 'bytes');
  if (part === 'impossible') {
    response.setHeader('Content-Range', `bytes */${size}`);
    response.statusCode = 416;
    response.end();
    return;
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  const length = end - start + 1;
  if (part !== undefined) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', length);
  response.setHeader('Last-Modified', mtime.toUTCString());
  response.statusCode = part === undefined ? 200 : 206;
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  const content = file.createReadStream({ start, end, autoClose: false });
  // A reader who has hung up is no error.
  await pipeline(content, response, { end: false }).catch(() => response.destroy());
  // If the file became shorter in the meantime, the reader must not wait for the rest of what was promised.
  if (content.bytesRead === length) response.end();
  else response.destroy();
}
