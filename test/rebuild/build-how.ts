/** When the files of a site were written, in milliseconds since 1970, by path below the source. */
export type Times = ReadonlyMap<string, number>;

/** How a site is built again. */
export interface BuildHow {
  /** Whether the last process builds again, if it can. */
  readonly goesOn?: boolean;
  /** A file that is saved, whether it has changed or not. */
  readonly touched?: string;
}
