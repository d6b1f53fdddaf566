const BODY_START = /<body[\s\S]*?>[ \t\r\n\f\v]*/;

/** Changes what is in the `body` of a whole page, or all of a piece of HTML without one. */
export function changeBody(output: string, change: (html: string) => string): string {
  const body = output.includes('<body') ? BODY_START.exec(output) : null;
  if (body === null) return change(output);
  const start = body.index + body[0].length;
  const close = output.indexOf('</body>', start);
  const end = close === -1 ? output.length : close;
  return output.slice(0, start) + change(output.slice(start, end)) + output.slice(end);
}
