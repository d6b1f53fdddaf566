import { strip } from '../../plugin/plugin.ts';
import type { XmlNode, XmlTag } from './write-xml.ts';

/** The namespaces of programs that draw, whose attributes no browser needs. */
const EDITORS: ReadonlySet<string> = new Set([
  'http://ns.adobe.com/AdobeIllustrator/10.0/',
  'http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/',
  'http://ns.adobe.com/Extensibility/1.0/',
  'http://ns.adobe.com/Flows/1.0/',
  'http://ns.adobe.com/GenericCustomNamespace/1.0/',
  'http://ns.adobe.com/Graphs/1.0/',
  'http://ns.adobe.com/ImageReplacement/1.0/',
  'http://ns.adobe.com/SaveForWeb/1.0/',
  'http://ns.adobe.com/Variables/1.0/',
  'http://ns.adobe.com/XPath/1.0',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.inkscape.org/namespaces/inkscape',
]);
const CONTAINERS = ['a', 'defs', 'g', 'marker', 'mask', 'missing-glyph', 'pattern', 'switch', 'symbol'];
const SHAPES = ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect'];
/** Elements that show nothing where an attribute has this value; null: where they lack it. */
const HIDDEN: readonly (readonly [name: string, attribute: string, value: string | null])[] = [
  ['circle', 'r', '0'],
  ['ellipse', 'rx', '0'],
  ['ellipse', 'ry', '0'],
  ['rect', 'width', '0'],
  ['rect', 'height', '0'],
  ['pattern', 'width', '0'],
  ['pattern', 'height', '0'],
  ['image', 'width', '0'],
  ['image', 'height', '0'],
  ['path', 'd', ''],
  ['path', 'd', null],
  ['polyline', 'points', ''],
  ['polyline', 'points', null],
  ['polygon', 'points', ''],
  ['polygon', 'points', null],
];
const STROKE = ['stroke', 'stroke-opacity', 'stroke-width', 'stroke-dashoffset'];
const FILL = ['fill-opacity', 'fill-rule'];
const RASTER = /\.(?:jpg|jpeg|gif|png)$/;
const SPACES = / {2,}/g;
const BLANK = /^[ \t\r\n\f\v]*$/;

/** An element, or an attribute of it, with the namespace of its name. */
interface ResolvedName {
  readonly namespace: string;
  readonly local: string;
}

/** Elements with those around them, the root first. */
type Path = readonly [...around: XmlTag[], element: XmlTag];

/** A name without a declared namespace is as a whole the local one, as libxml2 has it. */
function resolveName(name: string, path: Path, isAttribute: boolean): ResolvedName {
  const [first = '', second] = name.split(':', 2);
  if (second === undefined && isAttribute) return { namespace: '', local: name };
  const key = second === undefined ? 'xmlns' : `xmlns:${first}`;
  const declaring = path.findLast(({ attributes }) => attributes.has(key));
  const namespace = declaring?.attributes.get(key);
  return namespace === undefined ? { namespace: '', local: name } : { namespace, local: second ?? name };
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** The optimizations of the gem svg_optimizer 0.3.0, in its order, but for the one that shortens ids. */
export class SvgOptimizer {
  readonly #root: XmlTag;

  constructor(root: XmlTag) {
    this.#root = root;
  }

  optimize(): void {
    this.#removeElements((path) => this.#is(path, 'title'));
    // As in the gem, only those that are in no namespace.
    this.#removeElements((path) => this.#isIn('', path, 'desc'));
    this.#removeUnusedNamespaces();
    for (const path of this.#paths()) this.#cleanAttributes(path);
    this.#removeNodes(({ kind }) => kind === 'comment');
    this.#removeElements((path) => this.#is(path, 'metadata'));
    this.#removeEditors();
    this.#removeElements((path) => this.#isHidden(path));
    this.#removeElements((path) => this.#isRasterImage(path));
    for (const path of this.#paths()) removeEmpty(lastOf(path).attributes);
    this.#removeUselessPaint();
    this.#removeNodes((node) => (node.kind === 'text' || node.kind === 'cdata') && BLANK.test(node.text));
    this.#removeEmptyContainers();
  }

  /** All elements, in their order. */
  #paths(): readonly Path[] {
    const found: Path[] = [];
    const visit = (path: Path): void => {
      found.push(path);
      for (const child of lastOf(path).children) if (child.kind === 'element') visit([...path, child]);
    };
    visit([this.#root]);
    return found;
  }

  #isIn(namespace: string, path: Path, name: string): boolean {
    const resolved = resolveName(lastOf(path).name, path, false);
    return resolved.namespace === namespace && resolved.local === name;
  }

  /** Whether an element has this name in the namespace of the root's unprefixed names. */
  #is(path: Path, name: string): boolean {
    return this.#isIn(this.#root.attributes.get('xmlns') ?? '', path, name);
  }

  #isOneOf(path: Path, names: readonly string[]): boolean {
    return names.some((name) => this.#is(path, name));
  }

  /** Removes elements below the root. */
  #removeElements(isRemoved: (path: Path) => boolean): void {
    const removed = new Set<XmlNode>(this.#paths().filter(isRemoved).map(lastOf));
    this.#removeNodes((node) => removed.has(node));
  }

  #removeNodes(isRemoved: (node: XmlNode) => boolean): void {
    for (const path of this.#paths()) keepNodes(lastOf(path).children, (node) => !isRemoved(node));
  }

  /** From the inside out, because a container may be left empty. */
  #removeEmptyContainers(): void {
    const empty = new Set<XmlNode>();
    for (const path of this.#paths().toReversed()) {
      const { children } = lastOf(path);
      keepNodes(children, (node) => !empty.has(node));
      if (children.length === 0 && this.#isOneOf(path, CONTAINERS)) empty.add(lastOf(path));
    }
  }

  #removeDeclarations(key: string): void {
    for (const path of this.#paths()) lastOf(path).attributes.delete(key);
  }

  #removeUnusedNamespaces(): void {
    const declared = [...this.#root.attributes].filter(([key]) => key.startsWith('xmlns:'));
    for (const [key, namespace] of declared) {
      const isUsed = this.#paths().some((path) => {
        const { name, attributes } = lastOf(path);
        if (resolveName(name, path, false).namespace === namespace) return true;
        return [...attributes.keys()].some((attribute) => attributeNamespace(attribute, path) === namespace);
      });
      if (!isUsed) this.#removeDeclarations(key);
    }
  }

  /** Of attributes that differ only in their prefixes, the gem sees the last one. */
  #cleanAttributes(path: Path): void {
    const { attributes } = lastOf(path);
    const names = [...attributes.keys()].filter((name) => !isDeclaration(name));
    const seen = new Map(names.map((name) => [resolveName(name, path, true).local, name]));
    for (const name of seen.values()) attributes.set(name, strip(attributes.get(name) ?? '').replace(SPACES, ' '));
  }

  #removeEditors(): void {
    for (const [key, namespace] of [...this.#root.attributes]) {
      if (!key.startsWith('xmlns:') || !EDITORS.has(namespace)) continue;
      const prefix = `${key.slice('xmlns:'.length)}:`;
      for (const path of this.#paths()) {
        const { attributes } = lastOf(path);
        for (const name of [...attributes.keys()]) if (name.startsWith(prefix)) attributes.delete(name);
      }
      this.#removeDeclarations(key);
    }
  }

  #isHidden(path: Path): boolean {
    const { attributes } = lastOf(path);
    if (attributes.get('display') === 'none' || attributes.get('opacity') === '0') return true;
    return HIDDEN.some(
      ([name, attribute, value]) => (attributes.get(attribute) ?? null) === value && this.#is(path, name),
    );
  }

  #isRasterImage(path: Path): boolean {
    const xlink = this.#root.attributes.get('xmlns:xlink');
    if (xlink === undefined || !this.#is(path, 'image')) return false;
    return [...lastOf(path).attributes].some(([name, value]) => {
      const { local } = resolveName(name, path, true);
      return local === 'href' && attributeNamespace(name, path) === xlink && RASTER.test(value);
    });
  }

  #removeUselessPaint(): void {
    const paths = this.#paths();
    if (paths.some((path) => this.#isOneOf(path, ['style', 'script']))) return;
    for (const path of paths) if (this.#isOneOf(path, SHAPES) && inherited(path, 'id') === undefined) removePaint(path);
  }
}

const lastOf = (path: Path): XmlTag => path[path.length - 1] as XmlTag;

function keepNodes(nodes: XmlNode[], isKept: (node: XmlNode) => boolean): void {
  let kept = 0;
  for (const node of nodes) if (isKept(node)) nodes[kept++] = node;
  nodes.length = kept;
}

function attributeNamespace(name: string, path: Path): string | undefined {
  return isDeclaration(name) ? undefined : resolveName(name, path, true).namespace;
}

function removeEmpty(attributes: Map<string, string>): void {
  for (const [name, value] of [...attributes]) if (value === '' && !name.includes(':')) attributes.delete(name);
}

/** The value of an attribute, of the element or of the nearest one around it that has it. */
function inherited(path: readonly XmlTag[], name: string): string | undefined {
  return path.findLast(({ attributes }) => attributes.has(name))?.attributes.get(name);
}

/** As in the gem, a shape without a fill gets `none`. */
function removePaint(path: Path): void {
  const { attributes } = lastOf(path);
  const hasNoStroke =
    (inherited(path, 'stroke') ?? 'none') === 'none' ||
    inherited(path, 'stroke-opacity') === '0' ||
    inherited(path, 'stroke-width') === '0';
  if (hasNoStroke) {
    for (const name of STROKE) attributes.delete(name);
    if ((inherited(path.slice(0, -1), 'stroke') ?? 'none') !== 'none') attributes.set('stroke', 'none');
  }
  const fill = inherited(path, 'fill');
  if (fill !== undefined && fill !== 'none' && inherited(path, 'fill-opacity') !== '0') return;
  for (const name of FILL) attributes.delete(name);
  if (fill === undefined || attributes.has('fill')) attributes.set('fill', 'none');
}
