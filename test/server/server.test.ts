import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { UttersonError } from '../../src/errors.ts';
import type { PreviewReport } from '../../src/server/preview-report.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { sendFilesOf } from '../../src/server/static-files.ts';
import { folderOf, optionsFor } from './folder.ts';

const running: RunningServer[] = [];

async function serve(root: string, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer(optionsFor(root, options));
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Requests a path exactly as it is written: `fetch` would normalise it. */
function ask(server: RunningServer, path: string, headers = {}, method = 'GET'): Promise<Reply> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('latin1');
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Requests a path and hangs up when the answer begins. */
function breakOff(server: RunningServer, path: string): Promise<void> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: hostname, port, path }, (response) => {
      response.once('data', () => asked.destroy());
      response.once('close', resolve);
    });
    asked.once('error', reject);
    asked.end();
  });
}

const without = { liveReload: undefined } as unknown as Partial<ServerOptions>;

/** A name that is not the same in an address; Windows has no question marks in names. */
const STRANGE = process.platform === 'win32' ? 'what#100%.png' : 'what?#100%.png';

const SITE = {
  'index.html': '<p>front',
  'foo.html': '<p>foo page',
  'foo/index.html': '<p>foo index',
  'bar.html': '<p>bar page',
  'bar/a.txt': 'a',
  'baz.html': '<p>baz',
  'p.xhtml': '<p>xhtml</p>',
  'js/index.json': '{}',
  'tags/c#/index.html': '<p>c sharp',
  [`img/${STRANGE}`]: 'png',
  'a.css': 'a{}',
  'a.js': 'a()',
  'feed.xml': '<feed/>',
  'a.svg': '<svg/>',
  'a.woff2': 'w',
  CNAME: 'example.com',
  'favicon.ico': 'icon',
  '.well-known/key': 'key',
  '.htaccess': 'deny',
  '~draft': 'x',
  'empty/x.txt': 'x',
};

/** Path, status, and the body or the Location. The statuses are those of Jekyll's own server for the same files. */
const PATHS: readonly (readonly [string, number, string])[] = [
  ['/', 200, '<p>front'],
  ['/index', 200, '<p>front'],
  ['/foo', 301, '/foo/'],
  ['/__utterson', 302, '/__utterson/'],
  ['/foo?x=1', 301, '/foo/?x=1'],
  ['/foo/', 200, '<p>foo index'],
  ['/foo/index', 200, '<p>foo index'],
  ['/bar', 301, '/bar/'],
  ['/bar/', 200, '<p>bar page'],
  ['/baz', 200, '<p>baz'],
  ['/baz/', 200, '<p>baz'],
  ['/foo/../baz', 200, '<p>baz'],
  ['//foo', 301, '/foo/'],
  ['/p', 200, '<p>xhtml</p>'],
  ['/js/', 200, '{}'],
  ['/tags/c%23/', 200, '<p>c sharp'],
  ['/tags/c%23', 301, '/tags/c%23/'],
  [`/img/${encodeURIComponent(STRANGE)}`, 200, 'png'],
  ['/CNAME', 200, 'example.com'],
  ['/.well-known/key', 200, 'key'],
  ['/.htaccess', 404, ''],
  ['/~draft', 404, ''],
  ['/nope', 404, ''],
  ['/..%2f_config.yml', 400, ''],
  ['/%2e%2e/%2e%2e/etc/passwd', 400, ''],
  ['/..\\..\\etc', 400, ''],
  ['/%00', 400, ''],
  ['/foo/%2e%2e/%2E%2E/%2e%2e/etc/passwd', 400, ''],
  ['/%2e%2e%5c%2e%2e%5cetc', 400, ''],
  ['/foo%5c..%5c..%5cetc', 400, ''],
  ['/....//....//etc/passwd', 404, ''],
  ['/%252e%252e/etc/passwd', 404, ''],
  ['/%c0%ae%c0%ae/etc/passwd', 400, ''],
  ['/index.html%00.png', 400, ''],
  ['/C:/Windows/win.ini', 404, ''],
  ['/%zz', 400, ''],
  ['//evil.example/%2e%2e', 200, '<p>front'],
];

describe('paths', () => {
  test.each(PATHS)('%s is answered with %i %s', async (path, status, content) => {
    const reply = await ask(await serve(folderOf(SITE), without), path);
    expect(reply.status).toBe(status);
    if (status === 200) expect(reply.body).toBe(content);
    if (status === 301 || status === 302) expect(reply.headers['location']).toBe(content);
  });

  test('a folder without an index is listed, without the names that Jekyll hides', async () => {
    const server = await serve(folderOf({ ...SITE, 'empty/.htpasswd': 'x', 'empty/a & b.txt': 'x' }), without);
    const { status, body } = await ask(server, '/empty/');
    expect(status).toBe(200);
    expect(body).toContain('<a href="x.txt">x.txt</a>');
    expect(body).toContain('<a href="a%20%26%20b.txt">a &amp; b.txt</a>');
    expect(body).not.toContain('htpasswd');
    expect(body).toContain('2 entries; there is no <code>index.html</code> here');
  });

  test('--show-dir-listing lists a folder even if it has an index', async () => {
    const server = await serve(folderOf(SITE), { showDirectoryListing: true });
    const { body } = await ask(server, '/');
    expect(body).toContain('<a href="index.html">index.html</a>');
    expect(body).not.toContain('there is no');
    expect((await ask(server, '/index.html')).body).toContain('<p>front');
  });

  test('a symbolic link does not lead out of the folder', async () => {
    const secret = folderOf({ 'secret.txt': 'not for you', 'deep/index.html': 'not for you' });
    const root = folderOf({ 'real.txt': 'real' });
    symlinkSync(join(secret, 'secret.txt'), join(root, 'out.txt'));
    symlinkSync(join(secret, 'deep'), join(root, 'deep'));
    symlinkSync(join(root, 'real.txt'), join(root, 'in.txt'));
    const server = await serve(root);
    const replies = await Promise.all(
      ['/out.txt', '/deep/', '/deep/index.html', '/in.txt'].map((path) => ask(server, path)),
    );
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
    expect(replies.map(({ body }) => body).join()).not.toContain('not for you');
  });

  test('the site is below the baseurl', async () => {
    const server = await serve(folderOf(SITE), { ...without, baseurl: '/blog' });
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/blog\/$/);
    expect((await ask(server, '/')).headers['location']).toBe('/blog/');
    expect((await ask(server, '/blog')).headers['location']).toBe('/blog/');
    expect((await ask(server, '/blog/foo')).headers['location']).toBe('/blog/foo/');
    expect((await ask(server, '/blog/baz')).body).toBe('<p>baz');
    const outside = await ask(server, '/baz');
    expect(outside.status).toBe(404);
    expect(outside.body).toContain('relative_url');
    expect((await ask(server, '/blogroll')).status).toBe(404);
  });

  test('a baseurl may have any letters', async () => {
    const server = await serve(folderOf(SITE), { baseurl: '/ブログ für alle' });
    const base = '/%E3%83%96%E3%83%AD%E3%82%B0%20f%C3%BCr%20alle';
    expect(server.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${base}/$`));
    expect(await ask(server, '/')).toMatchObject({ status: 302, headers: { location: `${base}/` } });
    expect((await ask(server, `${base}/foo`)).headers['location']).toBe(`${base}/foo/`);
    const { status, body } = await ask(server, `${base}/foo/`);
    expect(status).toBe(200);
    expect(body).toContain(`src="${base}/__utterson/client.js"`);
    expect(body).toContain(`data-file="${base}/foo/index.html"`);
    expect((await ask(server, `${base}/empty/`)).body).toContain(`<a href="${base}/">`);
  });

  test("the site's own 404.html is the answer to a missing file", async () => {
    const server = await serve(folderOf({ '404.html': '<h1>Lost' }), without);
    expect(await ask(server, '/nope.css')).toMatchObject({ status: 404, body: '<h1>Lost' });
  });

  test('only GET and HEAD are answered', async () => {
    const server = await serve(folderOf(SITE), without);
    expect(await ask(server, '/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await ask(server, '/foo/', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': '12' } });
  });

  test('a part of a file can be requested, as video players do', async () => {
    const server = await serve(folderOf({ 'film.mp4': '0123456789' }));
    const reply = await ask(server, '/film.mp4', { Range: 'bytes=2-4' });
    expect(reply).toMatchObject({ status: 206, body: '234', headers: { 'content-type': 'video/mp4' } });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=7-' })).toMatchObject({ status: 206, body: '789' });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=-3' })).toMatchObject({ status: 206, body: '789' });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=-99' })).toMatchObject({ status: 206, body: '0123456789' });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=20-' })).toMatchObject({ status: 416 });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=0-1' })).toMatchObject({ status: 206, body: '01' });
    expect(await ask(server, '/film.mp4', { Range: 'bytes=8-99' })).toMatchObject({
      status: 206,
      body: '89',
      headers: { 'content-range': 'bytes 8-9/10', 'content-length': '2' },
    });
    for (const range of ['bytes=0-1,4-5', 'bytes=x', 'lines=1-2', 'bytes=-0', 'bytes=4-2', 'bytes=0-0'])
      expect(await ask(server, '/film.mp4', { Range: range })).toMatchObject({ status: 200, body: '0123456789' });
  });
});

describe('files', () => {
  test('an archive is sent as the file that it is, not as a compressed form of another', async () => {
    const server = await serve(folderOf({ 'site.tar.gz': 'packed', 'page.html.br': 'packed' }));
    for (const name of ['/site.tar.gz', '/page.html.br']) {
      const { body, headers } = await ask(server, name);
      expect(body).toBe('packed');
      expect(headers['content-encoding']).toBeUndefined();
    }
  });

  test('an empty file has no part that could be sent', async () => {
    const server = await serve(folderOf({ 'empty.txt': '' }));
    expect(await ask(server, '/empty.txt')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': '0' },
    });
    expect(await ask(server, '/empty.txt', { Range: 'bytes=0-' })).toMatchObject({ status: 416 });
  });

  test('a file that is removed before it can be opened is an error for whoever sends it, not the end of the server', async () => {
    const send = sendFilesOf(folderOf({}));
    await expect(send({} as IncomingMessage, {} as ServerResponse, '/gone.png')).rejects.toThrow('ENOENT');
  });

  // Nothing is unreadable for the superuser, and Windows has other permissions.
  test.skipIf((process.getuid?.() ?? 0) === 0)(
    'a file that may not be read is an error, and the server goes on',
    async () => {
      const root = folderOf({ 'secret.png': 'x', 'a.css': 'a{}' });
      chmodSync(join(root, 'secret.png'), 0);
      const server = await serve(root);
      expect(await ask(server, '/secret.png')).toMatchObject({ status: 500, body: expect.stringContaining('EACCES') });
      expect(await ask(server, '/a.css')).toMatchObject({ status: 200, body: 'a{}' });
    },
  );

  test('a file that becomes shorter while it is sent ends the download instead of keeping the reader waiting', async () => {
    // Otherwise Node gives up a silent connection after five seconds.
    const keepSilent = (message: unknown): void => {
      (message as { server: Server }).server.keepAliveTimeout = 0;
    };
    subscribe('http.server.request.start', keepSilent);
    onTestFinished(() => void unsubscribe('http.server.request.start', keepSilent));
    const root = folderOf({ 'film.mp4': Buffer.alloc(20_000_000) });
    const { hostname, port } = new URL((await serve(root)).address);
    const isComplete = await new Promise((resolve, reject) => {
      const asked = request({ host: hostname, port, path: '/film.mp4' }, (response) => {
        response.once('data', () => {
          truncateSync(join(root, 'film.mp4'), 0);
          response.resume();
        });
        response.once('error', () => {});
        response.once('close', () => resolve(response.complete));
      });
      asked.once('error', reject);
      asked.end();
    });
    expect(isComplete).toBe(false);
  });

  const openFiles = (): number => readdirSync('/dev/fd').length;

  test.skipIf(process.platform === 'win32')('downloads that are broken off leave no file open', async () => {
    const server = await serve(folderOf({ 'film.mp4': Buffer.alloc(20_000_000) }));
    const before = openFiles();
    for (let count = 0; count < 20; count++) await breakOff(server, '/film.mp4');
    await expect.poll(openFiles).toBeLessThan(before + 5);
  });
});

test('a failure of the server is shown in a page that looks again after the next change', async () => {
  const report = (): never => {
    throw new Error('<b>no report</b>');
  };
  const server = await serve(folderOf(SITE), { report });
  const { status, body, headers } = await ask(server, '/__utterson/');
  expect(status).toBe(500);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-utterson-digest': expect.any(String),
  });
  expect(body).toContain('&lt;b&gt;no report&lt;/b&gt;');
  expect(body).toContain('data-file=""');
});

test('the page about the last build links to files whose names contain a question mark', async () => {
  const page = { title: 'Why?', url: '/why?.html', source: 'why?.md', kind: 'page' as const };
  const { report } = optionsFor('');
  const server = await serve(folderOf(SITE), { report: () => ({ ...report(), pages: [page] }) });
  const { body } = await ask(server, '/__utterson/');
  expect(body).toContain('<a href="/why%3F.html">Why?</a>');
});

test('the page about the last build shows the URL of a page without a title once', async () => {
  const page = { title: '/feed.xml', url: '/feed.xml', source: 'feed.xml', kind: 'page' as const };
  const { report } = optionsFor('');
  const server = await serve(folderOf(SITE), { report: () => ({ ...report(), pages: [page] }) });
  const { body } = await ask(server, '/__utterson/');
  expect(body.match(/>\/feed\.xml</g)).toHaveLength(1);
});

test('the page about the last build counts what it did, and says whether it went well', async () => {
  const page = (title: string, kind: 'page' | 'draft') => ({ title, url: `/${title}`, source: `${title}.md`, kind });
  const warning = 'Liquid Warning: odd';
  let report: PreviewReport = {
    ...optionsFor('').report(),
    finishedAt: new Date(2026, 0, 2, 3, 4, 5),
    milliseconds: 12,
    pages: [page('a', 'page'), page('b', 'draft'), page('c', 'draft')],
    written: 2,
    warnings: [warning, warning],
  };
  const server = await serve(folderOf(SITE), { report: () => report });
  const shown = async (): Promise<string> => (await ask(server, '/__utterson/')).body;
  const body = await shown();
  expect(body).toContain('Built at 03:04:05 in 12 ms');
  expect(body).toContain(
    '<li class="good">The last build went well</li><li>1 page</li><li>2 drafts</li><li>2 files written last</li><li>2 warnings</li>',
  );
  expect(body).toContain(`${warning} <span class="soft">(2 times)</span>`);
  report = { ...report, problems: [{ title: 'Broken', message: 'It is.' }] };
  expect(await shown()).toContain('<li class="bad">The last build failed');
});

describe('hosts', () => {
  test.each([
    ['localhost:4000', 200],
    ['blog.localhost', 200],
    ['127.0.0.1', 200],
    ['192.168.0.7:4000', 200],
    ['[::1]:4000', 200],
    ['LOCALHOST', 200],
    ['dev.example', 200],
    ['a.tunnel.example', 200],
    ['tunnel.example', 403],
    ['evil.example:4000', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.example/@localhost', 403],
    ['<script>', 403],
  ])('a request for %s is answered with %i', async (host, status) => {
    const server = await serve(folderOf(SITE), { allowedHosts: ['dev.example', '.tunnel.example'] });
    for (const path of ['/', '/a.css', '/__utterson/', '/__utterson/client.js']) {
      const reply = await ask(server, path, { Host: host });
      expect(reply.status).toBe(status);
      if (status === 403) expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
    }
  });

  test('* stands for any name', async () => {
    const server = await serve(folderOf(SITE), { allowedHosts: ['*'] });
    expect((await ask(server, '/', { Host: 'any.example' })).status).toBe(200);
  });
});

describe('headers', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/a.css', 'text/css; charset=utf-8'],
    ['/a.js', 'text/javascript; charset=utf-8'],
    ['/js/', 'application/json; charset=utf-8'],
    ['/feed.xml', 'application/xml'],
    ['/a.svg', 'image/svg+xml'],
    ['/a.woff2', 'font/woff2'],
    ['/CNAME', 'application/octet-stream'],
    ['/favicon.ico', 'image/x-icon'],
    ['/p', 'application/xhtml+xml'],
  ])('%s is %s', async (path, type) => {
    expect((await ask(await serve(folderOf(SITE)), path)).headers['content-type']).toBe(type);
  });

  test('nothing is cached, and webrick.headers are added', async () => {
    const server = await serve(folderOf(SITE), { headers: { 'X-Own': 'yes', 'Cache-Control': 'max-age=1' } });
    expect((await ask(server, '/a.css')).headers).toMatchObject({ 'x-own': 'yes', 'cache-control': 'max-age=1' });
    const plain = await serve(folderOf(SITE));
    for (const path of ['/', '/a.css', '/nope']) {
      expect((await ask(plain, path)).headers['cache-control']).toContain('no-store');
    }
  });

  test('the charset is that of the configuration', async () => {
    const latin1 = Buffer.from('<p>caf\xe9', 'latin1');
    const server = await serve(folderOf({ 'index.html': latin1 }), { charset: 'iso-8859-1' });
    const { body, headers } = await ask(server, '/');
    expect(headers['content-type']).toBe('text/html; charset=iso-8859-1');
    expect(body.startsWith('<p>caf\xe9<script')).toBe(true);
    // Pages of the server's own are not the site's.
    for (const path of ['/nope', '/__utterson/'])
      expect((await ask(server, path)).headers['content-type']).toBe('text/html; charset=utf-8');
  });
});

describe('the client script', () => {
  test.each([
    ['<!DOCTYPE html><html><head lang="en"><title>', /<head lang="en"><script async src="\/__utterson\/client.js"/],
    ['<!-- <head> --><head>', /<!-- <head> --><head><script/],
    ['<header>no head', /^<header>no head<script/],
    ['just text', /^just text<script/],
  ])('goes into %s', async (html, expected) => {
    const server = await serve(folderOf({ 'index.html': html }));
    expect((await ask(server, '/')).body).toMatch(expected);
  });

  test('without the flag is sent to browsers only', async () => {
    const server = await serve(folderOf(SITE), { liveReload: { minDelay: 1, maxDelay: 2, always: false } });
    expect((await ask(server, '/', { Accept: '*/*' })).body).toBe('<p>front');
    expect((await ask(server, '/', { Accept: 'text/html,*/*;q=0.8' })).body).toContain('data-delays="1 2"');
  });

  test('is also put into the 404 page and listings', async () => {
    const server = await serve(folderOf(SITE));
    expect((await ask(server, '/nope')).body).toContain('data-file=""');
    expect((await ask(server, '/empty/')).body).toContain('data-file="/empty/"');
  });
});

describe('live reload', () => {
  /** Everything that a connection receives until it has received `count` messages. */
  function hear(url: string, count: number, headers = {}): { ready: Promise<void>; messages: Promise<unknown[]> } {
    const socket = new WebSocket(url, { headers });
    const heard: unknown[] = [];
    const ready = new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const messages = new Promise<unknown[]>((resolve) => {
      socket.on('message', (data) => {
        heard.push(JSON.parse(String(data)));
        if (heard.length === count) resolve(heard);
      });
    });
    messages.then(() => socket.close());
    return { ready, messages };
  }

  const address = (server: RunningServer, path: string): string =>
    server.address.replace(/^http(.*?\d)\/?$/, `ws$1${path}`);

  test('pages are told of changes and problems, even if they connect late', async () => {
    const server = await serve(folderOf(SITE));
    const first = hear(address(server, '/__utterson/live'), 4);
    await first.ready;
    server.reload(['/tags/c#/index.html']);
    server.showProblems([{ title: 'T', message: 'M' }]);
    const late = hear(address(server, '/__utterson/live'), 2);
    await late.ready;
    server.showProblems([]);
    expect(await first.messages).toEqual([
      { kind: 'hello' },
      { kind: 'changed', paths: ['/tags/c%23/index.html'] },
      { kind: 'problems', problems: [{ title: 'T', message: 'M' }] },
      { kind: 'mended' },
    ]);
    expect((await late.messages)[1]).toEqual({ kind: 'problems', problems: [{ title: 'T', message: 'M' }] });
  });

  test('a build waits for an open page once in vain, and not again until the page answers', async () => {
    const server = await serve(folderOf(SITE));
    const socket = new WebSocket(address(server, '/__utterson/live'));
    await once(socket, 'open');
    const tell = (): void => socket.send(JSON.stringify({ kind: 'viewing', file: '/foo.html' }));
    const waits = async (): Promise<boolean> => {
      let hasWaited = false;
      setImmediate(() => {
        hasWaited = true;
      });
      await server.deliver(['/foo.html']);
      return hasWaited;
    };
    tell();
    await expect.poll(() => server.viewed()).toEqual(['/foo.html']);
    expect(await waits()).toBe(true);
    // A telephone that sleeps keeps its connection for many minutes.
    expect(await waits()).toBe(false);
    expect(server.viewed()).toEqual([]);
    tell();
    await expect.poll(() => server.viewed()).toEqual(['/foo.html']);
    socket.close();
  });

  test('--livereload-port speaks the LiveReload protocol of browser extensions', async () => {
    const server = await serve(folderOf(SITE), { liveReload: { minDelay: 1, maxDelay: 2, always: true, port: 0 } });
    const port = new URL(server.liveReloadAddress ?? '').port;
    expect(await (await fetch(`http://127.0.0.1:${port}/livereload.js`)).text()).toContain('WebSocket');
    const page = hear(`ws://127.0.0.1:${port}/livereload`, 2, { Origin: server.address });
    await page.ready;
    server.reload(['/a.css']);
    expect(await page.messages).toEqual([
      { command: 'hello', protocols: ['http://livereload.com/protocols/official-7'], serverName: 'utterson' },
      { command: 'reload', path: '/a.css', liveCSS: true },
    ]);
  });

  test.each([
    ['a page of another host', { Origin: 'https://evil.example' }],
    ['a page of another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page without an address', { Origin: 'null' }],
    ['a page whose name leads here', { Origin: 'http://evil.example', Host: 'evil.example' }],
    ['a program with a strange name for this server', { Host: 'evil.example' }],
    ['an extension, which knows another protocol', { Origin: 'chrome-extension://abc' }],
  ])('%s is rejected', async (_, headers) => {
    const server = await serve(folderOf(SITE));
    await expect(hear(address(server, '/__utterson/live'), 1, headers).ready).rejects.toThrow('403');
  });

  test.each([
    ['its own pages', (host: string) => ({ Origin: `http://${host}` })],
    ['a program', () => ({})],
    ['a page that a proxy asks for', () => ({ Origin: 'https://dev.example', 'X-Forwarded-Host': 'dev.example' })],
  ])('%s are accepted', async (_, headers) => {
    const server = await serve(folderOf(SITE));
    const page = hear(address(server, '/__utterson/live'), 1, headers(new URL(server.address).host));
    await page.ready;
    expect(await page.messages).toEqual([{ kind: 'hello' }]);
  });
});

test('a port in use is an error that says what to do', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const address = blocker.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const error = await startServer(optionsFor(folderOf({}), { port })).catch((reason: unknown) => reason);
  blocker.close();
  expect(error).toBeInstanceOf(UttersonError);
  expect(error).toMatchObject({ code: 'AddressInUse', hint: expect.stringContaining(`--port ${port + 1}`) });
});

test('a missing destination answers 404 until it exists', async () => {
  const root = join(folderOf({}), '_site');
  const server = await serve(root);
  expect((await ask(server, '/')).status).toBe(404);
  mkdirSync(root);
  expect((await ask(server, '/')).status).toBe(200);
});
