/** An error as a browser shows it. */
export interface Problem {
  readonly title: string;
  /** Whether the site was built all the same. */
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

/** What the server tells an open page. Paths are paths of the server, baseurl and all. */
export type ServerMessage =
  /** The page may show something else than the disk by now: look. */
  | { readonly kind: 'hello' }
  /** These files were written or removed. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  /** The last build failed; the site is as it was. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** The last build went well. */
  | { readonly kind: 'mended' }
  /** Go there: it is what is being edited. */
  | { readonly kind: 'follow'; readonly path: string }
  /** The site lives below another baseurl now. */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string };

/** What an open page tells the server: the file it shows, as it connects and whenever it has looked whether it shows it rightly. */
export interface ClientMessage {
  readonly kind: 'viewing';
  readonly file: string;
}
