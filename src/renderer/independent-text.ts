/** Tags whose output does not depend on earlier renders, and which leave nothing behind for later ones. */
const INDEPENDENT: ReadonlySet<string> = new Set([
  ...['assign', 'capture', 'endcapture', 'comment', 'endcomment', 'raw', 'endraw', 'highlight', 'endhighlight'],
  ...['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase', 'link', 'post_url'],
]);

const TAG = /\{%-?\s*(\w*)/g;

/** Inputs that rendering does not change, unlike another item's text or a tag's memory. */
const SETTLED =
  /^(?:source|meta|neighbours|collections?|static-files|categories|tags|data|folder|config|file|time|clock)(?::|$)/;

/** Whether a text may be rendered before its turn, judging by its tags. */
export function isIndependentText(text: string): boolean {
  for (const [, name = ''] of text.matchAll(TAG)) if (!INDEPENDENT.has(name)) return false;
  return true;
}

/** Whether rendering other items cannot change an input, by its name. */
export function isSettledInput(name: string): boolean {
  return SETTLED.test(name);
}
