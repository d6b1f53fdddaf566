/** Tags whose output does not depend on what was rendered before, and which leave nothing behind for what comes after. */
const INDEPENDENT: ReadonlySet<string> = new Set([
  ...['assign', 'capture', 'endcapture', 'comment', 'endcomment', 'raw', 'endraw', 'highlight', 'endhighlight'],
  ...['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase', 'link', 'post_url'],
]);

const TAG = /\{%-?\s*(\w*)/g;

/** Inputs that are what they are before anything is rendered; another item's text, or what a tag remembers, is not. */
const SETTLED =
  /^(?:source|meta|neighbours|collections?|static-files|categories|tags|data|folder|config|file|time|clock)(?::|$)/;

/** Whether the tags of a text allow to render it before its turn. */
export function isIndependentText(text: string): boolean {
  for (const [, name = ''] of text.matchAll(TAG)) if (!INDEPENDENT.has(name)) return false;
  return true;
}

/** Whether an input, by its name, is the same before the turn of its reader as at it. */
export function isSettledInput(name: string): boolean {
  return SETTLED.test(name);
}
