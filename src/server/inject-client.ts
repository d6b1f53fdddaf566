import { escapeHtml } from '../util/escape-html.ts';

/** What the client script needs to know. */
interface ClientSettings {
  /** The URL of the script. */
  readonly script: string;
  /** The path of the page's file on the server, including the baseurl; empty if there is no such page. */
  readonly file: string;
  /** A digest of the page on the disk, by which the client can tell whether it shows the current version. */
  readonly digest: string;
  readonly minDelay: number;
  readonly maxDelay: number;
}

const HEAD_OR_COMMENT = /<!--[\s\S]*?(?:-->|$)|<head(?:\s[^>]*)?>/gi;

/**
 * Inserts the client script into a page: after `<head>` if there is one, otherwise at the end, where browsers move it into the
 * body and it cannot displace the doctype.
 *
 * @example
 * injectClient('<p>Hi', settings) // '<p>Hi<script src="…" async …></script>'
 */
export function injectClient(html: string, settings: ClientSettings): string {
  const tag = clientTag(settings);
  for (const match of html.matchAll(HEAD_OR_COMMENT)) {
    if (match[0].startsWith('<!')) continue;
    const end = match.index + match[0].length;
    return html.slice(0, end) + tag + html.slice(end);
  }
  return html + tag;
}

function clientTag(settings: ClientSettings): string {
  const attributes = {
    src: settings.script,
    'data-utterson': settings.digest,
    'data-file': settings.file,
    'data-delays': `${settings.minDelay} ${settings.maxDelay}`,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<script async ${written.join(' ')}></script>`;
}
