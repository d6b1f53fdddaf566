/** Where the client script is told what it needs to know. */
export interface ClientSettings {
  /** The address of the script. */
  readonly script: string;
  /** The file that was sent, as a path from the top of the server; empty for a page that is not there. */
  readonly file: string;
  /** A digest of the page as it is on the disk, so that the client can tell whether what it shows is still what is there. */
  readonly digest: string;
  readonly minDelay: number;
  readonly maxDelay: number;
}

const HEAD_OR_COMMENT = /<!--[\s\S]*?(?:-->|$)|<head(?:\s[^>]*)?>/gi;

/**
 * Puts the client script into a page: behind `<head>` where there is one, else at the end, where a browser takes it into the body and where
 * it cannot push the doctype away.
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
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return `<script async ${written.join(' ')}></script>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
