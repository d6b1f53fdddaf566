import { escapeHtml } from '../../util/escape-html.ts';
import { wrapPage } from './page-shell.ts';

/** The page for a request that the server could not answer, such as one for a file that may not be read. */
export function failurePage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return wrapPage({
    title: '500: the server failed',
    main: `<h1>The server failed</h1>
<p>${escapeHtml(message)}</p>`,
  });
}
