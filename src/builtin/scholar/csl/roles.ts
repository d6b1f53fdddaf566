import type { PersonName } from './variables.ts';

/** The people who have one role in a work, such as `editor`. */
export type Role = readonly [role: string, names: readonly PersonName[]];

/** People who are both editors and translators get one label for both. */
export function joinEditorsAndTranslators(roles: readonly Role[]): readonly Role[] {
  const [translators, editors] = ['translator', 'editor'].map((wanted) => roles.find(([role]) => role === wanted));
  if (translators === undefined || editors === undefined) return roles;
  if (JSON.stringify(translators[1]).toLowerCase() !== JSON.stringify(editors[1]).toLowerCase()) return roles;
  const first = roles.find((role) => role === translators || role === editors);
  return roles.flatMap((role): Role[] => {
    if (role === first) return [['editortranslator', role[1]]];
    return role === translators || role === editors ? [] : [role];
  });
}
