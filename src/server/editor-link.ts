import { basename } from 'node:path';
import { encodePath } from './request-path.ts';

/** A place in a file on this machine. */
interface FilePlace {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Editors that register a URL scheme of their own, by the name of their command. */
const SCHEMES: Readonly<Record<string, string>> = {
  code: 'vscode://file{path}:{line}:{column}',
  'code-insiders': 'vscode-insiders://file{path}:{line}:{column}',
  codium: 'vscodium://file{path}:{line}:{column}',
  cursor: 'cursor://file{path}:{line}:{column}',
  windsurf: 'windsurf://file{path}:{line}:{column}',
  zed: 'zed://file{path}:{line}:{column}',
  idea: 'idea://open?file={path}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={path}&line={line}&column={column}',
  rubymine: 'rubymine://open?file={path}&line={line}&column={column}',
  subl: 'subl://open?url=file://{path}&line={line}&column={column}',
  mate: 'txmt://open?url=file://{path}&line={line}&column={column}',
  mvim: 'mvim://open?url=file://{path}&line={line}&column={column}',
};

/**
 * A link that opens a place in the user's editor: by the URL template in `UTTERSON_EDITOR_URL` (with `{path}`, `{line}` and
 * `{column}`), or else in the editor that `VISUAL` or `EDITOR` names if it has a URL scheme, or else in VS Code.
 *
 * It is a link rather than an address of the server, because any page on the web could make a browser request that address and
 * so start a program, while a link has to be clicked.
 *
 * @example
 * editorLink({ path: '/site/index.md', line: 3 }, { EDITOR: 'subl -w' })
 * // 'subl://open?url=file:///site/index.md&line=3&column=1'
 */
export function editorLink(place: FilePlace, environment: Readonly<Record<string, string | undefined>>): string {
  const path = place.path.replaceAll('\\', '/');
  const values: Readonly<Record<string, string>> = {
    // Also the signs that mean something in some of the templates; the colon of a drive stays.
    path: encodePath(path.startsWith('/') ? path : `/${path}`).replaceAll('%3A', ':'),
    line: String(place.line ?? 1),
    column: String(place.column ?? 1),
  };
  return editorTemplate(environment).replace(/\{(path|line|column)\}/g, (_, name: string) => values[name] ?? '');
}

function editorTemplate(environment: Readonly<Record<string, string | undefined>>): string {
  const own = environment['UTTERSON_EDITOR_URL'];
  if (own !== undefined && own !== '') return own;
  for (const variable of ['VISUAL', 'EDITOR']) {
    const command = environment[variable]?.trim().split(/\s+/)[0] ?? '';
    const name = basename(command).replace(/\.(?:exe|cmd)$/i, '');
    if (Object.hasOwn(SCHEMES, name)) return SCHEMES[name] ?? '';
  }
  return SCHEMES['code'] ?? '';
}
