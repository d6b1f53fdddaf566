import { UttersonError } from '../../plugin/plugin.ts';

const ESCAPED = '%[0-9A-Fa-f]{2}';
const SIGNS = "A-Za-z0-9\\-._~!$&'()*+,;=";
const SEGMENT = `(?:${ESCAPED}|[${SIGNS}:@])*`;
const FIRST_SEGMENT = `(?:${ESCAPED}|[${SIGNS}@])*`;
const HOST = `(?:\\[[0-9A-Fa-f:.]+\\]|(?:${ESCAPED}|[${SIGNS}])*)`;
const AUTHORITY = `(//(?:(?:${ESCAPED}|[${SIGNS}:])*@)?${HOST})(?::([0-9]*))?(?=[/?#]|$)`;
const PATH = `${SEGMENT}(?:/${SEGMENT})*`;
const RELATIVE_PATH = `(?:/|${FIRST_SEGMENT}(?![^/?#]))(?:${PATH})`;
const END = `(?:\\?([\\0-"$-\\x7f]*))?(#(?:${ESCAPED}|[${SIGNS}:@/?])*)?$`;
const ADDRESS = new RegExp(
  `^(?:([A-Za-z][A-Za-z0-9+\\-.]*):)?(?:${AUTHORITY}((?:/${SEGMENT})*)|(?!//)(${PATH}))${END}`,
);
const RELATIVE = new RegExp(`^(?://|${RELATIVE_PATH}(?:[?#]|$))`);
/** What Ruby escapes in parameters, other than percent signs before two digits. */
const QUERY_ESCAPED = /[^!$-&(-;=?-_a-~]/g;
const PORTS: ReadonlyMap<string, number> = new Map([
  ['ftp', 21],
  ['http', 80],
  ['https', 443],
  ['ldap', 389],
  ['ldaps', 636],
  ['ws', 80],
  ['wss', 443],
]);

/**
 * An address as Ruby's `URI` writes it, with other parameters if some are given.
 *
 * @throws {UttersonError} if it has a character that has to be escaped, where Ruby fails too
 */
export function writeAddress(address: string, query = ''): string {
  const match = ADDRESS.exec(address);
  const [, scheme, authority = '', port = '', hostPath, path = '', ownQuery, fragment = ''] = match ?? [];
  if (match === null || (scheme === undefined && !RELATIVE.test(address))) throw invalid(address, 'is not URI?');
  if (query !== '' && scheme !== undefined && hostPath === undefined && !path.startsWith('/')) {
    throw invalid(address, 'no parameters can be added');
  }
  const parameters = query === '' && ownQuery !== undefined ? escapeQuery(ownQuery, address) : query || undefined;
  const isUsualPort = port === '' || PORTS.get(scheme?.toLowerCase() ?? '') === Number(port);
  const head = scheme === undefined ? '' : `${scheme.toLowerCase()}:`;
  return `${head}${authority}${isUsualPort ? '' : `:${Number(port)}`}${hostPath ?? path}${parameters === undefined ? '' : `?${parameters}`}${fragment}`;
}

function escapeQuery(query: string, address: string): string {
  if (/%[^0-9A-Fa-f]{2}/.test(query)) throw invalid(address, 'invalid percent escape');
  return query
    .replace(/[\t\r\n]/g, '')
    .replace(QUERY_ESCAPED, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function invalid(address: string, reason: string): UttersonError {
  return new UttersonError('InvalidURIError', `bad URI (${reason}): ${address}`, {
    hint: 'In the address of a sound or film only letters, digits and some signs of ASCII may stand as they are; write all others as in %C3%A9.',
  });
}
