import { setChildren } from './edit.ts';
import { contentOf, type HtmlElement, type HtmlNode, textOf } from './node.ts';
import { parseDocument } from './parse-document.ts';
import { parseContent, parseHtml, withPrefixedLast } from './parse-html.ts';
import { selectElements } from './select.ts';
import { parseSelectors } from './selector.ts';
import { writeDocument } from './write-document.ts';
import { writeContent, writeHtml } from './write-html.ts';

/** The top of a tree: a whole page, or a piece of one. */
interface Root {
  readonly kind: 'document' | 'fragment';
  readonly doctype: string | undefined;
  readonly children: HtmlNode[];
}

type Parent = Root | HtmlElement;
type Node = Root | HtmlNode;

/** What may be asked: the methods that `answer` calls. */
type Question = Exclude<keyof HtmlNodes, 'answer' | 'clear'>;

const QUESTIONS: ReadonlySet<string> = new Set<Question>([
  ...(['parse', 'create', 'select', 'name', 'rename', 'attribute', 'attributes', 'setAttribute', 'text'] as const),
  ...(['outerHtml', 'innerHtml', 'children', 'parent', 'sibling', 'index', 'setChildren', 'setText'] as const),
  ...(['insert', 'remove'] as const),
]);

function isQuestion(name: string): name is Question {
  return QUESTIONS.has(name);
}

const isRoot = (node: Node): node is Root => node.kind === 'document' || node.kind === 'fragment';

/** How a node is named to the code outside. */
type Named = readonly [number: number, kind: Node['kind']];

/** What is put somewhere: numbers of nodes, or HTML. */
type Added = readonly number[] | string;

/**
 * Trees of HTML whose nodes have numbers, for code that cannot hold the nodes themselves. They behave as those of Nokogiri.
 *
 * @example
 * const nodes = new HtmlNodes();
 * const [page] = nodes.parse('fragment', '<p>a <b>c</b></p>');
 * nodes.select(page, 'p > b').map(([number]) => nodes.text(number)) // ['c']
 */
export class HtmlNodes {
  readonly #nodes = new Map<number, Node>();
  readonly #numbers = new Map<Node, number>();
  readonly #parents = new Map<HtmlNode, Parent>();
  #count = 0;

  /** Forgets all nodes. */
  clear(): void {
    for (const known of [this.#nodes, this.#numbers, this.#parents]) known.clear();
  }

  /** Answers a question by the name of one of the methods below. */
  answer(question: string, args: readonly unknown[]): unknown {
    if (!isQuestion(question)) throw new TypeError(`Unknown question about HTML: ${question}`);
    return Reflect.apply(this[question], this, args);
  }

  parse(kind: Root['kind'], source: string): Named {
    const { doctype, nodes } =
      kind === 'document' ? parseDocument(source) : { doctype: undefined, nodes: parseHtml(source) };
    const root: Root = { kind, doctype, children: [...nodes] };
    this.#adopt(root);
    return this.#named(root);
  }

  create(name: string): Named {
    return this.#named({ kind: 'element', name, attributes: new Map(), children: [] });
  }

  /** The elements in a node that a selector is about. */
  select(number: number, selector: string): readonly Named[] {
    const found = selectElements(this.#childrenOf(number), parseSelectors(selector));
    return found.map((element) => this.#named(element));
  }

  name(number: number): string {
    const node = this.#at(number);
    if (node.kind === 'element') return node.name;
    if (node.kind === 'verbatim') return node.source.startsWith('<!--') ? 'comment' : '#cdata-section';
    return node.kind === 'fragment' ? '#document-fragment' : node.kind;
  }

  rename(number: number, name: string): void {
    this.#element(number).name = name;
  }

  attribute(number: number, name: string): string | null {
    const node = this.#at(number);
    const value = node.kind === 'element' ? node.attributes.get(name) : undefined;
    return value === null ? '' : (value ?? null);
  }

  attributes(number: number): readonly (readonly [string, string])[] {
    return [...this.#element(number).attributes].map(([name, value]) => [name, value ?? '']);
  }

  setAttribute(number: number, name: string, value: string | null): void {
    const { attributes } = this.#element(number);
    if (value === null) attributes.delete(name);
    else attributes.set(name, value);
  }

  text(number: number): string {
    const node = this.#at(number);
    if (node.kind === 'element') return contentOf(node);
    if (node.kind === 'text') return node.text;
    return node.kind === 'verbatim' ? node.source : textOf(node.children);
  }

  outerHtml(number: number): string {
    const node = this.#at(number);
    if (!isRoot(node)) return writeHtml([node]);
    const { kind, doctype, children } = node;
    return kind === 'document' ? writeDocument({ doctype, nodes: children }) : writeHtml(children);
  }

  innerHtml(number: number): string {
    const node = this.#at(number);
    return node.kind === 'element' ? writeContent(node) : writeHtml(this.#childrenOf(number));
  }

  children(number: number): readonly Named[] {
    return this.#childrenOf(number).map((child) => this.#named(child));
  }

  parent(number: number): Named | null {
    const parent = this.#parentOf(number);
    return parent === undefined ? null : this.#named(parent);
  }

  /** Which of its parent's children a node is, from 0; 0 without a parent. */
  index(number: number): number {
    const node = this.#at(number);
    return this.#parentOf(number)?.children.indexOf(node as HtmlNode) ?? 0;
  }

  /** The node so many places after a node in its parent. */
  sibling(number: number, step: 1 | -1): Named | null {
    const found = this.#parentOf(number)?.children[this.index(number) + step];
    return found === undefined ? null : this.#named(found);
  }

  setChildren(number: number, added: Added): void {
    const parent = this.#parent(number);
    const nodes = this.#take(added);
    for (const child of parent.children) this.#parents.delete(child);
    this.#fill(parent, nodes);
  }

  setText(number: number, text: string): void {
    const node = this.#at(number);
    if (node.kind === 'text') node.text = text;
    else this.#fill(this.#parent(number), [{ kind: 'text', text }]);
  }

  /** Puts nodes into a node, before its child of that index. */
  insert(number: number, index: number, added: Added): readonly Named[] {
    const parent = this.#parent(number);
    const before = parent.children[index];
    const nodes = this.#take(added);
    const at = before === undefined ? parent.children.length : parent.children.indexOf(before);
    this.#fill(parent, parent.children.toSpliced(at, 0, ...nodes));
    return nodes.map((node) => this.#named(node));
  }

  remove(number: number): void {
    const node = this.#at(number);
    const parent = this.#parentOf(number);
    if (parent === undefined || isRoot(node)) return;
    this.#parents.delete(node);
    this.#fill(
      parent,
      parent.children.filter((child) => child !== node),
    );
  }

  /** The nodes that are to be added, taken from where they have been. */
  #take(added: Added): readonly HtmlNode[] {
    if (typeof added === 'string') return parseContent(added);
    const nodes = added.flatMap((number): readonly HtmlNode[] => {
      const node = this.#at(number);
      return isRoot(node) ? [...node.children] : [node];
    });
    for (const number of added) this.remove(number);
    return withPrefixedLast([...nodes]);
  }

  #fill(parent: Parent, children: readonly HtmlNode[]): void {
    const joined: HtmlNode[] = [];
    for (const child of children) {
      const last = joined.at(-1);
      if (last?.kind === 'text' && child.kind === 'text' && !this.#numbers.has(child)) last.text += child.text;
      else joined.push(child);
    }
    if (parent.kind === 'element') setChildren(parent, joined);
    else parent.children.splice(0, parent.children.length, ...joined);
    this.#adopt(parent);
  }

  #adopt(parent: Parent): void {
    for (const child of parent.children) {
      this.#parents.set(child, parent);
      if (child.kind === 'element') this.#adopt(child);
    }
  }

  #parentOf(number: number): Parent | undefined {
    const node = this.#at(number);
    return isRoot(node) ? undefined : this.#parents.get(node);
  }

  #childrenOf(number: number): readonly HtmlNode[] {
    const node = this.#at(number);
    return 'children' in node ? node.children : [];
  }

  #parent(number: number): Parent {
    const node = this.#at(number);
    if ('children' in node) return node;
    throw new TypeError('A text has no children.');
  }

  #element(number: number): HtmlElement {
    const node = this.#at(number);
    if (node.kind === 'element') return node;
    throw new TypeError(`A ${node.kind} has no attributes and no name.`);
  }

  #at(number: number): Node {
    const node = this.#nodes.get(number);
    if (node === undefined) throw new TypeError('Ruby code kept a node of HTML beyond the call that parsed it.');
    return node;
  }

  #named(node: Node): Named {
    return [this.#numberOf(node), node.kind];
  }

  #numberOf(node: Node): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#numbers.set(node, ++this.#count);
    this.#nodes.set(this.#count, node);
    return this.#count;
  }
}
