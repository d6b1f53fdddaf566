import { isAbsolute, join } from 'node:path';
import { codeFrame, spellOutCode, UttersonError } from '../errors.ts';
import { editorLink } from './editor-link.ts';
import type { Problem } from './messages.ts';

/**
 * Describes an error for the browser: what was found, where, and what to do about it.
 *
 * @param folder the source folder, to which file names are relative
 *
 * @example
 * describeProblem(new UttersonError('MissingInclude', 'no nav.html', { file: 'index.html', line: 3 }), '/site')
 * // { title: 'Missing include', message: 'no nav.html', file: 'index.html', line: 3, editor: 'vscode://file/site/index.html:3' }
 */
export function describeProblem(
  error: unknown,
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Problem {
  if (!(error instanceof UttersonError)) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { title: name, message };
  }
  const { file, line, column } = error.location;
  const frame = codeFrame(error.location);
  const path = file === undefined ? undefined : isAbsolute(file) ? file : join(folder, file);
  return {
    title: spellOutCode(error.code),
    message: error.message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(frame !== undefined && { frame }),
    ...(error.hint !== undefined && { hint: error.hint }),
    ...(path !== undefined && { editor: editorLink({ path, line, column }, environment) }),
  };
}
