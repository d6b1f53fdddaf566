import { isWhiteSpace } from '../../util/values/ruby-text.ts';
import type { TagNode, TagSource } from '../tag.ts';

/** The last tag in a piece, whatever precedes it: `endraw` may follow an unclosed `{{`. */
const LAST_TAG = /^(.*)\{%[ \t\r\n\f\v]*(\w+)[ \t\r\n\f\v]*(.*)?%\}$/s;

/** `{% raw %}` prints its body verbatim. It does not know white space control: `{%- endraw %}` does not end it. */
export class RawNode implements TagNode {
  readonly kind = 'raw';

  constructor(readonly text: string) {}

  get isBlank(): boolean {
    return this.text === '';
  }

  render(): string {
    return this.text;
  }
}

export function parseRaw(tag: TagSource): RawNode {
  if (!isWhiteSpace(tag.markup)) throw tag.syntaxError("Syntax Error in 'raw' - Valid syntax: raw");
  const text = readRawText(tag);
  tag.isBlock = true;
  return new RawNode(text);
}

function readRawText(tag: TagSource): string {
  let text = '';
  for (let token = tag.tokens.shift(); token !== undefined; token = tag.tokens.shift()) {
    const match = token.endsWith('%}') ? LAST_TAG.exec(token) : null;
    // Liquid 4.0.4 repeats the text before a tag in the same piece where the tag turns out not to be the end.
    text += match?.[1] ?? '';
    if (match?.[2] === `end${tag.name}`) return text;
    text += token;
  }
  throw tag.syntaxError(`'${tag.name}' tag was never closed`);
}
