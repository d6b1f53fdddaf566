import type { Element } from '../element.ts';
import { characterOf, type Entity, entityNamed } from '../entities.ts';
import { becomeNative, textIn } from './become-native.ts';
import { splitEntities } from './text.ts';

/** The greatest number of which Ruby's `pack` makes a character, though none of Unicode. */
const LAST_CODE_POINT = 0x7fffffff;

function entityIn({ kind, value, options }: Element): Entity | undefined {
  return kind === 'entity' ? options.entity : entityNamed(value);
}

function hasCharacter(part: Element): boolean {
  return part.kind === 'text' || (entityIn(part)?.codePoint ?? 0) <= LAST_CODE_POINT;
}

function characters(part: Element): string {
  if (part.kind === 'text') return part.value;
  const entity = entityIn(part);
  return entity === undefined ? '' : (characterOf(entity) ?? '');
}

/**
 * Turns a `<code>` or `<pre>` into a code span or block, in which only text is left of its content; returns whether it did.
 * One with a number that is no character, such as `&#99999999999;`, stays HTML.
 */
export function convertCode(element: Element): boolean {
  const parts = splitEntities(textIn(element), true);
  if (!parts.every(hasCharacter)) return false;
  const name = element.value;
  const [only, second] = element.children;
  const { attributes } = element;
  if (name === 'code') {
    becomeNative(element, 'codespan');
    const classes = attributes.get('class');
    if (typeof classes === 'string') {
      attributes.set(
        'class',
        classes.replace(/[ \t\n\v\f\r]+(?<!\w)highlighter-\w+(?!\w)|(?<!\w)highlighter-\w+(?!\w)[ \t\n\v\f\r]*/g, ''),
      );
    }
  } else {
    becomeNative(element, 'codeblock');
    const inner = second === undefined && only?.value === 'code' ? only.attributes.get('class') : undefined;
    const language = /(?<!\w)language-[^ \t\n\v\f\r]+/.exec(inner ?? '')?.[0];
    if (language !== undefined) attributes.set('class', `${language} ${attributes.get('class') ?? ''}`.trimEnd());
  }
  element.value = parts.map(characters).join('');
  element.children = [];
  return true;
}
