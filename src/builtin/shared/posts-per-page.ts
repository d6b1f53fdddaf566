import { UttersonError } from '../../plugin/plugin.ts';

/** The setting `paginate` as a number. */
export function readPerPage(value: unknown): number {
  const number = Number.parseInt(String(value), 10);
  if (number > 0) return number;
  throw new UttersonError('InvalidConfiguration', `paginate: ${String(value)} is not a valid number of posts per page`);
}
