import { downcase } from '../util/values/ruby-case.ts';
import { isSpace } from './characters.ts';

/** The id of a link definition in the form in which ids are compared: lower case, single spaces. */
export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\n\v\f\r]+/g, ' '));
}

/** Whether an id is longer than `limit`, counting runs of white space as one; reads no further than necessary. */
export function isLongerThan(id: string, limit: number): boolean {
  let length = 0;
  for (let index = 0; index < id.length; index++) {
    if (!isSpace(id.charCodeAt(index)) || !isSpace(id.charCodeAt(index - 1))) length++;
    if (length > limit) return true;
  }
  return false;
}
