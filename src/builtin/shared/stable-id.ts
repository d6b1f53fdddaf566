import { createHash } from 'node:crypto';
import { type Context, dig, PAGE, toText } from '../../plugin/plugin.ts';

/** How many ids have been made in each text that is being rendered. */
const made = new WeakMap<Context, number>();

/**
 * An id in the form of a UUID for gems that make random ones. Here it follows from the page, the kind of the element and its
 * place in the text, so that a page without changes stays the same.
 */
export function stableId(kind: string, context: Context): string {
  const count = (made.get(context) ?? 0) + 1;
  made.set(context, count);
  const place = [toText(dig(context.register(PAGE), 'path')), kind, count].join('\n');
  const digits = createHash('sha1').update(place).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}
