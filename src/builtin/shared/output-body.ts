import { type Item, toText } from '../../plugin/plugin.ts';

const BODY_START = /<body[\s\S]*?>[ \t\r\n\f\v]*/;

/** Whether an item becomes a page of HTML. */
export function isHtml(item: Item): boolean {
  return item.outputExtension === '.html' || toText(item.permalink).endsWith('/');
}

/** Whether the hooks that change finished pages take an item. As in the gems, a permalink that ends with a slash is enough. */
export function isProcessed(item: Item): boolean {
  const isPage = item.kind === 'page' || item.isWritten;
  return (isPage && item.outputExtension === '.html') || toText(item.permalink).endsWith('/');
}

/** Changes the content of a page's `body`, or the whole of a piece of HTML without one. */
export function changeBody(output: string, change: (html: string) => string, bodyStart = BODY_START): string {
  if (!output.includes('<body')) return change(output);
  const body = bodyStart.exec(output);
  if (body === null) return output;
  const start = body.index + body[0].length;
  const close = output.indexOf('</body>', start);
  const end = close === -1 ? output.length : close;
  return output.slice(0, start) + change(output.slice(start, end)) + output.slice(end);
}
