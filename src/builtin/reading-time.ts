import { definePlugin, inspect, isNil, toText, UttersonError } from '../plugin/plugin.ts';
import type { HtmlNode } from './shared/html/node.ts';
import { parseHtml } from './shared/html/parse-html.ts';

const WORD = /[\p{L}\p{M}'‘’]+/gu;
const WORDS_PER_MINUTE = 270;
/** Elements whose words are not counted. */
const UNCOUNTED: ReadonlySet<string> = new Set(
  'area audio canvas code embed footer form img map math nav object pre script svg table track video'.split(' '),
);

function countIn(nodes: readonly HtmlNode[]): number {
  let count = 0;
  for (const node of nodes) {
    if (node.kind === 'text') count += node.text.match(WORD)?.length ?? 0;
    else if (node.kind === 'element' && !UNCOUNTED.has(node.name)) count += countIn(node.children);
  }
  return count;
}

function countWords(input: unknown): number {
  if (typeof input !== 'string' && !isNil(input)) {
    throw new UttersonError('TypeError', `Only the words of text can be counted, not of ${inspect(input)}.`, {
      hint: 'The filter works as in {{ content | reading_time }}.',
    });
  }
  return countIn(parseHtml(toText(input)));
}

/** liquid_reading_time: `{{ content | count_words }}`, and `{{ content | reading_time }}` in minutes. */
export default definePlugin({
  name: 'liquid_reading_time',
  isSafe: true,
  filters: {
    count_words: { apply: countWords },
    reading_time: { apply: (input) => Math.ceil(countWords(input) / WORDS_PER_MINUTE) },
  },
});
