// Runs files of tests with Vitest's runner and prints what failed: the side of scripts/wine/run.mjs that is under Wine.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startTests } from '@vitest/runner';
import { restoreAllMocks } from '@vitest/spy';

const PATIENCE = 120_000;
const filter = process.env.FILTER;
let ran = 0;
let failed = 0;

const addressOf = (path) => pathToFileURL(resolve(path)).href;
const nameOf = (task) => (task.suite === undefined ? task.name : `${nameOf(task.suite)} > ${task.name}`);

function report(name, errors = []) {
  failed++;
  console.log(`FAIL ${name}`);
  for (const { stack, message, diff = '' } of errors) console.log(`${stack ?? message}\n${diff}`);
}

const runner = {
  config: {
    root: process.cwd(),
    setupFiles: [addressOf('test/own-environment.ts')],
    name: '',
    passWithNoTests: true,
    testNamePattern: filter === undefined ? undefined : new RegExp(filter),
    allowOnly: true,
    sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
    chaiConfig: undefined,
    maxConcurrency: 1,
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
    tagsFilter: undefined,
    strictTags: false,
  },
  importFile: (path) => import(path.startsWith('file:') ? path : addressOf(path)),
  onAfterRunTask(task) {
    restoreAllMocks();
    ran++;
    if (task.result?.state === 'fail') report(nameOf(task), task.result.errors);
  },
};

for (const file of process.argv.slice(2)) {
  const before = { ran, failed };
  const [tests] = await startTests([resolve(file)], runner);
  if (tests.result?.errors !== undefined) report(file, tests.result.errors);
  console.log(`${file}: ${ran - before.ran} run, ${failed - before.failed} failed`);
}
// Whatever a test has left open must not keep the process.
process.exit(failed === 0 ? 0 : 1);
