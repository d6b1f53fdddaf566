import type { SpanRule } from '../dispatch.ts';
import { Element } from '../element.ts';
import type { Parser } from '../parser.ts';

const EMOJI = /:(\w+):/y;
const ASSETS = 'https://github.githubassets.com/images/icons/emoji';
const SIZE = '20';

function parseEmoji(parser: Parser): boolean {
  const { scanner, settings } = parser;
  const match = scanner.check(EMOJI);
  const image = match === null ? undefined : parser.emoji?.(match[1] ?? '');
  if (match === null || image === undefined) return false;
  const configured = settings.gfm_emoji_opts.get('asset_path');
  const path = typeof configured === 'string' ? configured : ASSETS;
  const attributes = new Map([
    ['class', 'emoji'],
    ['title', match[0]],
    ['alt', match[0]],
    ['src', `${path.replace(/\/$/, '')}/${image}`],
    ['height', SIZE],
    ['width', SIZE],
  ]);
  scanner.pos += match[0].length;
  parser.tree.append(new Element('img', '', undefined, undefined, attributes));
  return true;
}

/** GFM's `:smile:`, if `gfm_emojis` is set and the caller has passed a function that finds images. */
export const emoji: SpanRule = { name: 'emoji', starts: [':'], parse: parseEmoji };
