import { isEnumerableKey } from './enumerable.ts';

/**
 * Whether a drop has a key: one of its own, one of its data, or a method of Enumerable.
 *
 * @example
 * hasKey(['label', 'docs'], new Map([['output', true]]), 'output') // true
 */
export function hasKey(own: readonly unknown[], data: ReadonlyMap<unknown, unknown>, key: unknown): boolean {
  return own.includes(key) || data.has(key) || isEnumerableKey(key);
}

/** A drop's keys, each once: its own, then those of its data. */
export function listKeys(own: readonly string[], data: ReadonlyMap<unknown, unknown>): readonly string[] {
  return [...new Set([...own, ...Array.from(data.keys(), String)])];
}
