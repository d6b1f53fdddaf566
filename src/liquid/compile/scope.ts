import type { BlockBody, Entry } from '../block-body.ts';
import type { Variable } from '../variable.ts';
import { type CompiledTag, isCompiledTag } from './compiled-tag.ts';

/** The variables of the enclosing loops, by the JavaScript names they have in generated code. */
export interface Scope {
  readonly variables: ReadonlyMap<string, string>;
  /** The JavaScript name of the innermost `forloop`; undefined outside of loops. */
  readonly loop: string | undefined;
}

/** The scope outside of all loops. */
export const OUTERMOST: Scope = { variables: new Map(), loop: undefined };

/**
 * Whether a tag or filter inside may look up or set variables of the context by itself. Where none does, a loop keeps
 * its variable in a JavaScript variable and needs no scope in the context.
 */
export function mayUseContext(body: BlockBody): boolean {
  return body.entries.some(entryMayUseContext);
}

function entryMayUseContext(entry: Entry): boolean {
  if (typeof entry === 'string') return false;
  if (entry.kind === 'output') return filtersMayUseContext(entry.variable);
  const { node } = entry;
  if (!isCompiledTag(node)) return true;
  return node.kind === 'assign' ? filtersMayUseContext(node.value) : bodiesOf(node).some(mayUseContext);
}

function filtersMayUseContext({ filters }: Variable): boolean {
  return filters.some((filter) => filter.seesVariables);
}

function bodiesOf(node: CompiledTag): readonly BlockBody[] {
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
