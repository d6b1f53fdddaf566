import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isMissing } from '../util/files/missing.ts';
import { type Answer, answerRequest } from './answer.ts';
import { injectClient } from './inject-client.ts';
import { INTERNAL } from './internal-path.ts';
import { hostName, isKnownHost } from './known-host.ts';
import { failurePage } from './pages/failure-page.ts';
import { encodePath, trimBaseurl } from './request-path.ts';
import type { ServerOptions } from './server-options.ts';
import { type SendFile, sendFilesOf } from './static-files.ts';

/** Exactly what Jekyll's server sends, so that no browser caches what is about to change. */
const NO_CACHE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: ServerOptions;
  readonly sendFile: SendFile;
}

/**
 * A request listener that answers for a site.
 *
 * @example
 * createServer(createListener({ root: '/site/_site', baseurl: '/blog', … }))
 */
export function createListener(options: ServerOptions): RequestListener {
  const sendFile = sendFilesOf(options.root);
  return (request, response) => {
    const exchange = { request, response, options, sendFile };
    respond(exchange).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendPage(exchange, { kind: 'page', status: 500, body: failurePage(error), name: '' });
    });
  };
}

async function respond(exchange: Exchange): Promise<void> {
  const { request, options } = exchange;
  if (!isKnownHost(request.headers.host, options)) {
    refuseHost(exchange);
    return;
  }
  setHeaders(exchange, { 'Cache-Control': NO_CACHE, ...options.headers });
  try {
    await sendAnswer(exchange, answerOf(exchange));
  } catch (error) {
    // The file was there a moment ago: the answer is another one now.
    if (!isMissing(error) || exchange.response.headersSent) throw error;
    await sendAnswer(exchange, answerOf(exchange));
  }
}

function answerOf({ request, options }: Exchange): Answer {
  return answerRequest(request.method ?? 'GET', request.url ?? '/', options);
}

function refuseHost(exchange: Exchange): void {
  const name = JSON.stringify(hostName(`http://${exchange.request.headers.host}`) ?? '');
  setHeaders(exchange, { 'Content-Type': 'text/plain; charset=utf-8' });
  sendBody(
    exchange,
    403,
    `This server does not know this host name. To allow it, add it to _config.yml:\n\nallowed_hosts: [${name}]\n`,
  );
}

async function sendAnswer(exchange: Exchange, answer: Answer): Promise<void> {
  const { request, response } = exchange;
  switch (answer.kind) {
    case 'page':
      sendPage(exchange, answer);
      break;
    case 'file':
      setHeaders(exchange, { 'Content-Type': answer.type });
      await exchange.sendFile(request, response, answer.name);
      break;
    case 'text':
      setHeaders(exchange, { 'Content-Type': answer.type, ...(answer.status === 405 && { Allow: 'GET, HEAD' }) });
      sendBody(exchange, answer.status, answer.body);
      break;
    case 'redirect':
      setHeaders(exchange, { Location: answer.to });
      sendBody(exchange, answer.status, '');
      break;
  }
}

function sendPage(exchange: Exchange, { status, body, name }: Answer & { kind: 'page' }): void {
  const { options } = exchange;
  const digest = createHash('sha1').update(body).digest('hex').slice(0, 16);
  // Pages of our own are text here, and files are bytes.
  const charset = typeof body === 'string' ? 'utf-8' : options.charset;
  setHeaders(exchange, { 'Content-Type': `text/html; charset=${charset}` });
  if (options.liveReload !== undefined) setHeaders(exchange, { 'X-Utterson-Digest': digest });
  sendBody(exchange, status, wantsClient(exchange) ? addClient(body, name, digest, options) : body);
}

/** Browsers ask for HTML. `curl` does not, and gets the bytes on the disk unless `--livereload` was given. */
function wantsClient({ request, options }: Exchange): boolean {
  if (options.liveReload === undefined) return false;
  return options.liveReload.always || (request.headers.accept ?? '').includes('text/html');
}

function addClient(body: string | Buffer, name: string, digest: string, options: ServerOptions): Buffer {
  const base = encodePath(trimBaseurl(options.baseurl));
  // latin1 maps bytes to characters one to one, so a page that is not UTF-8 is passed on unchanged.
  const html = Buffer.from(body).toString('latin1');
  const withClient = injectClient(html, {
    script: `${base}${INTERNAL}client.js`,
    file: name === '' ? '' : base + encodePath(name),
    digest,
    minDelay: options.liveReload?.minDelay ?? 0,
    maxDelay: options.liveReload?.maxDelay ?? 0,
  });
  return Buffer.from(withClient, 'latin1');
}

function setHeaders({ response }: Exchange, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function sendBody({ request, response }: Exchange, status: number, body: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}
