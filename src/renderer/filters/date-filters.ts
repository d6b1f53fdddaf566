import { UttersonError } from '../../errors.ts';
import type { Context } from '../../liquid/context.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { CalendarDate } from '../../util/time/calendar-date.ts';
import { timeOfDate, toDate } from '../../util/time/ruby-date-parse.ts';
import { strftime } from '../../util/time/strftime.ts';
import type { Time } from '../../util/time/time.ts';
import { inspect, toText } from '../../util/values/inspect.ts';

/** The time in the site's zone that a filter's input stands for. */
function localTime(input: unknown, context: Context): Time {
  const { clock } = context.liquid.settings;
  const date = toDate(input, clock);
  if (date === undefined) {
    throw new UttersonError('InvalidDate', `Invalid Date: '${inspect(input)}' is not a valid datetime.`, {
      hint: 'The filter takes a date such as page.date, a text such as 2024-12-31 18:30, or "now".',
    });
  }
  return date instanceof CalendarDate ? timeOfDate(date, clock.zone) : clock.zone.local(date);
}

/** A filter on dates. Like Jekyll's, it returns an input that prints as nothing. */
function onDate(format: (time: Time, args: readonly unknown[]) => string): FilterFunction {
  return (input, args, context) => (toText(input) === '' ? input : format(localTime(input, context), args));
}

/** `date_to_string` and `date_to_long_string`: `15 Jun 2024`, `15th Jun 2024`, `Jun 15th, 2024`. */
function withMonth(month: string): FilterFunction {
  return onDate((time, [type, style]) => {
    if (type !== 'ordinal') return strftime(time, `%d ${month} %Y`);
    const day = `${time.day}${ordinalEnding(time.day)}`;
    return strftime(time, style === 'US' ? `${month} ${day}, %Y` : `${day} ${month} %Y`);
  });
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

export const dateToString = withMonth('%b');
export const dateToLongString = withMonth('%B');
export const dateToXmlSchema = onDate((time) => strftime(time, '%Y-%m-%dT%H:%M:%S%:z'));
export const dateToRfc822 = onDate((time) => strftime(time, '%a, %d %b %Y %T %z'));
