import { UttersonError } from '../errors.ts';
import { sanitizedPath } from '../util/files/paths.ts';
import { unescapePath } from './url.ts';

/**
 * The absolute path below the destination that an item's URL leads to. It is that of a folder if the URL ends with a slash.
 *
 * @throws {UttersonError} `InvalidPermalink` for a character that no path may have; Ruby raises an ArgumentError
 */
export function pathOfUrl(item: {
  readonly url: string;
  readonly relativePath: string;
  readonly site: { readonly destination: string };
}): string {
  const path = unescapePath(item.url);
  if (path.includes('\0')) {
    const message = `The URL of ${item.relativePath} contains the character U+0000, which no name of a file may have.`;
    throw new UttersonError('InvalidPermalink', message, {
      file: item.relativePath,
      hint: 'Remove it from the permalink, or from what the permalink is made of.',
    });
  }
  return sanitizedPath(item.site.destination, path);
}
