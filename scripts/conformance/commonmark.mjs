// Runs the examples of the CommonMark specification through the processor behind `markdown: CommonMark`.
//   node scripts/conformance/commonmark.mjs SPEC.TXT [--verbose]    spec.txt of github.com/commonmark/commonmark-spec
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { firstDifference, loadSource } from './kramdown-common.mjs';

const [path] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isVerbose = process.argv.includes('--verbose');
if (path === undefined) {
  console.error('Name the file spec.txt of github.com/commonmark/commonmark-spec.');
  process.exit(1);
}

const { CommonMarkProcessor } = await loadSource('converters/commonmark/commonmark-processor.ts');

/** The specification has no highlighter, so code is written as markdown-it does. */
function writePlainCode(parser) {
  const { fence, code_block } = new MarkdownIt('commonmark', { xhtmlOut: true }).renderer.rules;
  Object.assign(parser.renderer.rules, { fence, code_block });
}

const processor = new CommonMarkProcessor({ options: new Set(['UNSAFE']), extensions: new Set() }, writePlainCode);

/** The examples are between fences of 32 backticks: Markdown, a line with a dot, HTML. Arrows stand for tabs. */
const EXAMPLE = /^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm;
const examples = [...readFileSync(path, 'utf8').replaceAll('→', '\t').matchAll(EXAMPLE)];
const wrong = examples.flatMap(([, markdown, expected], index) => {
  const ours = processor.convert(markdown);
  return ours === expected ? [] : [{ number: index + 1, ours, expected }];
});
console.log(`CommonMark: ${examples.length - wrong.length} of ${examples.length} examples identical`);
if (isVerbose)
  for (const { number, ours, expected } of wrong) console.log(`${number}\n${firstDifference(ours, expected)}`);
process.exitCode = wrong.length === 0 && examples.length > 0 ? 0 : 1;
