import type { watch } from 'chokidar';
import { expect, test, vi } from 'vitest';
import type { Change } from '../../src/server/change-queue.ts';
import { watchFolder } from '../../src/server/watcher.ts';
import { folderOf, writeInto } from './folder.ts';

/** chokidar on a system that has no more watches. */
vi.mock('chokidar', async (importOriginal) => {
  const real = await importOriginal<{ watch: typeof watch }>();
  const watchWithoutRoom: typeof watch = (paths, options) => {
    const watcher = real.watch(paths, options);
    if (options?.usePolling !== true) {
      const error = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      setImmediate(() => watcher.emit('error', error));
    }
    return watcher;
  };
  return { ...real, watch: watchWithoutRoom };
});

test('if the system allows no more watched files, changes are found by polling', async () => {
  const folder = folderOf({ 'a.md': 'a' });
  const notices: string[] = [];
  const seen: Change[] = [];
  const options = { folder, files: [], isIgnored: () => false, polling: false };
  const watcher = watchFolder({ ...options, notice: (message) => notices.push(message) }, async (changes) => {
    seen.push(...changes);
  });
  try {
    await watcher.ready;
    // There has to be an earlier look at the folder to compare with.
    const written = setInterval(() => writeInto(folder, `${Date.now()}.md`, 'b'), 500);
    await expect
      .poll(() => seen.length)
      .toBeGreaterThan(0)
      .finally(() => clearInterval(written));
    expect(notices).toEqual([expect.stringContaining('looking for changes every 300 ms')]);
  } finally {
    await watcher.close();
  }
});
