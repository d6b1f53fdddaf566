// Compares our tokens with Rouge's on pieces of the source files of repositories, and on the fences of their texts.
//   RUBYLIB=… node scripts/conformance/highlight-snippets.mjs GITDIR…
// GITDIR is a folder with a Git repository's objects. At most 120 pieces of a language are compared; the count of each language is
// printed, then the first tokens that differ in each piece.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { compareTokens, loadHighlighter, showTokens, startRouge } from './highlight-common.mjs';

const MOST = 120;
const MOST_FILES = 25;
const MOST_PIECES = 6;
const LONGEST_FILE = 60_000;
const LONGEST_PIECE = 6_000;

const ENDINGS = new Map(
  `rb:ruby py:python js:javascript mjs:javascript ts:typescript sh:shell bash:shell yml:yaml yaml:yaml json:json html:html css:css
  scss:scss java:java kt:kotlin kts:kotlin swift:swift c:c h:c cc:cpp cpp:cpp hpp:cpp cs:csharp go:go rs:rust php:php sql:sql
  diff:diff patch:diff toml:toml ini:ini cfg:ini xml:xml md:markdown liquid:liquid jsx:jsx tsx:tsx vue:vue ex:elixir exs:elixir
  hs:haskell scala:scala sc:scala R:r pl:perl pm:perl t:perl lua:lua ps1:powershell psm1:powershell mk:make graphql:graphql
  tf:terraform conf:nginx erb:erb`
    .split(/\s+/)
    .map((pair) => pair.split(':')),
);
const IN_FENCES = new Set([...ENDINGS.values(), 'console', 'docker', 'groovy', 'gradle', 'http', 'plaintext']);

function languageOf(path) {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (base.startsWith('Dockerfile')) return 'docker';
  if (/^(?:GNU)?[Mm]akefile$/.test(base)) return 'make';
  return ENDINGS.get(base.slice(base.lastIndexOf('.') + 1));
}

/** The files of the newest commit, in the order of their hashes, so that the choice is the same in each run. */
function listFiles(git) {
  return git('ls-tree', '-r', '-l', '-z', 'HEAD')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [, , hash, size] = line.split(/\s+/);
      return { hash, size: Number(size), path: line.slice(line.indexOf('\t') + 1) };
    })
    .filter(
      ({ path, size }) => size > 20 && size < LONGEST_FILE && !/vendor\/|node_modules\/|\.min\.|\block\b/.test(path),
    )
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** Pieces of about 30 lines, cut at empty lines where there are any. */
function cut(text) {
  const lines = text.split('\n');
  const pieces = [];
  for (let at = 0; at < lines.length && pieces.length < MOST_PIECES; ) {
    let end = Math.min(lines.length, at + 25);
    while (end < lines.length && end < at + 40 && lines[end].trim() !== '') end++;
    pieces.push(`${lines.slice(at, end).join('\n')}\n`);
    at = end;
  }
  return pieces;
}

function collect(gitDirectory, names, add) {
  const git = (...words) =>
    execFileSync('git', ['--git-dir', gitDirectory, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const taken = new Map();
  for (const { hash, path } of listFiles(git)) {
    const tag = languageOf(path);
    const count = taken.get(tag) ?? 0;
    if (tag === undefined || count >= MOST_FILES) continue;
    taken.set(tag, count + 1);
    const text = git('cat-file', 'blob', hash).replaceAll('\r\n', '\n');
    if (/[\0\ufffd]/.test(text)) continue;
    for (const piece of cut(text)) add(tag, piece, path);
    if (tag !== 'markdown') continue;
    for (const [, name, code] of text.matchAll(/^```([\w+#.-]+)[^\n`]*\n([\s\S]*?)^```\s*$/gm)) {
      const inner = names.get(name);
      if (IN_FENCES.has(inner)) add(inner, code, path);
    }
  }
}

const { lex, LANGUAGES } = await loadHighlighter();
const names = new Map(LANGUAGES.flatMap(({ tag, aliases }) => [tag, ...aliases].map((name) => [name, tag])));
const pieces = new Map();
for (const gitDirectory of process.argv.slice(2)) {
  collect(gitDirectory, names, (tag, code, path) => {
    if (code.trim() === '' || code.length > LONGEST_PIECE) return;
    const hash = createHash('md5')
      .update(tag + code)
      .digest('hex');
    pieces.set(tag, (pieces.get(tag) ?? new Map()).set(hash, { code, path }));
  });
}
const reference = startRouge();
const differences = [];
for (const [tag, found] of [...pieces].sort()) {
  const chosen = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST);
  let same = 0;
  for (const [, { code, path }] of chosen) {
    const { tokens = [] } = await reference.ask({ language: tag, code });
    const actual = lex(code, tag).map(({ token, text }) => [token, text]);
    const { identical, first } = compareTokens(tokens, actual);
    if (identical) same++;
    else
      differences.push(
        `${tag} ${path}\n  expected ${showTokens(tokens, first)}\n  actual   ${showTokens(actual, first)}`,
      );
  }
  console.log(`${tag}: ${same} of ${chosen.length}`);
}
for (const difference of differences) console.log(difference);
reference.stop();
