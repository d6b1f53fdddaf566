// Starts Ruby as a process that answers questions, for the tools that compare with it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts a script of this folder, which reads a request in JSON from each line and answers with one: `ask(request)` → its answer. */
export function startReference(script, ...words) {
  const ruby = spawn('ruby', ['-W0', join(import.meta.dirname, script), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = [];
  createInterface({ input: ruby.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  ruby.on('close', () => {
    for (const { request, reject } of waiting) {
      reject(new Error(`${script} stopped before it answered ${JSON.stringify(request)}`));
    }
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        ruby.stdin.write(`${JSON.stringify(request)}\n`);
      }),
    stop: () => ruby.stdin.end(),
  };
}
