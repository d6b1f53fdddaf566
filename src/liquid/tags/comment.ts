import { BlockBody } from '../block-body.ts';
import type { TagNode, TagSource } from '../tag.ts';

/** `{% comment %}` prints nothing; tags inside are read all the same, and one that is broken is an error. */
export function parseComment(tag: TagSource): TagNode {
  const body = new BlockBody();
  tag.parseBodies(
    () => body,
    () => true,
  );
  return { isBlank: true, render: () => '' };
}
