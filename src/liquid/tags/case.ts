import { isTruthy } from '../../util/values/is-truthy.ts';
import { isWhiteSpace } from '../../util/values/ruby-text.ts';
import { BlockBody } from '../block-body.ts';
import { equalValues } from '../condition.ts';
import type { Context } from '../context.ts';
import type { Expression } from '../expression.ts';
import { markupPattern } from '../markup.ts';
import type { TagNode, TagSource } from '../tag.ts';

const SYNTAX = markupPattern('QF');
const VALUE = markupPattern('QF', 'y');
const SEPARATOR = markupPattern('(?:\\s+or\\s+|\\s*,\\s*)(?=QF)', 'y');
const WHEN_SYNTAX = "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}";
const ELSE_SYNTAX = "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ";

/** A branch of `case`; one without a value is `else`. */
interface CaseBranch {
  readonly value: Expression | undefined;
  readonly body: BlockBody;
}

/**
 * `{% case value %}{% when 1, 2 %}…{% else %}…{% endcase %}`: every `when` that matches is printed; an `else` is printed
 * only where no `when` before it matched, and then ends the block.
 */
export class CaseNode implements TagNode {
  readonly kind = 'case';

  constructor(
    readonly subject: Expression,
    readonly branches: readonly CaseBranch[],
  ) {}

  render(context: Context): string {
    const outer = context.openStack();
    try {
      return this.renderBranches(context);
    } finally {
      context.closeStack(outer);
    }
  }

  private renderBranches(context: Context): string {
    let output = '';
    let isElseDue = true;
    for (const { value, body } of this.branches) {
      if (value === undefined) {
        if (isElseDue) return body.render(context);
      } else if (isTruthy(equalValues(this.subject.evaluate(context), value.evaluate(context)))) {
        isElseDue = false;
        output += body.render(context);
      }
    }
    return output;
  }
}

export function parseCase(tag: TagSource): CaseNode {
  const subject = SYNTAX.exec(tag.markup)?.[0];
  if (subject === undefined) throw tag.syntaxError("Syntax Error in 'case' - Valid syntax: case [condition]");
  const branches: CaseBranch[] = [];
  const expression = tag.parseExpression(subject);
  // Anything before the first `when` is parsed but never printed.
  const preface = new BlockBody();
  tag.parseBodies(
    () => branches.at(-1)?.body ?? preface,
    ({ name, markup }) => {
      if (name === 'when') branches.push(...parseWhen(tag, markup));
      else if (name === 'else') branches.push(parseElse(tag, markup));
      else return false;
      return true;
    },
  );
  return new CaseNode(expression, branches);
}

function parseWhen(tag: TagSource, markup: string): CaseBranch[] {
  const body = new BlockBody();
  const branches: CaseBranch[] = [];
  let position = markup.search(SYNTAX);
  if (position === -1) throw tag.syntaxError(WHEN_SYNTAX);
  while (position !== -1) {
    const value = matchAt(VALUE, markup, position);
    branches.push({ value: tag.parseExpression(value), body });
    const separator = matchAt(SEPARATOR, markup, position + value.length);
    position = separator === '' ? -1 : position + value.length + separator.length;
  }
  return branches;
}

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

function parseElse(tag: TagSource, markup: string): CaseBranch {
  if (!isWhiteSpace(markup)) throw tag.syntaxError(ELSE_SYNTAX);
  return { value: undefined, body: new BlockBody() };
}
