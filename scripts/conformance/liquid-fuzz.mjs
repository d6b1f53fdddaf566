// Renders generated templates with our Liquid and Ruby's Liquid 4.0.4, and shows where the two differ. Needs Ruby's Liquid on RUBYLIB.
//   node scripts/conformance/liquid-fuzz.mjs [--jekyll] [COUNT] [SEED] [FOLDER OF REAL TEMPLATES …]
//   node scripts/conformance/liquid-fuzz.mjs --mutate [COUNT] [SEED] FOLDER OF REAL TEMPLATES …
// With --mutate the templates are parts of the real ones, changed as hasty editing does, with Jekyll's filters and a value for most of the
// names in them; the tags of Jekyll and of plugins print nothing on both sides.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLiquid } from './liquid-common.mjs';
import { addJekyllFilters, makeData, makeTemplate } from './liquid-grammar.mjs';
import { makeScope } from './liquid-scope.mjs';
import { mutateText, readTexts, shortenText } from './mutate-text.mjs';
import { choicesFrom } from './random.mjs';
import { startReference } from './reference-process.mjs';

const isMutating = process.argv.includes('--mutate');
const isJekyll = isMutating || process.argv.includes('--jekyll');
const [count = '2000', seed = '1', ...folders] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
/** Tags that print nothing on both sides, and blocks that print what stands in them. */
const SILENT_TAGS = isMutating
  ? 'include include_relative include_cached link post_url seo feed_meta gist avatar octicon translate t'.split(' ')
  : [];
const BLOCKS = isMutating ? ['highlight'] : [];
if (isJekyll) addJekyllFilters();
/** Filters that convert need a site. */
const CONVERTING = /markdownify|smartify|s[ac]ssify/g;
const SHOWN = 40;
const { createLiquid, createJekyllLiquid, readValue } = await loadLiquid();
const snippets = isMutating ? [] : folders.flatMap(collectSnippets);
const texts = isMutating
  ? folders.flatMap((folder) => readTexts(folder, /\.(?:html|md|xml|liquid)$/)).filter(isTemplate)
  : [];
const reference = startReference(
  'liquid-reference.rb',
  ...(isJekyll ? ['--jekyll'] : []),
  ...SILENT_TAGS,
  ...BLOCKS.map((name) => `${name}:block`),
);

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
  return [...found].filter((piece) => !CONVERTING.test(piece));
}

function isTemplate(text) {
  return /\{[{%]/.test(text);
}

/** A template of real ones, changed, with a scope for it. */
function mutateTemplate(random) {
  const template = mutateText(random, texts).replaceAll(CONVERTING, 'strip');
  return { template, data: makeScope(random, template), mode: random.chance(0.2) ? 'strict' : 'warn' };
}

function makeRequest(random) {
  if (isMutating) return mutateTemplate(random);
  const mode = random.chance(0.1) ? 'strict' : random.chance(0.1) ? 'lax' : 'warn';
  return {
    template: makeTemplate(random, snippets),
    data: makeData(random),
    mode,
    strict: random.chance(0.05),
    print: random.chance(0.1),
  };
}

function createEngine(options) {
  const liquid = (isJekyll ? createJekyllLiquid : createLiquid)(options);
  for (const name of SILENT_TAGS) liquid.defineTag(name, () => ({ render: () => '' }));
  for (const name of BLOCKS) {
    liquid.defineTag(name, (tag) => {
      const body = tag.parseBody();
      return { render: (context) => body.render(context) };
    });
  }
  return liquid;
}

function render({ template, data, mode, strict, print }, compileAfter) {
  try {
    const parsed = createEngine({ errorMode: mode, compileAfter }).parseTemplate(template);
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

/** Asks Ruby, and returns what it answered where ours is another answer, interpreted or compiled. */
async function difference(request) {
  const expected = await reference.ask(request);
  const actual = [Number.POSITIVE_INFINITY, 0]
    .map((compileAfter) => render(request, compileAfter))
    .find((ours) => differs(expected, ours));
  return actual && { expected, actual };
}

let differences = 0;
for (let index = 0; index < Number(count); index++) {
  const request = makeRequest(choicesFrom(Number(seed) * 1_000_003 + index));
  if ((await difference(request)) === undefined) continue;
  differences++;
  if (differences > SHOWN) continue;
  const differsOn = async (template) => (await difference({ ...request, template })) !== undefined;
  const template = isMutating ? await shortenText(request.template, differsOn) : request.template;
  const shortened = { ...request, template };
  console.log(JSON.stringify({ ...shortened, ...(await difference(shortened)) }));
}
reference.stop();
console.log(
  `liquid: ${differences} of ${count} ${isMutating ? 'changed' : 'made-up'} templates differ from Ruby's Liquid`,
);
process.exitCode = differences === 0 ? 0 : 1;
