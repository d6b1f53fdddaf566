#!/usr/bin/env node
import { answerSameCall } from './commands/last-call.ts';
import { processTerminal } from './commands/terminal.ts';
import { keepCompiledCode } from './util/compile-cache.ts';
import { delayOptimization } from './util/optimization-delay.ts';
import { VERSION } from './util/version.ts';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  process.stdout.write(`utterson ${VERSION}\n`);
} else {
  process.exitCode = answerSameCall(argv, processTerminal()) ?? (await runWhole(argv));
}

async function runWhole(words: readonly string[]): Promise<number> {
  delayOptimization();
  keepCompiledCode();
  const { runCommandLine } = await import('./commands/command-line.ts');
  return runCommandLine(words);
}
