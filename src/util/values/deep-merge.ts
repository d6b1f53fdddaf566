/**
 * Merges two Maps into a new one: values of the second win, nested Maps are merged recursively, and a null in the second
 * does not overwrite anything. Jekyll merges configurations and front matter defaults this way.
 *
 * @example
 * deepMerge(new Map([['a', 1]]), new Map([['b', 2]])) // Map { 'a' => 1, 'b' => 2 }
 */
export function deepMerge<K>(base: ReadonlyMap<K, unknown>, over: ReadonlyMap<K, unknown>): Map<K, unknown> {
  const merged = new Map(base);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (value === null || value === undefined) {
      if (!merged.has(key)) merged.set(key, value);
    } else if (old instanceof Map && value instanceof Map) merged.set(key, deepMerge(old, value));
    else merged.set(key, value);
  }
  return merged;
}
