import type { Time } from '../util/time/time.ts';
import type { ReadNotes } from './read-notes.ts';

/**
 * A time that notes which of its parts are read: `{{ site.time | date: '%Y' }}` in a footer depends on the year, not on
 * the second.
 *
 * @param current returns the time: a site that is kept from build to build has another one in each
 * @param name `time` for the site's time, `clock` for the present: the inputs are `time:year`, `clock:second` …
 */
export function recordedTime(current: () => Time, name: string, reads: ReadNotes): Time {
  return new Proxy(current(), {
    get(_, part, receiver) {
      const time = current();
      if (typeof part === 'string' && Object.hasOwn(time, part)) reads.note(`${name}:${part}`);
      return Reflect.get(time, part, receiver);
    },
  });
}
