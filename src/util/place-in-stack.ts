import { fileURLToPath } from 'node:url';

/** A place in a file of code; line and column count from 1. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/**
 * The innermost place of an error's stack in a file that is asked for. An error of syntax has no such line: there V8 puts
 * the place, the line and a caret above the stack.
 *
 * @example
 * placeInStack(error, (path) => path.startsWith('/site/_plugins/')) // { file: '/site/_plugins/shout.mjs', line: 3, column: 9 }
 */
export function placeInStack(error: Error, isAskedFor: (path: string) => boolean): CodePlace | undefined {
  const lines = error.stack?.split('\n') ?? [];
  for (const [index, line] of lines.entries()) {
    const [, url, number, column] =
      /(file:\/\/(?:\/[A-Za-z]:)?[^\s?:]+)(?:\?[\d.]*)?:(\d+)(?::(\d+))?\)?$/.exec(line) ?? [];
    if (url === undefined) continue;
    const file = fileURLToPath(url);
    if (!isAskedFor(file)) continue;
    const caret = index === 0 && column === undefined ? (lines[2] ?? '').indexOf('^') + 1 : Number(column);
    return { file, line: Number(number), ...(caret > 0 && { column: caret }) };
  }
  return undefined;
}
