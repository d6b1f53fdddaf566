import { percentEncode, UttersonError } from '../../plugin/plugin.ts';

/** Reads the parameters of an address as Ruby does: of two with one name the last counts. */
export function readParameters(query: string): Map<string, string> {
  if (/[^\0-\x7f]/.test(query)) {
    throw new UttersonError('InvalidParameters', `The parameters ${query} have letters that are not in ASCII.`, {
      hint: 'Write such letters as in %C3%A9.',
    });
  }
  const parameters = new Map<string, string>();
  const parts = query.split('&');
  // What follows the last sign is a parameter only if there is anything.
  if (parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    const [key = '', ...rest] = part.split('=');
    parameters.set(decode(key), decode(rest.join('=')));
  }
  return parameters;
}

function decode(text: string): string {
  const bytes = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-fA-F]{2})/g, (_source, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Writes parameters as forms do, where only letters, digits and `*-._` are not escaped. */
export function writeParameters(parameters: ReadonlyMap<string, string>): string {
  return [...parameters].map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, percentEncode);
}
