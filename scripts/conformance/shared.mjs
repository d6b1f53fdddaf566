// The data that are too large for the repository, or not ours to publish: Ruby's answers to many cases.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of these data: `UTTERSON_SHARED`, or `shared` beside the clone. */
export const shared = process.env.UTTERSON_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');

/** The text of one of the files; undefined, and a message that begins with `title`, if it is not there. */
export function readShared(title, ...names) {
  const path = join(shared, ...names);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.log(`${title}: ${path} is not there, nothing compared`);
  return undefined;
}
