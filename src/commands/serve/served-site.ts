/** A running server for a site. */
export interface ServedSite {
  /** The address of the site, including the baseurl. */
  readonly address: string;
  /** The address of the page about the last build. */
  readonly reportAddress: string;
  close(): Promise<void>;
}
