import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These put modules of their own in place of some, which no other test may be given. */
const ALONE = ['test/build/work-count.test.ts', 'test/server/out-of-watches.test.ts'];

/** What takes longest is begun first, so that at the end nobody waits for one long file. */
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
    // One more than there are cores, as browsers and watchers are waited for; Vitest would leave one core idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // To load the whole program anew for each file took a quarter of the time of all tests; the program itself keeps nothing that one site
    // could see of another.
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
