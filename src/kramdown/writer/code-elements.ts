import { escapeMarkup } from '../../util/escape-html.ts';
import type { Attributes, Element } from '../element.ts';
import { type CodeHighlighter, languageOf, showBlanks, takeLanguage } from './code.ts';
import { writeAttributes } from './escape.ts';
import { indentation, writeSpan } from './tag.ts';

/** A code block: highlighted inside a `<div>`, or else a `<pre>`. */
export function writeCodeblock(element: Element, indent: number, code: CodeHighlighter): string {
  const attributes: Attributes = new Map(element.ownAttributes);
  const language = takeLanguage(attributes);
  const highlighted = code.run(element.value, element.options.language ?? language, 'block');
  const space = indentation(indent);
  if (highlighted !== undefined) {
    code.addClasses(attributes, language ?? highlighted.defaultLanguage);
    return `${space}<div${writeAttributes(attributes)}>${highlighted.html}${space}</div>\n`;
  }
  const escaped = escapeMarkup(element.value).replace(/\n$/, '');
  const showsBlanks = /(?<![\w])show-whitespaces(?![\w])/.test(element.ownAttributes?.get('class') ?? '');
  const codeClass = language === undefined ? '' : writeAttributes(new Map([['class', `language-${language}`]]));
  const shown = showsBlanks ? showBlanks(escaped) : escaped;
  return `${space}<pre${writeAttributes(attributes)}><code${codeClass}>${shown}\n</code></pre>\n`;
}

/** A code span, highlighted if it has a language or there is a default one. */
export function writeCodespan(element: Element, code: CodeHighlighter): string {
  const attributes: Attributes = new Map(element.ownAttributes);
  const language = languageOf(attributes);
  const highlighted = code.run(element.value, language, 'span');
  if (highlighted !== undefined) code.addClasses(attributes, language ?? highlighted.defaultLanguage);
  return writeSpan('code', attributes, highlighted?.html ?? escapeMarkup(element.value));
}
