#!/usr/bin/env node
// First: what comes after it may ask an old version of Node for what it does not have.
import './commands/command-line/required-node.ts';
import { createRequire } from 'node:module';
import { guardEnd } from './commands/command-line/guard-end.ts';
import { type Answer, answerSameCall } from './commands/command-line/last-call.ts';
import { outliveReaders, processTerminal } from './commands/command-line/terminal.ts';
import { requireCompiled, requireOwnCompiled } from './util/program/compiled-code.ts';
import { packageFile } from './util/program/package-file.ts';
import { setUpV8 } from './util/program/v8-settings.ts';
import { VERSION } from './util/program/version.ts';

/** The part of the compiled program that is called here. */
interface Program {
  readonly 'command-line': typeof import('./commands/command-line/command-line.ts');
}

/** The commands that build a site, with their aliases. */
const BUILDING = /^(?:b|build|s|serve|server)$/;

outliveReaders();
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  process.stdout.write(`utterson ${VERSION}\n`);
} else if (!isFolderThere()) {
  process.stderr.write('\n  ✖ Missing folder\n\n    The folder in which this was started no longer exists.\n\n');
  process.exitCode = 1;
} else {
  const terminal = processTerminal();
  const { status, last } = answerSameCall(argv, terminal);
  const end = guardEnd(terminal);
  // Not awaited: Node would print this line where a plugin keeps it waiting for ever.
  if (status === undefined) runWhole(argv, last).then(end);
  else end(status);
}

/** A shell may be in a folder that has been removed; everything below needs the current folder. */
function isFolderThere(): boolean {
  try {
    return process.cwd() !== '';
  } catch {
    return false;
  }
}

async function runWhole(words: readonly string[], last: Answer['last']): Promise<number> {
  setUpV8();
  const program = requireOwnCompiled('program.cjs');
  // liquidjs is a fifth of the size of the program, and every process would otherwise compile it anew.
  const liquidjs = requireCompiled(createRequire(import.meta.url).resolve('liquidjs'), packageFile('dist', 'compiled'));
  const status = await (program.exports as Program)['command-line'].runCommandLine(words, last);
  // Other commands compile too little of the program for the result to be worth saving.
  if (BUILDING.test(words[0] ?? '')) for (const code of [program, liquidjs]) code.save();
  return status;
}
