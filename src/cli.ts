#!/usr/bin/env node
import { keepCompiledCode } from './util/compile-cache.ts';
import { VERSION } from './util/version.ts';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  process.stdout.write(`utterson ${VERSION}\n`);
} else {
  keepCompiledCode();
  const { runCommandLine } = await import('./commands/command-line.ts');
  process.exitCode = await runCommandLine(argv);
}
