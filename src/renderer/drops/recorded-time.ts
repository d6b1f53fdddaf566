import type { ReadNotes } from '../../site/read-notes.ts';
import type { Time } from '../../util/time.ts';

/**
 * A time that tells which of its parts are read: `{{ site.time | date: '%Y' }}` in a footer depends on the year, not on
 * the second.
 *
 * @param name `time` for the site's, `clock` for the present: inputs are called `time:year`, `clock:second` …
 */
export function recordedTime(time: Time, name: string, reads: ReadNotes): Time {
  return new Proxy(time, {
    get(target, part, receiver) {
      if (typeof part === 'string' && Object.hasOwn(target, part)) reads.note(`${name}:${part}`);
      return Reflect.get(target, part, receiver);
    },
  });
}
