import { UttersonError } from '../../errors.ts';
import { withoutVolume, withSlashes } from './paths.ts';

/** What no name on Windows contains. A colon would even be taken: the text would go into a hidden stream of another file. */
const FORBIDDEN = /[:*?"<>|]/;

/**
 * Rejects the path of a file that Windows could not hold. Its own message says that a folder is missing.
 *
 * @throws {UttersonError} `InvalidFileName`
 *
 * @example
 * requireFileName('C:/site/_site/a:b.html', 'win32') // throws
 */
export function requireFileName(path: string, platform: string = process.platform): void {
  if (platform !== 'win32') return;
  const [sign] = FORBIDDEN.exec(withoutVolume(withSlashes(path, platform))) ?? [];
  if (sign === undefined) return;
  throw new UttersonError('InvalidFileName', `${path} cannot be written: names on Windows have no ${sign}`, {
    hint: 'Give the page another title, category or permalink. On Linux and macOS it can be built as it is.',
  });
}
