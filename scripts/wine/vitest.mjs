// What the tests import as `vitest` under Wine (scripts/wine/run.mjs): Vitest's own runner, expectations and spies, without its
// server, part of which is a native program.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  ChaiStyleAssertions,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { restoreAllMocks, spyOn } from '@vitest/spy';
import * as chai from 'chai';

export { afterAll, afterEach, beforeAll, beforeEach, describe, onTestFinished, test } from '@vitest/runner';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers, ChaiStyleAssertions]) chai.use(plugin);

export const expect = (value, message) => chai.expect(value, message);

Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
  unreachable(message = 'unreachable') {
    throw new Error(message);
  },
  poll: (ask, { interval = 50, timeout = 60_000 } = {}) => pollThrough([], { ask, interval, timeout }),
});
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);
globalThis[GLOBAL_EXPECT] = expect;
chai.expect.extend(expect, customMatchers);

/** `expect.poll(ask).not.toBe(1)`: collects the names, and once the last one is called asks until the expectation holds. */
function pollThrough(names, poll) {
  return new Proxy(() => {}, {
    get: (_, name) => pollThrough([...names, name], poll),
    apply: (_, __, values) =>
      until(poll, (value) =>
        names
          .slice(0, -1)
          .reduce(pick, expect(value))
          [names.at(-1)](...values),
      ),
  });
}

const pick = (object, name) => object[name];

async function until({ ask, interval, timeout }, check) {
  for (const end = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, interval))) {
    try {
      return check(await ask());
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const missing = (name) => () => {
  throw new Error(`vi.${name} is missing under Wine`);
};

export const vi = {
  spyOn,
  restoreAllMocks,
  hoisted: (make) => make(),
  ...Object.fromEntries(
    ['mock', 'useFakeTimers', 'useRealTimers', 'setSystemTime', 'advanceTimersByTimeAsync'].map((name) => [
      name,
      missing(name),
    ]),
  ),
};
