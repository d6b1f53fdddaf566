import { isAbsolute, resolve } from 'node:path';
import { codeFrame, spellOutCode, UttersonError } from '../../errors.ts';
import { relativePath, shortenPath } from '../../util/files/paths.ts';
import { type Colors, createColors } from '../../util/program/colors.ts';
import { wrapText } from '../../util/wrap-text.ts';
import type { Terminal } from '../command-line/command.ts';
import { explainSystemError } from './system-error.ts';

/**
 * Prints an error: its kind and location, the message, the lines around it, and a hint.
 *
 * @example
 * printError(error, terminal, { trace: false })
 */
export function printError(error: unknown, terminal: Terminal, options: { readonly trace: boolean }): void {
  terminal.err(formatError(error, terminal));
  if (options.trace) terminal.err(`${stackOf(error)}\n`);
  if (terminal.environment['GITHUB_ACTIONS'] === 'true') terminal.out(annotation(error, terminal));
}

const INDENT = '    ';

function formatError(error: unknown, terminal: Terminal): string {
  const color = createColors(terminal.colors);
  const room = (terminal.columns ?? Number.POSITIVE_INFINITY) - INDENT.length;
  const { title, message, hint, place, frame } = describe(error, terminal.folder, room);
  const lines = ['', `  ${color.red(`✖ ${color.bold(title)}`)}${place === '' ? '' : `  ${color.cyan(place)}`}`, ''];
  lines.push(...wrapText(message, room).map((line) => INDENT + line));
  if (frame !== undefined) lines.push('', ...frame.split('\n').map((line) => INDENT + paintFrameLine(line, color)));
  if (hint !== undefined) lines.push('', ...wrapText(hint, room).map((line) => INDENT + color.green(line)));
  return `${lines.join('\n')}\n\n`;
}

interface Description {
  readonly title: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly place: string;
  readonly frame: string | undefined;
}

function describe(thrown: unknown, folder: string, columns: number): Description {
  const error = explainSystemError(thrown) ?? thrown;
  if (!(error instanceof UttersonError)) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const hint = 'This is a bug in Utterson. Please run again with --trace and report the output.';
    return { title: name, message, hint, place: '', frame: undefined };
  }
  const { file, line, column } = error.location;
  const name = file !== undefined && isAbsolute(file) ? shortenPath(file, folder) : file;
  const place = [name, line, column].filter((part) => part !== undefined).join(':');
  return {
    title: spellOutCode(error.code),
    message: error.message,
    hint: error.hint,
    place,
    frame: codeFrame(error.location, columns),
  };
}

function paintFrameLine(line: string, color: Colors): string {
  const [, gutter = '', text = ''] = /^(.*?\|)(.*)$/.exec(line) ?? [];
  if (gutter.startsWith('>')) return `${color.red(gutter)}${color.bold(text)}`;
  return /\d/.test(gutter) ? `${color.dim(gutter)}${text}` : `${color.dim(gutter)}${color.red(text)}`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** A line that GitHub Actions shows at the file in a pull request; the path is relative to the checkout. */
function annotation(error: unknown, { environment, folder }: Terminal): string {
  const { file, root = folder, line, column } = error instanceof UttersonError ? error.location : {};
  const checkout = environment['GITHUB_WORKSPACE'] ?? folder;
  const path = file === undefined ? undefined : relativePath(checkout, resolve(root, file));
  const place = Object.entries({ file: path, line, col: column }).filter(([, value]) => value !== undefined);
  const properties = place.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::error ${properties}::${escapeText(error instanceof Error ? error.message : String(error))}\n`;
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');

const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
