export const PRIORITIES = ['lowest', 'low', 'normal', 'high', 'highest'] as const;

/** When a plugin has its turn among its kind. */
export type Priority = (typeof PRIORITIES)[number];

const RANKS: Readonly<Record<Priority, number>> = { lowest: -100, low: -10, normal: 0, high: 10, highest: 100 };

/** Higher priorities first; among equals the order stays. */
export function byPriority<T extends { readonly priority?: Priority }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => RANKS[b.priority ?? 'normal'] - RANKS[a.priority ?? 'normal']);
}
