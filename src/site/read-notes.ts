/**
 * Where the doors through which data enters a page note what was read. Names are `kind:subject`, such as
 * `meta:_posts/2024-01-01-a.md` or `data:authors`; `build` knows how to tell whether one has changed.
 */
export interface ReadNotes {
  /** The number to hand to `noteId`; doors that are used often look it up once. */
  id(name: string): number;
  note(name: string): void;
  noteId(id: number): void;
}
