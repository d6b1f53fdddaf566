import { fileURLToPath } from 'node:url';
import { withSlashes } from '../files/paths.ts';

/** A location in source code; line and column count from 1. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A CommonJS module is there by its path. On Windows, what looks like a file's URL in a message may not be one. */
function pathOf(name: string): string | undefined {
  if (!name.startsWith('file:')) return withSlashes(name);
  try {
    return withSlashes(fileURLToPath(name));
  } catch {
    return undefined;
  }
}

/**
 * The innermost location in an error's stack that is in a wanted file. A syntax error has no stack line for it: V8 puts
 * the location, the source line and a caret above the stack.
 *
 * @example
 * placeInStack(error, (path) => path.startsWith('/site/_plugins/')) // { file: '/site/_plugins/shout.mjs', line: 3, column: 9 }
 */
export function placeInStack(error: Error, isWanted: (path: string) => boolean): CodePlace | undefined {
  const lines = error.stack?.split('\n') ?? [];
  for (const [index, line] of lines.entries()) {
    const [, name, number, column] =
      /((?:file:\/\/|[A-Za-z]:\\|\/)(?:\/[A-Za-z]:)?[^\s?:]+)(?:\?[^\s:]*)?:(\d+)(?::(\d+))?\)?$/.exec(line) ?? [];
    if (name === undefined) continue;
    const file = pathOf(name);
    if (file === undefined || !isWanted(file)) continue;
    const caret = index === 0 && column === undefined ? (lines[2] ?? '').indexOf('^') + 1 : Number(column);
    return { file, line: Number(number), ...(caret > 0 && { column: caret }) };
  }
  return undefined;
}
