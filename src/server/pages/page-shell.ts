import { escapeHtml } from '../../util/escape-html.ts';

/** The style of the server's own pages; the overlay has the same colours (`client/overlay-style.ts`). */
const STYLE = `
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5a6478; --line: #dfe3ea; --paper: #fbfbfd; --raised: #fff;
  --accent: #0b6e63; --bad: #b3261e; --bad-paper: #fdeceb; --good-paper: #e7f5f0; --chip: #eef1f6; --code: #f2f4f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --soft: #9aa4b8; --line: #2c3444; --paper: #12161f; --raised: #191f2b;
  --accent: #5cc8b8; --bad: #ff8a80; --bad-paper: #351a1b; --good-paper: #12302a; --chip: #242c3b; --code: #0d1118; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .35rem; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 2.4rem 0 .7rem; }
p { margin: .4rem 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.soft { color: var(--soft); }
code, pre, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; }
code { background: var(--chip); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: separate; background: var(--raised); border: 1px solid var(--line); border-radius: 10px; border-spacing: 0; overflow: hidden; }
th, td { text-align: left; padding: .5rem .85rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { font-size: .8rem; font-weight: 600; color: var(--soft); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
footer { margin-top: 3rem; font-size: .875rem; color: var(--soft); }
@media (max-width: 36rem) {
  table, tbody, tr, td:first-child { display: block; }
  thead { display: none; }
  tr { padding: .55rem .85rem; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td, td.number { display: inline-block; padding: 0 .9rem 0 0; border: 0; text-align: left; }
}
`;

/** The parts of one of the server's own pages. */
interface Shell {
  readonly title: string;
  /** HTML. */
  readonly main: string;
  /** CSS for this page only. */
  readonly style?: string;
}

/** A whole page around its main part. */
export function wrapPage({ title, main, style = '' }: Shell): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
