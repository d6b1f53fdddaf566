import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '../../util/escape-html.ts';
import { statsOf } from '../../util/files/missing.ts';
import { localTime } from '../../util/time/local-time.ts';
import { isUndisclosed } from '../find-file.ts';
import { encodePath } from '../request-path.ts';
import { wrapPage } from './page-shell.ts';

/**
 * A page that lists a folder, folders first and, as in Jekyll's server, without `.ht*` and `~*`.
 *
 * @param path the folder's path below the baseurl, with its trailing slash
 *
 * @example
 * listFolder('/site/_site/img', '/img/', '')
 */
export function listFolder(folder: string, path: string, baseurl: string): string {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isUndisclosed(name))
    .map((entry) => describeEntry(folder, entry))
    .filter((entry) => entry !== undefined)
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name));
  const rows = entries.map(({ name, isFolder, size, changed }) => {
    const label = escapeHtml(isFolder ? `${name}/` : name);
    return `<tr><td><a href="${encodePath(name)}${isFolder ? '/' : ''}">${label}</a></td>
<td class="number soft">${formatMinute(changed)}</td><td class="number soft">${isFolder ? '' : formatBytes(size)}</td></tr>`;
  });
  const without = entries.some(({ name }) => name === 'index.html') ? '' : '; there is no <code>index.html</code> here';
  const up = path === '/' ? '' : '<tr><td colspan="3"><a href="../">../</a></td></tr>';
  return wrapPage({
    title: `Index of ${path}`,
    main: `<h1>${breadcrumbs(path, baseurl)}</h1>
<p class="soft">${entries.length === 1 ? '1 entry' : `${entries.length} entries`}${without}</p>
<table><thead><tr><th>Name</th><th class="number">Last changed</th><th class="number">Size</th></tr></thead>
<tbody>${up}${rows.join('\n')}</tbody></table>`,
    style:
      'h1 a { text-decoration: none } h1 span { color: var(--soft); padding: 0 .15em } .soft + table { margin-top: 1.2rem }',
  });
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
  readonly changed: Date;
}

/** `undefined` for a link whose end is not there. */
function describeEntry(folder: string, { name }: Dirent): Entry | undefined {
  const stats = statsOf(join(folder, name));
  return stats && { name, isFolder: stats.isDirectory(), size: stats.size, changed: stats.mtime };
}

function breadcrumbs(path: string, baseurl: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const links = segments.map((segment, index) => {
    const target = encodePath(`${baseurl}/${segments.slice(0, index + 1).join('/')}/`);
    return `<a href="${escapeHtml(target)}">${escapeHtml(segment)}</a>`;
  });
  const top = `<a href="${encodePath(`${baseurl}/`)}">${baseurl === '' ? 'Site' : escapeHtml(baseurl.slice(1))}</a>`;
  return [top, ...links].join('<span>/</span>');
}

/** `2026-11-22 22:53`, in the machine's time zone. */
function formatMinute(date: Date): string {
  const { day, time } = localTime(date);
  return `${day} ${time.slice(0, 5)}`;
}

/** A number of bytes as people read it. */
function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
