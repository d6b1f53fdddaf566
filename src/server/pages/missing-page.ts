import { escapeHtml } from '../../util/escape-html.ts';
import { INTERNAL } from '../internal-path.ts';
import { wrapPage } from './page-shell.ts';

/** The page for a missing file if the site has no `404.html` of its own. */
export function missingPage(path: string, baseurl: string): string {
  const home = `${baseurl}/`;
  const outside = baseurl !== '' && path !== baseurl && !path.startsWith(home);
  const reason = outside
    ? `This site is served below <code>${escapeHtml(home)}</code>, its <code>baseurl</code>. A link to <code>${escapeHtml(path)}</code> may lack the
filter <code>relative_url</code>.`
    : 'The last build wrote no such file. It may be a draft, dated in the future, or excluded.';
  return wrapPage({
    title: '404: not found',
    main: `<h1>There is no page here</h1>
<p><code>${escapeHtml(path)}</code></p>
<p>${reason}</p>
<p><a href="${escapeHtml(home)}">Front page</a> · <a href="${escapeHtml(baseurl)}${INTERNAL}">Every page of the last build</a></p>
<footer>Add a <code>404.html</code> to the site to replace this page.</footer>`,
  });
}
