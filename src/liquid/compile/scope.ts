import type { BlockBody, TagEntry } from '../block-body.ts';
import { isCompiledTag } from './compiled-tag.ts';

/** The variables of the loops around a place, as the names they have in generated code. */
export interface Scope {
  readonly variables: ReadonlyMap<string, string>;
  /** The innermost loop's `forloop`, where it is known. */
  readonly loop: string | undefined;
}

export const OUTERMOST: Scope = { variables: new Map(), loop: undefined };

/**
 * Whether tags inside look variables up by themselves, or may set some. Where there are none, a loop keeps its
 * variable in generated code and no scope is made for it.
 */
export function hasForeignTags(body: BlockBody): boolean {
  return body.entries.some((entry) => typeof entry === 'object' && entry.kind === 'tag' && isForeign(entry));
}

function isForeign({ node }: TagEntry): boolean {
  return !isCompiledTag(node) || bodiesOf(node).some(hasForeignTags);
}

/** The bodies of a tag that is compiled. */
function bodiesOf(node: object): readonly BlockBody[] {
  if (!isCompiledTag(node)) return [];
  switch (node.kind) {
    case 'if':
    case 'case':
      return node.branches.map((branch) => branch.body);
    case 'for':
      return node.otherwise === undefined ? [node.body] : [node.body, node.otherwise];
    case 'capture':
      return [node.body];
    default:
      return [];
  }
}
