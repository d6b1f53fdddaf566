import { basename } from 'node:path';
import {
  compareWithReference,
  firstDifference,
  HIGHLIGHTED,
  hasReference,
  JEKYLL,
  loadKramdown,
  loadSource,
  readBodies,
} from './kramdown-common.mjs';
import { readShared } from './shared.mjs';

const isVerbose = process.argv.includes('--verbose');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const { toHtml, convert } = await loadKramdown();
const { highlightCode } = await loadSource('converters/highlight-code.ts');

/** The images of the emoji in the cases. */
const EMOJI = { smile: 'unicode/1f604.png', tada: 'unicode/1f389.png', sparkles: 'unicode/2728.png' };

/** Names a Ruby class as its formatter, which cannot work here. */
const NEEDS_RUBY = 'kramdown/block/06_codeblock/rouge/multiple';

function report(name, results) {
  const wrong = results.filter(({ ours, theirs }) => ours !== theirs);
  console.log(`kramdown: ${name}: ${results.length - wrong.length} of ${results.length} identical`);
  if (!isVerbose) return;
  for (const { id, ours, theirs } of wrong) console.log(`${id}\n${firstDifference(ours, theirs)}`);
}

function readCases(name) {
  const text = readShared('kramdown', 'conformance', 'kramdown', name);
  return text === undefined ? [] : JSON.parse(text);
}

/** Cases written by older versions of Rouge: in kramdown's, `</div>` is on a line of its own; in one of GFM's, a method name differs. */
const OLDER_ROUGE = {
  kramdown: (html) => html.replace('</code></pre></div>', '</code></pre>\n</div>'),
  gfm: (html) => html.replaceAll('<span class="nf">log', '<span class="nx">log'),
};

function convertCase({ name, input, options, text, html }, highlight) {
  const ours = toHtml(text, { ...options, input, highlight, emoji: (emoji) => EMOJI[emoji] });
  return { id: name, ours, theirs: html };
}

const testCases = readCases('testcases.json').filter(({ name }) => name !== NEEDS_RUBY);
const results = testCases.map((testCase) => convertCase(testCase, highlightCode));
report('test cases', results);
const older = testCases.filter((_, index) => results[index].ours !== results[index].theirs);
report(
  'the other test cases, with code as the Rouge of their expected texts writes it',
  older.map((testCase) => {
    const rewrite = OLDER_ROUGE[testCase.name.split('/')[0]];
    return convertCase(testCase, (...code) => rewrite(highlightCode(...code) ?? ''));
  }),
);

// For these Ruby's kramdown decides: its output with its current version of Rouge.
if (hasReference()) {
  const today = [];
  const documents = older.map(({ name, text, input, options }) => ({ id: name, text, options: { ...options, input } }));
  await compareWithReference(documents, ({ id }, { html, error }) => {
    today.push({ id, ours: results.find((result) => result.id === id).ours, theirs: html ?? error });
  });
  report('the other test cases, against kramdown with the Rouge that is installed', today);
}

report(
  'checklist',
  readCases('checklist.json').map(({ title, input, output }) => ({
    id: title,
    ours: toHtml(input, { ...HIGHLIGHTED, highlight: highlightCode }),
    theirs: output,
  })),
);

async function compareSite(folder) {
  const documents = readBodies(folder).map((body) => ({ ...body, options: JEKYLL }));
  const results = [];
  const warned = [];
  await compareWithReference(documents, ({ id, text, options }, { html, warnings, error }) => {
    const ours = convert(text, options);
    results.push({ id, ours: ours.html, theirs: html ?? error });
    warned.push({ id, ours: ours.warnings.join('\n'), theirs: (warnings ?? []).join('\n') });
  });
  report(`bodies of ${basename(folder)}`, results);
  if (warned.some(({ ours, theirs }) => ours !== theirs)) report(`warnings for ${basename(folder)}`, warned);
}

if (folders.length > 0 && !hasReference()) console.log('kramdown: no kramdown 2.5.2 on RUBYLIB, no bodies compared');
else for (const folder of folders) await compareSite(folder);
