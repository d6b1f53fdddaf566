import { isTruthy, strip } from '../../../plugin/plugin.ts';

/** Texts without white space around them, and without what is empty, nil or false. */
export function withoutEmpty(list: readonly unknown[]): readonly unknown[] {
  return list
    .map((item) => (typeof item === 'string' ? strip(item) : item))
    .filter((item) => isTruthy(item) && item !== '');
}
