import type { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import { Code } from './code.ts';
import { compileBody } from './compile-body.ts';
import { RUNTIME, type Runtime } from './runtime.ts';
import { OUTERMOST } from './scope.ts';

/** A body as a function. */
export type CompiledBody = (context: Context) => string;

type Compiled = (context: Context, constants: readonly unknown[], runtime: Runtime) => string;

/**
 * Turns a body into JavaScript that prints what the interpreter prints.
 *
 * The generated code holds no text of the template but escaped literals, and reaches nothing but what it is handed:
 * the context, the constants and the runtime.
 */
export function compileTemplate(body: BlockBody): CompiledBody {
  const code = new Code();
  code.add(
    '"use strict";',
    "let output = '';",
    'let startsUsAscii = false;',
    'let line;',
    'const { interrupts } = context;',
    'const mark = context.mark();',
    'try {',
  );
  compileBody(body, code, OUTERMOST, true);
  code.add(
    'context.startsUsAscii = startsUsAscii;',
    'return output;',
    '} catch (error) {',
    'context.restore(mark);',
    'throw context.placeError(error, line);',
    '}',
  );
  const compiled = new Function('context', 'constants', 'runtime', code.toString()) as Compiled;
  const { constants } = code;
  return (context) => compiled(context, constants, RUNTIME);
}
