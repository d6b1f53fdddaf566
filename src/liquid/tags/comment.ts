import { BlockBody } from '../block-body.ts';
import type { TagNode, TagSource } from '../tag.ts';

/** `{% comment %}` prints nothing; tags inside are parsed all the same, and a malformed one is an error. */
export class CommentNode implements TagNode {
  readonly kind = 'comment';
  readonly isBlank = true;

  render(): string {
    return '';
  }
}

export function parseComment(tag: TagSource): CommentNode {
  const body = new BlockBody();
  tag.parseBodies(
    () => body,
    () => true,
  );
  return new CommentNode();
}
