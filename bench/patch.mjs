#!/usr/bin/env node
// Compares ways to update a page in a browser to its new source: our own code in src/server/client, which compares the old source,
// the new one and the page, and libraries, which compare the new source with the page. Prints which changes by readers and scripts
// each keeps, the time each takes for a page of 1 MB, and the size of each in bytes.
//
//   npm install --prefix /tmp/morph idiomorph morphdom micromorph
//   node bench/patch.mjs /tmp/morph
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const ROUNDS = 7;
const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const peers = resolve(process.argv[2] ?? top);
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/**
 * Each assigns `globalThis.patch(old, next)`, which takes two parsed sources and returns false if the page must be reloaded. All
 * that the libraries offer for keeping values, focus and opened details is turned on.
 */
const CANDIDATES = {
  utterson: `import { patchDocument } from '${top}/src/server/client/patch.ts';
    globalThis.patch = (old, next) => patchDocument(document, old, next);`,
  idiomorph: `import { Idiomorph } from 'idiomorph';
    globalThis.patch = (old, next) => { Idiomorph.morph(document.documentElement, next.documentElement, {
      ignoreActiveValue: true, restoreFocus: true, head: { style: 'merge' },
      callbacks: { beforeAttributeUpdated: (name, element) => !(name === 'open' && element.matches('details, dialog')) } }); };`,
  morphdom: `import morphdom from 'morphdom';
    globalThis.patch = (old, next) => { morphdom(document.documentElement, next.documentElement, {
      onBeforeElUpdated: (from, to) => {
        if (from.isEqualNode(to)) return false;
        if (from.matches('details, dialog') && from.hasAttribute('open')) to.setAttribute('open', '');
        if (from.matches('input, textarea, select')) to.value = from.value;
        return true;
      } }); };`,
  micromorph: `import micromorph from 'micromorph';
    globalThis.patch = (old, next) => micromorph(document, next);`,
};

/** The cases of our own browser test. */
async function readCases() {
  const { outputFiles } = await build({
    entryPoints: [`${top}/test/browser/kept-state.ts`],
    format: 'esm',
    write: false,
  });
  const { KEPT_STATE } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return KEPT_STATE;
}

async function bundle(source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: peers, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** A page of a megabyte, with a long list of articles. The new version differs in one paragraph and has another one. */
function largePage(isNew) {
  const articles = Array.from({ length: 2200 }, (_, index) => {
    const text =
      `Paragraph ${index} with <em>some</em> words, a <a href="/posts/${index}/">link</a> and <code>code</code>. `.repeat(
        3,
      );
    const extra = isNew && index === 1100 ? '<p>A new paragraph.</p>' : '';
    return `<article class="post"><h2>Post ${index}</h2><p>${isNew && index === 1100 ? 'Changed. ' : ''}${text}</p>${extra}<ul><li>one</li><li>two</li></ul></article>`;
  });
  return `<!DOCTYPE html><html><head><title>T</title></head><body><main>${articles.join('\n')}</main></body></html>`;
}

async function open(browser, html, script) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent(html);
  await page.addScriptTag({ content: script });
  return page;
}

const PATCH = `(([before, after]) => {
  const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
  const [old, next] = [parse(before), parse(after)];
  // Scripts that were added for the measurement are not part of the page.
  document.querySelectorAll('head script').forEach((script) => script.remove());
  const start = performance.now();
  const result = globalThis.patch(old, next);
  return Promise.resolve(result).then((done) => ({ isPatched: done !== false, milliseconds: performance.now() - start }));
})`;

async function keeps(browser, script, { before, after, act, isKept }) {
  const page = await open(browser, before, script);
  try {
    await page.evaluate(`(async () => { ${act.startsWith('new ') ? `await ${act}` : act} })()`);
    const { isPatched } = await page.evaluate(`${PATCH}(${JSON.stringify([before, after])})`);
    const isTaken = await page.evaluate('document.querySelector("h1").textContent === "Two"');
    return isPatched && isTaken && (await page.evaluate(`(async () => Boolean(await (${isKept})))()`));
  } catch {
    return false;
  } finally {
    await page.close();
  }
}

async function time(browser, script) {
  const times = [];
  const pages = [largePage(false), largePage(true)];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open(browser, pages[0], script);
    const { milliseconds } = await page.evaluate(`${PATCH}(${JSON.stringify(pages)})`);
    const isTaken = await page.evaluate('document.body.textContent.includes("A new paragraph.")');
    await page.close();
    if (!isTaken) return Number.NaN;
    times.push(milliseconds);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
});
const cases = await readCases();
const rows = [];
for (const [name, source] of Object.entries(CANDIDATES)) {
  if (name !== 'utterson' && !existsSync(join(peers, 'node_modules', name))) {
    console.log(`${name} is not installed in ${peers}: left out.`);
    continue;
  }
  const script = await bundle(source);
  const kept = [];
  for (const state of cases) kept.push(await keeps(browser, script, state));
  const version =
    name === 'utterson'
      ? ''
      : JSON.parse(readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8')).version;
  rows.push({
    name: `${name} ${version}`.trim(),
    bytes: script.length,
    gzip: gzipSync(script).length,
    milliseconds: await time(browser, script),
    kept,
  });
}
await browser.close();

const cell = (value, width = 18) => String(value).padStart(width);
console.log(`${' '.repeat(46)}${rows.map(({ name }) => cell(name)).join('')}`);
const line = (title, values) =>
  console.log(`${title.slice(0, 45).padEnd(46)}${values.map((value) => cell(value)).join('')}`);
line(
  'bytes, minified',
  rows.map(({ bytes }) => bytes),
);
line(
  'bytes, gzipped',
  rows.map(({ gzip }) => gzip),
);
line(
  'ms for a page of 1 MB',
  rows.map(({ milliseconds }) => milliseconds.toFixed(1)),
);
for (const [index, { name }] of cases.entries()) {
  line(
    name,
    rows.map(({ kept }) => (kept[index] ? 'kept' : 'LOST')),
  );
}
line(
  'kept',
  rows.map(({ kept }) => `${kept.filter(Boolean).length} of ${kept.length}`),
);
