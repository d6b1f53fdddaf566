import { UttersonError } from '../../plugin/plugin.ts';
import { elementsNamed, replaceElements } from '../shared/html/edit.ts';
import { contentOf, type HtmlElement } from '../shared/html/node.ts';
import { parseDocument } from '../shared/html/parse-document.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import type { Processor, Turn } from './processor.ts';

/** Scripts of the type `text/markdown` become what they say. */
export function changeMarkdownScripts(html: string, processors: readonly Processor[], turn: Turn): string {
  if (!html.includes('text/markdown')) return turn.page.rewrite(html);
  const document = turn.page.take(html);
  const replace = (element: HtmlElement) => {
    if (element.name !== 'script' || element.attributes.get('type') !== 'text/markdown') return undefined;
    // The gem calls a method that it does not have.
    if (processors.some(({ changeMarkdown }) => changeMarkdown !== undefined)) throw unusable();
    let content = turn.tools.convert('.md', contentOf(element));
    for (const { changeHtml } of processors) content = changeHtml?.(content, turn) ?? content;
    // The processors of pages make a page of it.
    return elementsNamed(parseDocument(`<html><body>${content}`).nodes, 'body')[0]?.children;
  };
  return writeDocument({ ...document, nodes: replaceElements(document.nodes, replace) });
}

function unusable(): UttersonError {
  return new UttersonError('MarkdownScript', 'A <script type="text/markdown"> cannot be used with jekyll-spaceship.', {
    hint: 'The gem fails too, unless its processors are only those of media, emoji and elements. Write Markdown outside of scripts.',
  });
}
