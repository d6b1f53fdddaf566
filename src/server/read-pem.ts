import { readFileSync } from 'node:fs';
import { UttersonError } from '../errors.ts';

/**
 * Reads a certificate or a key as PEM text.
 *
 * @param flag the flag that names the file, for the error
 * @throws {UttersonError} `UnreadableCertificate`
 *
 * @example
 * readPem('/site/ssl/key.pem', '--ssl-key')
 */
export function readPem(path: string, flag: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UttersonError('UnreadableCertificate', `${flag} names a file that cannot be read: ${path}`, {
      hint: 'The path is relative to the source folder.',
      cause,
    });
  }
}
