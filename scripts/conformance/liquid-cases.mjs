// Fills the case files of test/cases/liquid with what the reference makes of their templates. Needs the reference on RUBYLIB.
//   node scripts/conformance/liquid-cases.mjs FILE.json …
// A file is an array of cases: `template`, and as needed `data`, `mode`, `strict`, `print`; the script adds the rest.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ruby = spawn('ruby', ['-W0', join(import.meta.dirname, 'liquid-reference.rb')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: ruby.stdout })[Symbol.asyncIterator]();

for (const path of process.argv.slice(2)) {
  const cases = JSON.parse(readFileSync(path, 'utf8'));
  const filled = [];
  for (const { output: _, error: __, own: ___, warnings: ____, ...request } of cases) {
    ruby.stdin.write(`${JSON.stringify(request)}\n`);
    const { warnings = [], ...answer } = JSON.parse((await answers.next()).value);
    filled.push({ ...request, ...answer, ...(warnings.length > 0 ? { warnings } : {}) });
  }
  writeFileSync(path, `[\n${filled.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`);
}
ruby.stdin.end();
