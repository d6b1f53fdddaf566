import type { BlockBody, Entry, TagEntry } from '../block-body.ts';
import { mayBeUsAscii } from '../first-piece.ts';
import type { AssignNode } from '../tags/assign.ts';
import type { CaptureNode } from '../tags/capture.ts';
import type { CaseNode } from '../tags/case.ts';
import type { ForNode } from '../tags/for.ts';
import type { IfNode } from '../tags/if.ts';
import type { Variable } from '../variable.ts';
import { type Code, literal } from './code.ts';
import { compileCondition, compileEncoded, compileExpression, compileVariable } from './compile-expression.ts';
import { type CompiledTag, isCompiledTag } from './compiled-tag.ts';
import { mayUseContext, type Scope } from './scope.ts';

/**
 * Generates the code of a body, which appends to `output`. A pending `break` or `continue` leaves the labelled block,
 * as the interpreter leaves `BlockBody#render`; `line` is kept up to date for errors.
 *
 * @param isFirst whether the template's output begins with the output of this body
 */
export function compileBody(body: BlockBody, code: Code, scope: Scope, isFirst = false): void {
  const label = code.name('body');
  code.add(`${label}: {`);
  if (isFirst && body.first === undefined) code.add('startsUsAscii = true;');
  for (const entry of body.entries)
    compileEntry(entry, { code, scope, label, isFirst: isFirst && entry === body.first });
  code.add('}');
}

interface Place {
  readonly code: Code;
  readonly scope: Scope;
  /** The labelled block that an interrupt breaks out of. */
  readonly label: string;
  /** Whether the template's output begins here. */
  readonly isFirst: boolean;
}

function compileEntry(entry: Entry, place: Place): void {
  const { code, scope, label, isFirst } = place;
  if (typeof entry === 'string') {
    if (entry !== '') code.add(`output += ${literal(entry)};`);
    return;
  }
  code.add(`line = ${entry.line};`);
  if (entry.kind === 'output') {
    if (isFirst) compileFirstOutput(entry.variable, code, scope);
    else code.add(`output += runtime.print(${compileVariable(entry.variable, code, scope)});`);
    return;
  }
  const kept = code.name('kept');
  if (entry.isSilent) code.add(`const ${kept} = output;`);
  compileTag(entry, place);
  if (entry.isSilent) code.add(`output = ${kept};`);
  // Also after tags that hold no interrupt: an earlier branch of a `case` may have left one.
  code.add(`if (interrupts.length > 0) break ${label};`);
}

function compileTag(entry: TagEntry, { code, scope, isFirst }: Place): void {
  const { node, line } = entry;
  if (isCompiledTag(node)) compileKnownTag(node, line, { code, scope, isFirst });
  else if (isFirst) compileFirstTag(entry, code);
  else code.add(`output += runtime.print(${code.constant(node)}.render(context));`);
}

function compileFirstOutput(variable: Variable, code: Code, scope: Scope): void {
  const { value, isUsAscii } = compileEncoded(variable, code, scope);
  code.add(`startsUsAscii = ${isUsAscii};`, `output += runtime.print(${value});`);
}

/** The interpreter finds out in which encoding Ruby would have what the tag prints. */
function compileFirstTag(entry: TagEntry, code: Code): void {
  code.add(
    `output += runtime.printFirstPiece(${code.constant(entry)}, context);`,
    'startsUsAscii = context.startsUsAscii;',
  );
}

function compileKnownTag(node: CompiledTag, line: number, { code, scope, isFirst }: Omit<Place, 'label'>): void {
  switch (node.kind) {
    case 'assign':
      compileAssign(node, code, scope);
      break;
    case 'capture':
      compileCapture(node, code, scope);
      break;
    case 'case':
      compileCase(node, line, { code, scope });
      break;
    case 'comment':
      break;
    case 'for':
      compileFor(node, code, scope);
      break;
    case 'if':
      compileIf(node, { code, scope, isFirst });
      break;
    case 'interrupt':
      code.add(`interrupts.push(${literal(node.interrupt)});`);
      break;
    case 'raw':
      code.add(`output += ${literal(node.text)};`);
      break;
  }
}

function compileAssign({ name, value: variable }: AssignNode, code: Code, scope: Scope): void {
  if (mayBeUsAscii(variable)) {
    const { value, isUsAscii } = compileEncoded(variable, code, scope);
    code.add(`context.assign(${literal(name)}, ${value}, ${isUsAscii});`);
  } else code.add(`context.assign(${literal(name)}, ${compileVariable(variable, code, scope)});`);
}

function compileCapture({ name, body }: CaptureNode, code: Code, scope: Scope): void {
  const kept = code.name('kept');
  code.add(`const ${kept} = output;`, "output = '';");
  if (typeof body.first === 'string') {
    compileBody(body, code, scope);
    code.add(`context.assign(${literal(name)}, output);`);
  } else {
    const outer = code.name('outer');
    code.add(`const ${outer} = startsUsAscii;`, 'startsUsAscii = false;');
    compileBody(body, code, scope, true);
    code.add(`context.assign(${literal(name)}, output, startsUsAscii);`, `startsUsAscii = ${outer};`);
  }
  code.add(`output = ${kept};`);
}

/** Opens a stack only where a tag inside could set a variable in it. */
function compileStack(isNeeded: boolean, code: Code, compileInside: () => void): void {
  const outer = code.name('outer');
  if (isNeeded) code.add(`const ${outer} = context.openStack();`);
  compileInside();
  if (isNeeded) code.add(`context.closeStack(${outer});`);
}

function compileIf(node: IfNode, { code, scope, isFirst }: Omit<Place, 'label'>): void {
  const needsStack = node.branches.some(({ body }) => mayUseContext(body));
  compileStack(needsStack, code, () => {
    node.branches.forEach(({ condition, body }, index) => {
      const holds = condition === undefined ? 'true' : compileCondition(condition, code, scope);
      const test = index === 0 && node.isUnless ? `!(${holds})` : holds;
      code.add(`${index === 0 ? '' : 'else '}if (${test})`);
      compileBody(body, code, scope, isFirst);
    });
  });
}

/** `line` is reset for each value: an error in a `when` is reported on the line of `case`, even after a branch ran. */
function compileCase(node: CaseNode, line: number, { code, scope }: Pick<Place, 'code' | 'scope'>): void {
  const needsStack = node.branches.some(({ body }) => mayUseContext(body));
  const isElseDue = code.name('isElseDue');
  const label = code.name('case');
  compileStack(needsStack, code, () => {
    code.add(`let ${isElseDue} = true;`, `${label}: {`);
    for (const { value, body } of node.branches) {
      const subject = compileExpression(node.subject, code, scope);
      const test =
        value === undefined ? isElseDue : `runtime.equal(${subject}, ${compileExpression(value, code, scope)})`;
      code.add(`line = ${line};`, `if (${test}) {`);
      if (value !== undefined) code.add(`${isElseDue} = false;`);
      compileBody(body, code, scope);
      if (value === undefined) code.add(`break ${label};`);
      code.add('}');
    }
    code.add('}');
  });
}

function compileFor(node: ForNode, code: Code, scope: Scope): void {
  const items = code.name('items');
  code.add(`const ${items} = ${compileSelection(node, code, scope)};`, `if (${items}.length > 0) {`);
  compileLoop(node, items, { code, scope, needsScope: mayUseContext(node.body) });
  code.add('}');
  if (node.otherwise === undefined) return;
  code.add('else');
  compileBody(node.otherwise, code, scope);
}

/** Evaluates offset, collection and limit in the interpreter's order: which of two errors comes first depends on it. */
function compileSelection({ head }: ForNode, code: Code, scope: Scope): string {
  const compile = (expression: Parameters<typeof compileExpression>[0] | undefined): string =>
    expression === undefined ? 'undefined' : compileExpression(expression, code, scope);
  const offset = typeof head.offset === 'object' ? `runtime.toWhole(${compile(head.offset)})` : '0';
  return `runtime.selectItems(${code.constant(head)}, context, ${offset}, ${compile(head.collection)}, ${compile(head.limit)})`;
}

interface Loop {
  readonly code: Code;
  readonly scope: Scope;
  /** Whether something inside may look up the loop's variables in the context. */
  readonly needsScope: boolean;
}

function compileLoop(node: ForNode, items: string, { code, scope, needsScope }: Loop): void {
  const loop = code.name('loop');
  const item = code.name('item');
  const parent = scope.loop ?? 'context.loops.at(-1)';
  code.add(`const ${loop} = runtime.createLoop(${literal(node.head.name)}, ${items}.length, ${parent});`);
  if (needsScope) code.add(`context.loops.push(${loop});`);
  compileStack(needsScope, code, () => {
    if (needsScope) code.add(`context.set('forloop', ${loop});`);
    code.add(`for (const raw of ${items}) {`);
    if (needsScope) code.add(`context.set(${literal(node.head.variable)}, raw);`);
    else code.add(`const ${item} = runtime.toLiquid(raw);`);
    compileBody(node.body, code, innerScope(node, { ...scope, loop }, needsScope ? undefined : item));
    code.add(`${loop}.advance();`);
    code.add("if (interrupts.length > 0 && interrupts.pop() === 'break') break;", '}');
  });
  if (needsScope) code.add('context.loops.pop();');
}

/** Without a JavaScript `item`, the loop's variables are looked up in the context, where a tag may have set them. */
function innerScope(node: ForNode, { variables, loop }: Scope, item: string | undefined): Scope {
  const inner = new Map(variables);
  inner.delete(node.head.variable);
  inner.delete('forloop');
  if (item === undefined || loop === undefined) return { variables: inner, loop };
  return { variables: inner.set('forloop', loop).set(node.head.variable, item), loop };
}
