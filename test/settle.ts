import { setTimeout } from 'node:timers/promises';
import { SETTLED_AFTER } from '../src/util/files/tree.ts';

/** Waits until the files just written are trusted by their times, as they are not if a build begins right after a change. */
export const settle = (): Promise<void> => setTimeout(SETTLED_AFTER + 50);
