/** An error as shown in the browser. */
export interface Problem {
  readonly title: string;
  /** Whether the site was built nevertheless. */
  readonly isBuilt?: boolean;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly frame?: string;
  readonly hint?: string;
  /** A link that opens the file in the user's editor. */
  readonly editor?: string;
}

/** What the server tells an open page. Paths are paths on the server, including the baseurl. */
export type ServerMessage =
  /** Sent on connection: the page may be out of date and should check. */
  | { readonly kind: 'hello' }
  /** These files were written or removed. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  /** The last build had problems. If it failed, the output is that of the build before. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** The problems are fixed. */
  | { readonly kind: 'mended' }
  /** Go to this page, which is being edited. */
  | { readonly kind: 'follow'; readonly path: string }
  /** The baseurl has changed. */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string };

/** What an open page tells the server: the file it shows, when it connects and each time it has made sure that it is up to date. */
export interface ClientMessage {
  readonly kind: 'viewing';
  readonly file: string;
}
