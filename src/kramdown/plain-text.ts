import type { Element } from './element.ts';
import { characterOf, type Entity, entityNamed } from './entities.ts';

/** The text from which kramdown makes ids: only that of text elements. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child.kind === 'text' ? child.value : textOf(child))).join('');
}

/** Guillemets whose spaces are no-break spaces. */
const GUILLEMETS: Readonly<Record<string, string>> = { laquo_space: '«\u00a0', raquo_space: '\u00a0»' };

function character(entity: Entity | undefined): string {
  return entity === undefined ? '' : (characterOf(entity) ?? '');
}

function spanText(element: Element): string {
  switch (element.kind) {
    case 'text':
    case 'codespan':
    case 'math':
      return element.value;
    case 'entity':
      return character(element.options.entity);
    case 'smart_quote':
    case 'typographic_sym':
      return GUILLEMETS[element.value] ?? character(entityNamed(element.value));
    default:
      return textOfGfm(element);
  }
}

/** The text from which the GFM parser makes ids: also that of code, formulas, entities, quotes and symbols. */
export function textOfGfm(element: Element): string {
  return element.children.map(spanText).join('');
}
