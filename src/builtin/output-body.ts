import { type Document, type Page, toText } from '../plugin/plugin.ts';

const BODY_START = /<body[\s\S]*?>[ \t\r\n\f\v]*/;

/** Whether an item becomes a page of HTML. */
export function isHtml(item: Page | Document): boolean {
  return item.outputExtension === '.html' || toText(item.permalink).endsWith('/');
}

/** Changes the content of a page's `body`, or the whole of a piece of HTML without one. */
export function changeBody(output: string, change: (html: string) => string): string {
  const body = output.includes('<body') ? BODY_START.exec(output) : null;
  if (body === null) return change(output);
  const start = body.index + body[0].length;
  const close = output.indexOf('</body>', start);
  const end = close === -1 ? output.length : close;
  return output.slice(0, start) + change(output.slice(start, end)) + output.slice(end);
}
