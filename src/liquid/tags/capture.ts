import type { BlockBody } from '../block-body.ts';
import type { Context } from '../context.ts';
import type { TagNode, TagSource } from '../tag.ts';

const SYNTAX = /(?:\(?[\w\-.[\]]\)?)+/;

/** `{% capture name %}` stores the output of its body in a variable. */
export class CaptureNode implements TagNode {
  readonly kind = 'capture';
  readonly isBlank = true;

  constructor(
    readonly name: string,
    readonly body: BlockBody,
  ) {}

  render(context: Context): string {
    const text = this.body.render(context);
    context.assign(this.name, text, context.startsUsAscii);
    return '';
  }
}

export function parseCapture(tag: TagSource): CaptureNode {
  const name = SYNTAX.exec(tag.markup)?.[0];
  if (name === undefined) throw tag.syntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]");
  return new CaptureNode(name, tag.parseBody());
}
