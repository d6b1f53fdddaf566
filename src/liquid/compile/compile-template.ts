import type { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import { Code } from './code.ts';
import { compileBody } from './compile-body.ts';
import { RUNTIME, type Runtime } from './runtime.ts';
import { OUTERMOST } from './scope.ts';

/** A compiled body: renders in a context and returns the output. */
export type CompiledBody = (context: Context) => string;

type Compiled = (context: Context, constants: readonly unknown[], runtime: Runtime) => string;

/**
 * Compiles a body to a JavaScript function with the interpreter's output.
 *
 * The generated code contains text of the template only as escaped literals, and has access only to what it is passed:
 * the context, the constants and the runtime.
 *
 * @throws {EvalError} where the process forbids generating code
 * @throws {RangeError} where the body is nested too deeply for the JavaScript engine
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
