import type { Element } from '../element.ts';
import { characterOf, entityNamed } from '../entities.ts';
import { becomeNative, textIn } from './become-native.ts';
import { splitEntities } from './text.ts';

function characters({ kind, value, options }: Element): string {
  if (kind === 'text') return value;
  const entity = kind === 'entity' ? options.entity : entityNamed(value);
  return entity === undefined ? '' : (characterOf(entity) ?? '');
}

/** Turns a `<code>` or `<pre>` into a code span or block, in which only text is left of its content. */
export function convertCode(element: Element): true {
  const parts = splitEntities(textIn(element), true);
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
