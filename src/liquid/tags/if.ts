import { isTruthy } from '../../util/values/is-truthy.ts';
import { BlockBody } from '../block-body.ts';
import { type Condition, evaluateCondition } from '../condition.ts';
import { parseCondition } from '../condition-parser.ts';
import type { Context } from '../context.ts';
import type { TagNode, TagSource } from '../tag.ts';

/** A branch of `if`; one without a condition is `else`. */
interface IfBranch {
  readonly condition: Condition | undefined;
  readonly body: BlockBody;
}

/** `{% if a %}…{% elsif b %}…{% else %}…{% endif %}`, and `unless`, which negates only the first condition. */
export class IfNode implements TagNode {
  readonly kind = 'if';
  readonly printsBody = true;

  constructor(
    readonly branches: readonly IfBranch[],
    readonly isUnless: boolean,
  ) {}

  render(context: Context): string {
    const outer = context.openStack();
    try {
      return this.findBranch(context)?.body.render(context) ?? '';
    } finally {
      context.closeStack(outer);
    }
  }

  private findBranch(context: Context): IfBranch | undefined {
    let isWanted = !this.isUnless;
    for (const branch of this.branches) {
      const holds = branch.condition === undefined || isTruthy(evaluateCondition(branch.condition, context));
      if (holds === isWanted) return branch;
      isWanted = true;
    }
    return undefined;
  }
}

export function parseIf(tag: TagSource): IfNode {
  return new IfNode(parseBranches(tag), false);
}

export function parseUnless(tag: TagSource): IfNode {
  return new IfNode(parseBranches(tag), true);
}

function parseBranches(tag: TagSource): IfBranch[] {
  const first = { condition: parseCondition(tag.markup, tag.parseContext, tag.line), body: new BlockBody() };
  const branches: IfBranch[] = [first];
  tag.parseBodies(
    () => branches.at(-1)?.body ?? first.body,
    ({ name, markup }) => {
      if (name !== 'elsif' && name !== 'else') return false;
      const condition = name === 'else' ? undefined : parseCondition(markup, tag.parseContext, tag.line);
      branches.push({ condition, body: new BlockBody() });
      return true;
    },
  );
  return branches;
}
