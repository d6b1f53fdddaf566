import { wrapPage } from '../../server/pages/page-shell.ts';
import { escapeHtml } from '../../util/escape-html.ts';
import type { Comparison, DifferentFile } from './compare-folders.ts';
import { commonLength } from './first-difference.ts';

/** The two sites that were compared, and when. */
interface Compared {
  readonly source: string;
  readonly other: string;
  readonly finishedAt: Date;
}

/**
 * A comparison as a self-contained HTML page: totals, then every file, with filters by kind and name.
 *
 * @example
 * writeFileSync('compare.html', htmlReport(comparison, { source: '/site', other: '/by-jekyll', finishedAt: new Date() }))
 */
export function htmlReport(comparison: Comparison, { source, other, finishedAt }: Compared): string {
  const { identical, whiteSpace, different, missing, extra } = comparison;
  const kinds: readonly Kind[] = [
    { id: 'different', name: 'different', rows: different.map((file) => describeFile(file, 'different')) },
    { id: 'space', name: 'white space only', rows: whiteSpace.map((file) => describeFile(file, 'space')) },
    { id: 'missing', name: 'missing', rows: missing.map((path) => row('missing', path, 'missing')) },
    { id: 'extra', name: 'extra', rows: extra.map((path) => row('extra', path, 'extra')) },
    { id: 'identical', name: 'identical', rows: identical.map((path) => row('identical', path, 'identical')) },
  ];
  const all = kinds.reduce((sum, { rows }) => sum + rows.length, 0);
  return wrapPage({
    title: 'Comparison of two sites',
    style: STYLE,
    main: `<h1>${headline(identical.length, all)}</h1>
<p class="soft">${share(identical.length, all)} of ${all} files are the same byte for byte.</p>
<div class="bar">${kinds.map(barPart).join('')}</div>
<form class="kinds">${kinds.map(kindBox).join('\n')}
<input type="search" placeholder="Filter by path" aria-label="Filter by path"></form>
<section class="files">
${kinds.flatMap(({ rows }) => rows).join('\n')}
</section>
<footer>Built from <code>${escapeHtml(source)}</code>, compared with <code>${escapeHtml(other)}</code> at ${finishedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC · Utterson</footer>
<script>${SCRIPT}</script>`,
  });
}

interface Kind {
  readonly id: string;
  readonly name: string;
  /** HTML. */
  readonly rows: readonly string[];
}

function headline(identical: number, all: number): string {
  if (identical === all) return 'The two sites are identical';
  return `${all - identical} ${all - identical === 1 ? 'file differs' : 'files differ'}`;
}

/** Rounded down, so that 100 % means every single file. */
function share(part: number, whole: number): string {
  return whole === 0 ? 'None' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}

function barPart({ id, rows }: Kind): string {
  return rows.length === 0 ? '' : `<span class="${id}" style="flex:${rows.length}"></span>`;
}

function kindBox({ id, name, rows }: Kind): string {
  const state = rows.length === 0 ? ' disabled' : id === 'identical' ? '' : ' checked';
  return `<label class="${id}"><input type="checkbox" value="${id}"${state}><b>${rows.length}</b> ${name}</label>`;
}

function row(id: string, path: string, label: string, more = ''): string {
  return `<article class="${id}" data-kind="${id}" data-path="${escapeHtml(path)}"${id === 'identical' ? ' hidden' : ''}>
<h2><i>${label}</i> <span class="mono">${escapeHtml(path)}</span></h2>${more}</article>`;
}

function describeFile({ path, first }: DifferentFile, id: string): string {
  const label = id === 'space' ? 'white space' : id;
  if (first === null) return row(id, path, label, '<p class="soft">Not text: the bytes differ.</p>');
  const { line, column, expected, actual } = first;
  const alike = commonLength([...(expected ?? '')].reverse().join(''), [...(actual ?? '')].reverse().join(''));
  const tableRow = (text: string | null, name: string): string =>
    `<tr class="${name}"><th>${name}</th><td><pre>${markDifference(text, column - 1, alike)}</pre></td></tr>`;
  return row(
    id,
    path,
    label,
    `<p class="soft">First at line ${line}, column ${column}</p>
<table>${tableRow(expected, 'expected')}${tableRow(actual, 'actual')}</table>`,
  );
}

/** How many characters are shown on either side of a difference, and four times as many of the difference itself. */
const CONTEXT = 160;

/** Marks the part of a line that differs, and cuts the far ends of long lines. */
function markDifference(line: string | null, start: number, alikeAtEnd: number): string {
  if (line === null) return '<em>end of file</em>';
  const end = Math.max(start, line.length - alikeAtEnd);
  const before = line.slice(0, start);
  const middle = line.slice(start, end);
  const after = line.slice(end);
  const shown = middle.length > 4 * CONTEXT ? `${middle.slice(0, 4 * CONTEXT)}…` : middle;
  return [
    before.length > CONTEXT ? `…${escapeHtml(before.slice(-CONTEXT))}` : escapeHtml(before),
    `<mark>${escapeHtml(shown)}</mark>`,
    after.length > CONTEXT ? `${escapeHtml(after.slice(0, CONTEXT))}…` : escapeHtml(after),
  ].join('');
}

const STYLE = `
:root { --space: #b7791f; --miss: #7c4dba; --good: #1f8a5f; }
@media (prefers-color-scheme: dark) { :root { --space: #e3b341; --miss: #b794f4; --good: #56c596; } }
.different { --kind: var(--bad) } .space { --kind: var(--space) } .missing, .extra { --kind: var(--miss) } .identical { --kind: var(--good) }
.bar { display: flex; gap: 2px; height: .6rem; border-radius: .3rem; overflow: hidden; margin: 1.2rem 0 } .bar span { background: var(--kind) }
.kinds { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; position: sticky; top: 0; padding: .6rem 0; background: var(--paper) }
.kinds label { display: flex; gap: .35rem; align-items: center; padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--raised); cursor: pointer }
.kinds label:has(:disabled) { opacity: .5; cursor: default } .kinds b { color: var(--kind); font-variant-numeric: tabular-nums } .kinds input { accent-color: var(--kind) }
.kinds [type=search] { flex: 1 1 12rem; font: inherit; color: inherit; padding: .25rem .8rem; border: 1px solid var(--line); border-radius: 999px; background: var(--raised) }
article { margin: .6rem 0; padding: .55rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--kind); border-radius: 8px; background: var(--raised) }
article[hidden] { display: none } article h2 { margin: 0; font-size: .95rem; font-weight: 500; overflow-wrap: anywhere }
article i { font-style: normal; font-size: .75rem; font-weight: 600; color: var(--kind); margin-right: .4rem } article p { font-size: .85rem; margin: .1rem 0 .4rem }
article table { border-radius: 6px } article th { width: 1%; white-space: nowrap } article th, article td { padding: .4rem .7rem } article tr:last-child th { border-bottom: 0 }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } mark { color: inherit; border-radius: 3px; padding: .05em 0 }
.expected mark { background: color-mix(in srgb, var(--good) 30%, transparent) } .actual mark { background: color-mix(in srgb, var(--bad) 30%, transparent) }
mark:empty { padding: 0 .08em }
`;

const SCRIPT = `
const form = document.querySelector('form.kinds');
const files = [...document.querySelectorAll('article')];
const update = () => {
  const kinds = new Set([...form.querySelectorAll(':checked')].map((box) => box.value));
  const word = form.querySelector('[type=search]').value.toLowerCase();
  for (const file of files) file.hidden = !kinds.has(file.dataset.kind) || !file.dataset.path.toLowerCase().includes(word);
};
form.addEventListener('input', update);
form.addEventListener('submit', (event) => event.preventDefault());
update();
`;
