import { AssignNode } from '../tags/assign.ts';
import { InterruptNode } from '../tags/break.ts';
import { CaptureNode } from '../tags/capture.ts';
import { CaseNode } from '../tags/case.ts';
import { CommentNode } from '../tags/comment.ts';
import { ForNode } from '../tags/for.ts';
import { IfNode } from '../tags/if.ts';
import { RawNode } from '../tags/raw.ts';

/** The tags that are compiled to JavaScript of their own; all others are called through `render`. */
export type CompiledTag =
  | AssignNode
  | CaptureNode
  | CaseNode
  | CommentNode
  | ForNode
  | IfNode
  | InterruptNode
  | RawNode;

const CLASSES = [AssignNode, CaptureNode, CaseNode, CommentNode, ForNode, IfNode, InterruptNode, RawNode];

/** Whether a node is one of the standard tags that are compiled, rather than one of a plugin. */
export function isCompiledTag(node: object): node is CompiledTag {
  return CLASSES.some((tagClass) => node instanceof tagClass);
}
