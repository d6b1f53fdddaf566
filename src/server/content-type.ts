import { lookup } from 'mrmime';
import { baseName } from '../util/files/paths.ts';

/** Types outside `text/…` for which Jekyll's server names a charset as well. */
const TEXT_TYPES = new Set(['application/javascript', 'application/json', 'application/manifest+json']);

/**
 * The content type of a file, by its name, with the charset if it is text.
 *
 * @example
 * contentType('/css/main.css', 'utf-8') // 'text/css; charset=utf-8'
 * contentType('/CNAME', 'utf-8')        // 'application/octet-stream'
 */
export function contentType(name: string, charset: string): string {
  const type = typeOf(baseName(name));
  if (type === undefined) return 'application/octet-stream';
  return type.startsWith('text/') || TEXT_TYPES.has(type) ? `${type}; charset=${charset}` : type;
}

function typeOf(file: string): string | undefined {
  // A feed names its charset itself; with `text/xml`, that of the header would override it.
  if (/\.(?:xml|rdf)$/i.test(file)) return 'application/xml';
  if (/\.ico$/i.test(file)) return 'image/x-icon';
  return file.includes('.') ? lookup(file) : undefined;
}
