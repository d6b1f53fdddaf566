const RANKS = { lowest: -100, low: -10, normal: 0, high: 10, highest: 100 };

/** When a generator or converter runs among its kind: the highest first. */
export type Priority = keyof typeof RANKS;

export const PRIORITIES: readonly string[] = Object.keys(RANKS);

/** Sorts by priority, the highest first. Equals keep their order. */
export function byPriority<T extends { readonly priority?: Priority }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => RANKS[b.priority ?? 'normal'] - RANKS[a.priority ?? 'normal']);
}
