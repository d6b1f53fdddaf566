import { downcase } from '../util/ruby-case.ts';
import { isSpace } from './characters.ts';

/** The name of a link definition as it is looked up: in lower case, with single spaces. */
export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\n\v\f\r]+/g, ' '));
}

/** Whether a name has more characters than `limit`, runs of spaces taken for one; looks no further than it must. */
export function isLongerThan(id: string, limit: number): boolean {
  let length = 0;
  for (let index = 0; index < id.length; index++) {
    if (!isSpace(id.charCodeAt(index)) || !isSpace(id.charCodeAt(index - 1))) length++;
    if (length > limit) return true;
  }
  return false;
}
