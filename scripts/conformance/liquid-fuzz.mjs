// Renders generated templates with our Liquid and Ruby's Liquid 4.0.4, and shows where the two differ. Needs Ruby's Liquid on RUBYLIB.
//   node scripts/conformance/liquid-fuzz.mjs [--jekyll] [COUNT] [SEED] [FOLDER OF REAL TEMPLATES …]
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadLiquid } from './liquid-common.mjs';
import { addJekyllFilters, makeData, makeTemplate } from './liquid-grammar.mjs';
import { choicesFrom } from './random.mjs';

const isJekyll = process.argv.includes('--jekyll');
const [count = '2000', seed = '1', ...folders] = process.argv.slice(2).filter((argument) => argument !== '--jekyll');
if (isJekyll) addJekyllFilters();
const { createLiquid, createJekyllLiquid, readValue } = await loadLiquid();
const snippets = folders.flatMap(collectSnippets);
const ruby = spawn(
  'ruby',
  ['-W0', join(import.meta.dirname, 'liquid-reference.rb'), ...(isJekyll ? ['--jekyll'] : [])],
  {
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
const answers = createInterface({ input: ruby.stdout })[Symbol.asyncIterator]();

/** The outputs and single tags of real templates that are short enough to be combined with others. */
function collectSnippets(folder) {
  const found = new Set();
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!/\.(?:html|md|xml|liquid)$/.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [piece] of text.matchAll(/\{\{.{1,160}?\}\}|\{%-? *assign .{1,160}?%\}/g)) found.add(piece);
    for (const [, markup] of text.matchAll(/\{%-? *(?:if|elsif|unless) (.{1,120}?)-?%\}/g))
      found.add(`{% if ${markup}%}1{% else %}2{% endif %}`);
    for (const [, markup] of text.matchAll(/\{%-? *for (.{1,120}?)-?%\}/g))
      found.add(`{% for ${markup}%}{{ forloop.index }}{% endfor %}`);
  }
  // Filters that convert need a site.
  return [...found].filter((piece) => !/markdownify|smartify|s[ac]ssify/.test(piece));
}

function render({ template, data, mode, strict, print }, compileAfter) {
  try {
    const parsed = (isJekyll ? createJekyllLiquid : createLiquid)({ errorMode: mode, compileAfter }).parseTemplate(
      template,
    );
    const options = { strictVariables: strict, strictFilters: strict, printErrors: print };
    const output = parsed.render(readValue(data), options);
    return { output, warnings: parsed.warnings.map((warning) => warning.message) };
  } catch (error) {
    return {
      error: error.kind === undefined ? error.message : `Liquid::${error.kind}: ${error.message}`,
      stack: error.stack,
    };
  }
}

function differs(expected, actual) {
  if (expected.error === undefined) {
    if (actual.error !== undefined || expected.output !== actual.output) return true;
    return JSON.stringify(expected.warnings) !== JSON.stringify(actual.warnings);
  }
  return actual.error === undefined || (!expected.own && expected.error !== actual.error);
}

let differences = 0;
for (let index = 0; index < Number(count); index++) {
  const random = choicesFrom(Number(seed) * 1_000_003 + index);
  const mode = random.chance(0.1) ? 'strict' : random.chance(0.1) ? 'lax' : 'warn';
  const request = {
    template: makeTemplate(random, snippets),
    data: makeData(random),
    mode,
    strict: random.chance(0.05),
    print: random.chance(0.1),
  };
  ruby.stdin.write(`${JSON.stringify(request)}\n`);
  const answer = await answers.next();
  if (answer.done) throw new Error(`The reference stopped at ${JSON.stringify(request)}`);
  const expected = JSON.parse(answer.value);
  // Interpreted, and compiled.
  const actual = [Number.POSITIVE_INFINITY, 0]
    .map((compileAfter) => render(request, compileAfter))
    .find((answer) => differs(expected, answer));
  if (actual === undefined) continue;
  differences++;
  if (differences <= 40) console.log(JSON.stringify({ ...request, expected, actual }));
}
ruby.stdin.end();
console.log(`liquid: ${differences} of ${count} made-up templates differ from Ruby's Liquid`);
process.exitCode = differences === 0 ? 0 : 1;
