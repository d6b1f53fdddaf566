import type { BlockBody, Entry } from '../block-body.ts';
import type { Variable } from '../variable.ts';
import { isCompiledTag } from './compiled-tag.ts';

/** The variables of the loops around a place, as the names they have in generated code. */
export interface Scope {
  readonly variables: ReadonlyMap<string, string>;
  /** The innermost loop's `forloop`, where it is known. */
  readonly loop: string | undefined;
}

export const OUTERMOST: Scope = { variables: new Map(), loop: undefined };

/**
 * Whether tags or filters inside look variables up by themselves, or may set some. Where there are none, a loop keeps
 * its variable in generated code and no scope is made for it.
 */
export function isForeign(body: BlockBody): boolean {
  return body.entries.some(isForeignEntry);
}

function isForeignEntry(entry: Entry): boolean {
  if (typeof entry === 'string') return false;
  if (entry.kind === 'output') return hasSeeingFilter(entry.variable);
  const { node } = entry;
  if (!isCompiledTag(node)) return true;
  return node.kind === 'assign' ? hasSeeingFilter(node.value) : bodiesOf(node).some(isForeign);
}

function hasSeeingFilter({ filters }: Variable): boolean {
  return filters.some((filter) => filter.seesVariables);
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
