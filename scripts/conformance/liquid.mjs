// Renders the templates of ../shared/conformance/liquid/cases.json and compares the results with those of Ruby's Liquid.
//   node scripts/conformance/liquid.mjs [--verbose] [PART OF A NAME]
import { loadLiquid } from './liquid-common.mjs';
import { readShared } from './shared.mjs';

const text = readShared('liquid', 'conformance', 'liquid', 'cases.json');
if (text === undefined) process.exit(0);

const isVerbose = process.argv.includes('--verbose');
const part = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const cases = JSON.parse(text).filter(({ name }) => name.includes(part));
const { createLiquid, readValue } = await loadLiquid();

/** Errors raised by Ruby itself, for which any clear error of ours counts. */
const isRubysOwn = (error) => !error.startsWith('Liquid::');

function render({ template, data }, compileAfter) {
  try {
    return {
      output: createLiquid({ compileAfter })
        .parseTemplate(template)
        .render(readValue(data ?? {})),
    };
  } catch (error) {
    return { error: error.message, kind: error.kind };
  }
}

function agrees(expected, actual) {
  if (expected.error === undefined) return actual.output === expected.output;
  if (actual.error === undefined) return false;
  return isRubysOwn(expected.error) || expected.error === `Liquid::${actual.kind}: ${actual.error}`;
}

let agreed = 0;
for (const expected of cases) {
  // Interpreted, and compiled.
  const [actual, compiled] = [Number.POSITIVE_INFINITY, 0].map((compileAfter) => render(expected, compileAfter));
  if (agrees(expected, actual) && agrees(expected, compiled)) {
    agreed++;
  } else if (isVerbose) {
    const { name, template, data } = expected;
    console.log(JSON.stringify({ name, template, data }));
    console.log(`  expected ${JSON.stringify(expected.error ?? expected.output)}`);
    console.log(`  actual   ${JSON.stringify(actual.error ?? actual.output)}`);
    console.log(`  compiled ${JSON.stringify(compiled.error ?? compiled.output)}`);
  }
}
console.log(`liquid: ${agreed} of ${cases.length} templates render as Ruby's Liquid renders them`);
process.exitCode = agreed === cases.length ? 0 : 1;
