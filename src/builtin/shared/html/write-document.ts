import type { HtmlElement, HtmlNode } from './node.ts';
import type { HtmlDocument } from './parse-document.ts';
import { writeHtml } from './write-html.ts';

const USUAL_DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "http://www.w3.org/TR/REC-html40/loose.dtd">';
const DOCTYPE =
  /^<!doctype\s+([^\s>[]+)\s*(?:public\s*("[^"]*"|'[^']*')\s*("[^"]*"|'[^']*')?|system\s*("[^"]*"|'[^']*'))?/i;

/**
 * Writes a page as libxml2 does: its head says that it is in UTF-8, and a page without doctype gets that of HTML 4.
 *
 * @example
 * writeDocument(parseDocument('<!doctype html><title>a</title>'))
 */
export function writeDocument({ doctype, nodes }: HtmlDocument): string {
  declareEncoding(nodes);
  return `${doctype === undefined ? USUAL_DOCTYPE : writeDoctype(doctype)}\n${writeHtml(nodes)}\n`;
}

function writeDoctype(source: string): string {
  const [, name = '', publicId, address, systemId] = DOCTYPE.exec(source) ?? [];
  const quoted = (id: string | undefined) => (id === undefined ? '' : ` "${id.slice(1, -1)}"`);
  if (publicId !== undefined) return `<!DOCTYPE ${name} PUBLIC${quoted(publicId)}${quoted(address)}>`;
  const isOwn = systemId !== undefined && systemId.slice(1, -1) !== 'about:legacy-compat';
  return `<!DOCTYPE ${name}${isOwn ? ` SYSTEM${quoted(systemId)}` : ''}>`;
}

function findElement(nodes: readonly HtmlNode[], name: string): HtmlElement | undefined {
  return nodes.find((node): node is HtmlElement => node.kind === 'element' && node.name === name);
}

function declareEncoding(nodes: readonly HtmlNode[]): void {
  const head = findElement(findElement(nodes, 'html')?.children ?? [], 'head');
  if (head === undefined) return;
  const declaration = head.children.find(isDeclaration);
  if (declaration === undefined) head.children.unshift(makeDeclaration());
  else if (!/utf-8/i.test(declaration.attributes.get('content') ?? '')) {
    declaration.attributes.set('content', 'text/html; charset=UTF-8');
  }
}

function isDeclaration(node: HtmlNode): node is HtmlElement {
  if (node.kind !== 'element' || node.name !== 'meta' || !node.attributes.has('content')) return false;
  return node.attributes.get('http-equiv')?.toLowerCase() === 'content-type';
}

function makeDeclaration(): HtmlElement {
  const attributes = new Map([
    ['http-equiv', 'Content-Type'],
    ['content', 'text/html; charset=UTF-8'],
  ]);
  return { kind: 'element', name: 'meta', attributes, children: [] };
}
