import { escapeHtml } from '../../util/escape-html.ts';
import type { Problem } from '../messages.ts';
import type { PreviewReport, ReportedPage } from '../preview-report.ts';
import { wrapPage } from './page-shell.ts';

const STYLE = `
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.1rem 0 0; padding: 0; list-style: none; }
.chips li { background: var(--chip); border-radius: 99px; padding: .2rem .8rem; font-size: .9rem; }
.chips .bad { background: var(--bad-paper); color: var(--bad); }
.chips .good { background: var(--good-paper); color: var(--accent); }
.bar { display: flex; height: 1.1rem; border-radius: 6px; overflow: hidden; background: var(--chip); }
.bar span { min-width: 2px; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; list-style: none; padding: 0; margin: .7rem 0 0; font-size: .9rem; }
.legend i { display: inline-block; width: .7rem; height: .7rem; border-radius: 3px; margin-right: .45rem; }
.notes { list-style: none; margin: 0; padding: 0; }
.notes li { border: 1px solid var(--line); border-left: 4px solid var(--bad); background: var(--raised); border-radius: 8px; padding: .6rem .9rem; margin-bottom: .6rem; overflow-wrap: anywhere; }
.notes li.warning { border-left-color: #c98a00; }
pre { background: var(--code); border-radius: 8px; padding: .7rem .9rem; overflow-x: auto; margin: .5rem 0 0; }
.kind { font-size: .78rem; background: var(--chip); border-radius: 99px; padding: .05rem .55rem; white-space: nowrap; }
.kind.draft { background: #8a5a00; color: #fff; }
td .mono { color: var(--soft); }
`;

/** The colours of the phases in the bar. */
const COLOURS = ['#0b6e63', '#3f7fd1', '#8a5cc2', '#c98a00', '#c2534a', '#5c8a3a', '#5a6478'];

/** The page `/__utterson/`: pages, drafts, warnings and timings of the last build. */
export function reportPage(report: PreviewReport, baseurl: string): string {
  const main = [
    `<h1>${escapeHtml(report.title)}</h1>`,
    `<p class="soft">${lastBuild(report)}</p>`,
    chips(report),
    section('Problems', notes(report.problems.map(problemNote))),
    section('Warnings', notes(warningNotes(report.warnings))),
    section('Where the time went', timings(report.phases)),
    section('Drafts', table(report.pages.filter(isDraft), baseurl)),
    section(
      'Pages',
      table(
        report.pages.filter((page) => !isDraft(page)),
        baseurl,
      ),
    ),
    `<footer>From <code>${escapeHtml(report.source)}</code> to <code>${escapeHtml(report.destination)}</code> · Utterson</footer>`,
  ];
  return wrapPage({ title: `${report.title}: the last build`, main: main.join('\n'), style: STYLE });
}

const isDraft = (page: ReportedPage): boolean => page.kind === 'draft';

function lastBuild({ finishedAt, milliseconds }: PreviewReport): string {
  if (finishedAt === undefined) return 'Not built yet';
  return `Built at ${escapeHtml(finishedAt.toTimeString().slice(0, 8))} in ${formatMilliseconds(milliseconds)}`;
}

function chips({ finishedAt, pages, written, warnings, problems }: PreviewReport): string {
  const drafts = pages.filter(isDraft).length;
  const went = finishedAt === undefined ? '' : `<li class="good">The last build went well</li>`;
  const state = problems.some(({ isBuilt }) => isBuilt !== true)
    ? `<li class="bad">The last build failed; the output of the one before is served</li>`
    : went;
  const counts: readonly (readonly [count: number, noun: string, rest?: string])[] = [
    [pages.length - drafts, 'page'],
    [drafts, 'draft'],
    [written, 'file', ' written last'],
    [warnings.length, 'warning'],
  ];
  const items = counts
    .filter(([count]) => count > 0)
    .map(([count, noun, rest = '']) => `<li>${count} ${noun}${count === 1 ? '' : 's'}${rest}</li>`);
  return `<ul class="chips">${state}${items.join('')}</ul>`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>\n${body}</section>`;
}

function notes(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul class="notes">${items.join('\n')}</ul>`;
}

/** Repeated warnings are listed once, with their number. */
function warningNotes(warnings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of warnings) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, times]) => {
    const often = times === 1 ? '' : ` <span class="soft">(${times} times)</span>`;
    return `<li class="warning">${escapeHtml(text)}${often}</li>`;
  });
}

function problemNote({ title, message, file, line, frame, hint, editor }: Problem): string {
  const name = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  const place = editor === undefined ? escapeHtml(name) : `<a href="${escapeHtml(editor)}">${escapeHtml(name)}</a>`;
  return `<li><strong>${escapeHtml(title)}</strong> ${place}<p>${escapeHtml(message)}</p>
${frame === undefined ? '' : `<pre>${escapeHtml(frame)}</pre>`}${hint === undefined ? '' : `<p class="soft">${escapeHtml(hint)}</p>`}</li>`;
}

function timings(phases: PreviewReport['phases']): string {
  const total = phases.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  if (total === 0) return '';
  const colour = (index: number): string => COLOURS[index % COLOURS.length] ?? '';
  const spans = phases.map(
    ([name, milliseconds], index) =>
      `<span style="flex: ${(milliseconds / total).toFixed(4)}; background: ${colour(index)}" title="${escapeHtml(name)}"></span>`,
  );
  const legend = phases.map(
    ([name, milliseconds], index) =>
      `<li><i style="background: ${colour(index)}"></i>${escapeHtml(name)} <span class="soft">${formatMilliseconds(milliseconds)}</span></li>`,
  );
  return `<div class="bar" aria-hidden="true">${spans.join('')}</div><ul class="legend">${legend.join('')}</ul>`;
}

function table(pages: readonly ReportedPage[], baseurl: string): string {
  if (pages.length === 0) return '';
  const rows = pages.map(({ title, url, source, kind }) => {
    // A page without a title is listed by its URL.
    const below = title === url ? '' : `<br><span class="mono">${escapeHtml(url)}</span>`;
    return `<tr><td><a href="${escapeHtml(baseurl + escapeDelimiters(url))}">${escapeHtml(title)}</a>${below}</td>
<td><span class="kind ${kind}">${kind}</span></td><td><span class="mono">${escapeHtml(source)}</span></td></tr>`;
  });
  return `<table><thead><tr><th>Page</th><th>Kind</th><th>Made from</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** Jekyll's URLs may contain the characters that end a path: those of a file `what?.md` do. */
const escapeDelimiters = (url: string): string => url.replace(/[?#]/g, encodeURIComponent);

function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return milliseconds >= 10 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(1)} ms`;
}
