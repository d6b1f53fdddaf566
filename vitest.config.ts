import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that replace modules, and so need a process of their own. */
const ALONE = ['test/build/work-count.test.ts', 'test/server/out-of-watches.test.ts'];

/** The slowest tests start first, so that the run does not end with one slow file. */
const LONGEST = /\/test\/(?:browser\/editing|browser|hostile|rebuild|probes|build\/followed|commands\/serve|package)/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification): number =>
      project.config.isolate ? 0 : LONGEST.test(moduleId) ? 1 : 2;
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    restoreMocks: true,
    // By default something expected later has to come within a second, which is too short on a busy machine.
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ['test/own-environment.ts'],
    // One more than there are cores, because tests wait for browsers and watchers. By default Vitest would leave a core idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Loading the whole program for each file took a quarter of the time of all tests. Files can share it, because the program keeps nothing
    // of one site that another could see.
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
