import { UttersonError } from '../errors.ts';
import { decodeUtf8 } from './encoding.ts';
import { percentEncode } from './percent-encode.ts';
import { hostToAscii } from './punycode.ts';
import { downcase } from './values/ruby-case.ts';
import { isAscii, strip } from './values/ruby-text.ts';

/** The parts of a URI (RFC 3986): missing parts are undefined, but the path is always there and may be empty. */
interface Uri {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

const UNRESERVED = String.raw`a-zA-Z0-9\-._~`;
const SUB_DELIMITERS = "!$&'()*+,;=";
const PATH_SEGMENT = `${UNRESERVED}${SUB_DELIMITERS}:@`;

const outside = (characters: string): RegExp => new RegExp(`[^${characters}]`, 'gu');

/** For each part, the characters that are percent-encoded in it. */
const ENCODED = {
  any: outside(String.raw`${UNRESERVED}${SUB_DELIMITERS}:/?#\[\]@`),
  scheme: outside(String.raw`a-zA-Z0-9\-+.`),
  authority: outside(String.raw`${PATH_SEGMENT}\[\]`),
  host: outside(String.raw`${UNRESERVED}${SUB_DELIMITERS}\[:\]`),
  user: outside(UNRESERVED),
  segment: outside(PATH_SEGMENT),
  path: outside(`${PATH_SEGMENT}/`),
  query: outside(`${PATH_SEGMENT}/?`),
} as const;
const NORMALIZED_QUERY = /[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)/gu;

const PORTS: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ftp', '21'],
  ['tftp', '69'],
  ['sftp', '22'],
  ['ssh', '22'],
  ['svn+ssh', '22'],
  ['telnet', '23'],
  ['nntp', '119'],
  ['gopher', '70'],
  ['wais', '210'],
  ['ldap', '389'],
  ['prospero', '1525'],
]);
const ROOTED_SCHEMES = new Set(['http', 'https', 'ftp', 'tftp']);

class InvalidUriError extends UttersonError {
  constructor(message: string) {
    super('InvalidUri', message);
  }
}

const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^\n]*))?/;

/**
 * Parses a URI as Ruby's Addressable does, which rejects what it could not assemble again.
 *
 * @throws {UttersonError} `InvalidUri`
 * @example
 * parseUri('https://a.b/c?d').path // '/c'
 */
function parseUri(text: string): Uri {
  const match = PARTS.exec(text);
  const [, scheme, authority, path = '', query, fragment] = match ?? [];
  if (scheme !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(scheme)) {
    throw new InvalidUriError(`Invalid scheme format: '${scheme}'`);
  }
  const uri: Uri = { scheme, authority, path, query, fragment };
  checkUri(uri, text);
  return uri;
}

function checkUri(uri: Uri, text: string): void {
  const { scheme, authority, path } = uri;
  checkPath(uri);
  if (authority === undefined) {
    if (path.startsWith('//')) {
      throw new InvalidUriError(`Cannot have a path with two leading slashes without an authority set: '${text}'`);
    }
    if (scheme !== undefined && PORTS.has(scheme.toLowerCase()) && path === '') {
      throw new InvalidUriError(`Absolute URI missing hierarchical segment: '${text}'`);
    }
    return;
  }
  const { host, port } = splitAuthority(authority);
  if (port !== undefined && !/^\d*$/.test(port)) throw new InvalidUriError(`Invalid port number: "${port}"`);
  if (/[<>{}/\\?#@"\s]/u.test(host)) throw new InvalidUriError(`Invalid character in host: '${host}'`);
  const isIpBased = scheme !== undefined && PORTS.has(scheme.toLowerCase());
  if (isIpBased && host === '' && path === '') {
    throw new InvalidUriError(`Absolute URI missing hierarchical segment: '${text}'`);
  }
}

function splitAuthority(authority: string): { user: string | undefined; host: string; port: string | undefined } {
  const user = /^([^[\]]*)@/.exec(authority)?.[1];
  const rest = user === undefined ? authority : authority.slice(user.length + 1);
  const port = /:([^:@[\]]*)$/.exec(rest)?.[1];
  return { user, host: port === undefined ? rest : rest.slice(0, -port.length - 1), port };
}

/** A path that would be read as a scheme if the URI were assembled again. */
const AMBIGUOUS_PATH = /^(?!\/)[^/:]*:.*$/m;

function checkPath({ scheme, path }: Uri): void {
  if (scheme === undefined && AMBIGUOUS_PATH.test(path)) {
    throw new InvalidUriError(`Cannot assemble URI string with ambiguous path: '${path}'`);
  }
}

function printUri({ scheme, authority, path, query, fragment }: Uri): string {
  const head = `${scheme === undefined ? '' : `${scheme}:`}${authority === undefined ? '' : `//${authority}`}`;
  return `${head}${path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Whether a URI has a scheme, as `https://a.b` and `mailto:a` do. */
export function isAbsoluteUri(text: string): boolean {
  if (!text.includes(':') && !text.startsWith('//')) return false;
  return parseUri(text).scheme !== undefined;
}

/** Percent-encodes the characters that are not allowed in `part`, percent signs included. */
function encodeComponent(text: string, part: keyof typeof ENCODED = 'any'): string {
  return text.replace(ENCODED[part], percentEncode);
}

/**
 * Percent-encodes each part of a URI: `Addressable::URI.encode`.
 *
 * @throws {UttersonError} `InvalidUri`
 * @example
 * encodeUri('/a b%20') // '/a%20b%2520'
 */
export function encodeUri(text: string): string {
  const { scheme, authority, path, query, fragment } = parseUri(text);
  const encoded = {
    scheme,
    authority: authority === undefined ? undefined : encodeComponent(authority.replace(/:$/, ''), 'authority'),
    path: encodeComponent(path, 'path'),
    query: query === undefined ? undefined : encodeComponent(query, 'query'),
    fragment: fragment === undefined ? undefined : encodeComponent(fragment, 'query'),
  };
  checkPath(encoded);
  return printUri(encoded);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const OCTETS = /(?:%[0-9a-fA-F]{2})+/g;

/** Decodes percent-encoded bytes; undefined if they are not UTF-8. */
function decodeOctets(octets: string): string | undefined {
  try {
    return decoder.decode(Buffer.from(octets.replaceAll('%', ''), 'hex'));
  } catch {
    return undefined;
  }
}

/** Decodes percent-encoded characters; bytes that are not UTF-8 stay encoded. */
function decodeUri(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(OCTETS, (octets) => decodeOctets(octets) ?? octets);
}

/** Decodes percent-encoded bytes, even those that are not UTF-8, which are kept as `decodeUtf8` keeps them. */
export function decodeUriOctets(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(OCTETS, (octets) => decodeUtf8(Buffer.from(octets.replaceAll('%', ''), 'hex')));
}

/** Unicode's form of normalised URIs: NFC since Addressable 2.8.2, which keeps full-width signs and ligatures, and NFKC before. */
export type UnicodeForm = 'NFC' | 'NFKC';

/**
 * What Addressable's own tables of NFKC leave as it is, which are older than Unicode 3.1: the characters up to U+2FFFF for which
 * `Addressable::URI.normalize_component` 2.8.1 and `String.normalize` differ. U+F951, which both change, but otherwise, is not among them.
 */
const KEPT_BY_OLD_TABLES = String.raw`\u03f4\u03f5\u03f9\u10fc\u1d2c-\u1dbf\u2047\u2057\u205f\u2071\u2090-\u209c\u213b-\u2140\u2145-\u2152\u2189\u2a0c\u2a74-\u2a76\u2adc\u2c7c-\u2d6f\u309f\u30ff\u321d\u321e\u3244-\u325f\u327c-\u327e\u32b1-\u32bf\u32cc-\u32cf\u32ff\u3377-\u337a\u33de\u33df\u33ff\ua69c-\uab69\ufa2e-\ufad9\ufb1d\ufdfc\ufe10-\ufe19\ufe47\ufe48\uff5f\uff60\u{10000}-\u{10ffff}`;
const CHANGED_BY_OLD_TABLES = new RegExp(`[^${KEPT_BY_OLD_TABLES}]+`, 'gu');

function normalizeText(text: string, form: UnicodeForm): string {
  if (isAscii(text)) return text;
  return form === 'NFC' ? text.normalize('NFC') : text.replace(CHANGED_BY_OLD_TABLES, (run) => run.normalize('NFKC'));
}

/**
 * Decodes a part and encodes it again: `Addressable::URI.normalize_component`.
 *
 * @param encoded the characters to encode
 * @param kept one character that stays encoded where it was
 * @example
 * normalizeComponent('a b%2fc', 'NFC') // 'a%20b/c'
 */
export function normalizeComponent(text: string, form: UnicodeForm, encoded: RegExp = ENCODED.any, kept = ''): string {
  if (!text.includes('%')) return normalizeText(text, form).replace(encoded, percentEncode);
  const decode = (octets: string): string => (kept === '' ? decodeOctets(octets) : keepOctets(octets, kept)) ?? octets;
  const decoded = text.replace(OCTETS, decode);
  const isUtf8 = kept !== '' || (text.match(OCTETS) ?? []).every((octets) => decodeOctets(octets) !== undefined);
  return isUtf8 ? normalizeText(decoded, form).replace(encoded, percentEncode) : encodeRaw(text);
}

/** Where bytes are not UTF-8, Addressable encodes the part by the rules of a whole URI. */
function encodeRaw(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+|[^%]+|%/g, (run) =>
    run.length > 2 && run.startsWith('%') ? normalizeOctets(run) : encodeComponent(run),
  );
}

/** Decodes bytes except for one character, which stays encoded. */
function keepOctets(octets: string, kept: string): string {
  const sign = percentEncode(kept).toLowerCase();
  const runs = octets.split(new RegExp(`(${sign})`, 'i'));
  return runs.map((run) => (run.toLowerCase() === sign ? run.toUpperCase() : (decodeOctets(run) ?? run))).join('');
}

function normalizeOctets(octets: string): string {
  return octets.replace(/%[0-9a-fA-F]{2}/g, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
    return /[a-zA-Z0-9\-._~!$&'()*+,;=:/?#[\]@]/.test(character) ? character : octet.toUpperCase();
  });
}

/** URIs already in normal form, which most of a site's are. */
const NORMAL =
  /^(?:https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*)?\/(?:[a-zA-Z0-9\-_~!$&'()*+,;=@][a-zA-Z0-9\-._~!$&'()*+,;=@]*(?:\/|$))*$/;

/**
 * Normalises a URI as Addressable does: case, default ports, dots, percent-encoding, and the form of Unicode.
 *
 * @throws {UttersonError} `InvalidUri`
 * @example
 * normalizeUri('HTTPS://Example.COM:443/a/../b c') // 'https://example.com/b%20c'
 */
export function normalizeUri(text: string, form: UnicodeForm = 'NFKC'): string {
  if (NORMAL.test(text)) return text;
  const uri = parseUri(text);
  const scheme =
    uri.scheme === undefined ? undefined : normalizeComponent(strip(uri.scheme).toLowerCase(), form, ENCODED.scheme);
  const authority = uri.authority === undefined ? undefined : normalizeAuthority(uri.authority, scheme, form);
  const path = normalizePath(uri.path, scheme, form);
  const query = normalizeQuery(uri.query, form);
  const fragment = uri.fragment === undefined ? undefined : normalizeComponent(uri.fragment, form, ENCODED.query);
  const normal = { scheme, authority, path, query, fragment: fragment === '' ? undefined : fragment };
  checkUri(normal, path);
  return printUri(normal);
}

function normalizeQuery(query: string | undefined, form: UnicodeForm): string | undefined {
  if (query === undefined) return undefined;
  const pairs = query.split('&').map((pair) => normalizeComponent(pair, form, NORMALIZED_QUERY, '+'));
  const text = pairs.join('&');
  return text === '' ? undefined : text;
}

function normalizeAuthority(authority: string, scheme: string | undefined, form: UnicodeForm): string {
  const { user, host, port } = splitAuthority(authority);
  const name = hostToAscii(decodeUri(downcase(strip(host)))).replace(/([^.])\.$/, '$1');
  const shownPort = port === undefined || port === '' || Number(port) === 0 ? undefined : String(Number(port));
  const isDefault = scheme !== undefined && PORTS.get(scheme) === shownPort;
  const login = user === undefined ? '' : normalizeUser(user, scheme, form);
  return `${login}${normalizeComponent(name, form, ENCODED.host)}${shownPort === undefined || isDefault ? '' : `:${shownPort}`}`;
}

function normalizeUser(user: string, scheme: string | undefined, form: UnicodeForm): string {
  const parts = strip(user).split(/:(.*)/s).slice(0, 2);
  if (scheme !== undefined && /https?/.test(scheme) && parts.every((part) => strip(part) === '')) return '';
  return `${parts.map((part) => normalizeComponent(strip(part), form, ENCODED.user)).join(':')}@`;
}

function normalizePath(path: string, scheme: string | undefined, form: UnicodeForm): string {
  const segments = strip(path)
    .split('/')
    .map((segment) => normalizeComponent(segment, form, ENCODED.segment));
  const result = removeDots(segments.join('/'));
  return result === '' && scheme !== undefined && ROOTED_SCHEMES.has(scheme) ? '/' : result;
}

/** Removes `.` and `..` by RFC 3986, step by step in Addressable's order. */
function removeDots(path: string): string {
  if (!path.includes('.')) return path;
  let current = path;
  for (;;) {
    const next = removeSomeDots(current);
    if (next === current) return current;
    current = next;
  }
}

function removeSomeDots(path: string): string {
  let next = path.replace(/\/\.\/|\/\.$/gm, '/');
  if (next !== path) return next;
  const [, parent = '', current = ''] = /\/([^/]*)\/\.\.\/|\/([^/]*)\/\.\.$/m.exec(path) ?? [undefined, '.', '.'];
  const isDots = (segment: string): boolean => segment === '.' || segment === '..';
  if (!isDots(parent) || !isDots(current)) {
    next = path.replaceAll(`/${parent}/../`, '/');
    if (next === path && path.endsWith(`/${current}/..`)) next = path.slice(0, -current.length - 3);
    if (next !== path) return next;
  }
  next = path.replace(/^\.\.?\/?/gm, '');
  return next === path ? path.replace(/^\/\.\.?\/|^(?:\/\.\.?)+\/?$/gm, '/') : next;
}
