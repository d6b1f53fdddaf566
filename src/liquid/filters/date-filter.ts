import { toDate } from '../../util/ruby-date-parse.ts';
import { strftime } from '../../util/strftime.ts';
import { argumentText, type FilterFunction } from '../filter.ts';

/** `date`: a time keeps its own offset; what cannot be read as a date, or an empty format, gives the input back. */
export const date: FilterFunction = (input, args, context) => {
  const format = argumentText(args, 0);
  if (format === '') return input;
  const moment = toDate(input, context.liquid.settings.clock);
  return moment === undefined ? input : strftime(moment, format);
};
