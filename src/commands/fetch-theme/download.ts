import { UttersonError } from '../../errors.ts';

/** Fetches a URL. Passed in, so that tests need no network. */
export type Download = (url: string) => Promise<Buffer>;

/** Far more than theme repositories need: with their demos they are some tens of megabytes. */
const MOST_BYTES = 500 * 2 ** 20;
const TIMEOUT_MS = 120_000;

/** @throws {UttersonError} `DownloadFailed` */
export const download: Download = async (url) => {
  const response = await ask(url);
  if (!response.ok) {
    throw new UttersonError('DownloadFailed', `${url} answered ${response.status} ${response.statusText}`.trim(), {
      hint: response.status === 404 ? 'Check the name and the version: there is nothing at this address.' : LATER,
    });
  }
  return readBody(url, response);
};

const LATER = 'Try again later.';

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, { headers: { 'user-agent': 'utterson' }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw noAnswer(url, error);
  }
}

async function readBody(url: string, response: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of response.body ?? []) {
      pieces.push(piece);
      length += piece.length;
      if (length > MOST_BYTES) break;
    }
  } catch (error) {
    throw noAnswer(url, error);
  }
  if (length <= MOST_BYTES) return Buffer.concat(pieces);
  throw new UttersonError('DownloadFailed', `${url} is larger than ${MOST_BYTES / 2 ** 20} MB.`, {
    hint: 'No theme needs as much. Is the name the right one?',
  });
}

function noAnswer(url: string, error: unknown): UttersonError {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new UttersonError('DownloadFailed', `${url} could not be fetched: ${reason}`, {
    hint: 'Is there a network connection? Node uses the proxy in HTTPS_PROXY only if NODE_USE_ENV_PROXY=1 is set as well (Node 24 or later).',
    cause: error,
  });
}
