import { UttersonError } from '../../errors.ts';
import { toDate } from '../../util/time/ruby-date-parse.ts';
import { strftime } from '../../util/time/strftime.ts';
import { argumentText, type FilterFunction } from '../filter.ts';
import { LiquidError } from '../liquid-error.ts';

/** `date`: a time keeps its own offset; where the input is no date or the format is empty, the input is returned. */
export const date: FilterFunction = (input, args, context) => {
  const format = argumentText(args, 0);
  if (format === '') return input;
  const moment = toDate(input, context.liquid.settings.clock);
  if (moment === undefined) return input;
  try {
    return strftime(moment, format);
  } catch (error) {
    throw isArgumentError(error) ? new LiquidError('ArgumentError', error.message, error) : error;
  }
};

/** A format that ends inside a directive is Ruby's ArgumentError, which Liquid reports as one of its own. */
function isArgumentError(error: unknown): error is UttersonError {
  return error instanceof UttersonError && error.message.startsWith('invalid format');
}
