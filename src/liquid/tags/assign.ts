import type { Context } from '../context.ts';
import { evaluateEncoded, mayBeUsAscii } from '../first-piece.ts';
import type { TagNode, TagSource } from '../tag.ts';
import type { Variable } from '../variable.ts';

const SYNTAX = /(?<![\w\-.[\]])((?:\(?[\w\-.[\]]\)?)+)[ \t\r\n\f\v]*=[ \t\r\n\f\v]*(.*)/s;

/** `{% assign name = value | filter %}` sets a variable of the whole template. */
export class AssignNode implements TagNode {
  readonly kind = 'assign';
  readonly isBlank = true;

  constructor(
    readonly name: string,
    readonly value: Variable,
  ) {}

  render(context: Context): string {
    if (mayBeUsAscii(this.value)) {
      const { value, isUsAscii } = evaluateEncoded(this.value, context);
      context.assign(this.name, value, isUsAscii);
    } else context.assign(this.name, this.value.evaluate(context));
    return '';
  }
}

export function parseAssign(tag: TagSource): AssignNode {
  const match = SYNTAX.exec(tag.markup);
  if (match === null) throw tag.syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
  return new AssignNode(match[1] ?? '', tag.parseVariable(match[2] ?? ''));
}
