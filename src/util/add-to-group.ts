/**
 * Appends a value to the list under a key, which begins with the first value.
 *
 * @example
 * const byTag = new Map<string, string[]>();
 * addToGroup(byTag, 'ruby', 'a.md'); // byTag is { ruby: ['a.md'] }
 */
export function addToGroup<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
