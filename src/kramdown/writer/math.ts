import { escapeMarkup } from '../../util/escape-html.ts';
import type { Attributes, Element } from '../element.ts';
import { writeLine, writeSpan } from './tag.ts';

/** A formula for MathJax. */
export function writeMathJax(element: Element, indent: number): string {
  const isBlock = element.options.category === 'block';
  const { ownAttributes: attributes, value } = element;
  const formula = escapeMarkup(value);
  const html = isBlock ? `\\[${formula}\\]\n` : `\\(${formula}\\)`;
  if (!element.hasAttributes) return html;
  return isBlock ? writeLine('div', attributes, html, indent) : writeSpan('span', attributes, `$${value}$`);
}

/** A formula as kramdown writes it without a math engine. */
export function writeFormula(element: Element, indent: number): string {
  const attributes: Attributes = new Map(element.ownAttributes);
  attributes.set('class', `${attributes.get('class') ?? ''} kdmath`.trimStart());
  if (element.options.category === 'block') return writeLine('div', attributes, `$$\n${element.value}\n$$`, indent);
  return writeSpan('span', attributes, `$${element.value}$`);
}
