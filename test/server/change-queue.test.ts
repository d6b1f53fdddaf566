import { afterEach, expect, test, vi } from 'vitest';
import { type Change, createChangeQueue } from '../../src/server/change-queue.ts';

const never = () => false;
const OPTIONS = { quiet: (changes: number) => 10 + changes, patience: () => 1000, isHeld: never, isUnsettled: never };
const changed = (path: string): Change => ({ kind: 'changed', path });

afterEach(() => vi.useRealTimers());

/** A queue that records its batches, with a clock that the test controls. */
function queueWithBatches(options = OPTIONS) {
  vi.useFakeTimers();
  const batches: string[][] = [];
  const queue = createChangeQueue(options, async (changes) => {
    batches.push(changes.map(({ path }) => path));
  });
  return { queue, batches };
}

test('the more has changed, the longer a pause may be', async () => {
  const { queue, batches } = queueWithBatches();
  for (let index = 0; index < 100; index++) queue.add(changed(`${index}`));
  await vi.advanceTimersByTimeAsync(100);
  queue.add(changed('late'));
  await vi.advanceTimersByTimeAsync(200);
  expect(batches.map(({ length }) => length)).toEqual([101]);
  queue.add(changed('alone'));
  await vi.advanceTimersByTimeAsync(12);
  expect(batches).toHaveLength(2);
});

test('a timer that fires late lets through the changes that waited for it', async () => {
  const { queue, batches } = queueWithBatches();
  queue.add(changed('first'));
  vi.setSystemTime(Date.now() + 400);
  await vi.advanceTimersByTimeAsync(11);
  expect(batches).toEqual([]);
  queue.add(changed('second'));
  await vi.advanceTimersByTimeAsync(15);
  expect(batches).toEqual([['first', 'second']]);
});

test('a file that comes and goes at once, as those of editors do, leads to no batch', async () => {
  const { queue, batches } = queueWithBatches();
  queue.add({ kind: 'added', path: 'a~' });
  queue.add({ kind: 'removed', path: 'a~' });
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([]);
});

test('the waiting ends, however much keeps changing', async () => {
  const { queue, batches } = queueWithBatches();
  const keepChanging = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 5) {
      queue.add(changed('a'));
      await vi.advanceTimersByTimeAsync(5);
    }
  };
  await keepChanging(950);
  expect(batches).toEqual([]);
  await keepChanging(100);
  expect(batches).toEqual([['a']]);
});

test('while somebody is still working on the files the batch is not closed; the waiting starts when they finish', async () => {
  let isHeld = true;
  const { queue, batches } = queueWithBatches({ ...OPTIONS, isHeld: () => isHeld });
  for (let index = 0; index < 30; index++) {
    queue.add(changed(`${index}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(batches).toEqual([]);
  isHeld = false;
  queue.add(changed('last'));
  await vi.advanceTimersByTimeAsync(100);
  expect(batches.map(({ length }) => length)).toEqual([31]);
});

test('changes during a run form the next batch', async () => {
  vi.useFakeTimers();
  const batches: string[][] = [];
  let end = (): void => {};
  const queue = createChangeQueue(OPTIONS, (changes) => {
    batches.push(changes.map(({ path }) => path));
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  queue.add(changed('a'));
  await vi.advanceTimersByTimeAsync(20);
  queue.add(changed('b'));
  await vi.advanceTimersByTimeAsync(100);
  expect(batches).toEqual([['a']]);
  end();
  await vi.advanceTimersByTimeAsync(20);
  expect(batches).toEqual([['a'], ['b']]);
  end();
  queue.close();
});
