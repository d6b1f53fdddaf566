/**
 * What `cycle`, `offset: continue` and `ifchanged` remember.
 *
 * Ruby keeps it with the template, so that a layout, which Jekyll parses once, continues counting from page to page.
 */
export class RenderState {
  readonly cycles = new Map<unknown, number>();
  readonly offsets = new Map<string, number>();
  lastChanged: string | undefined;
  /** Whether a render's output may have depended on earlier renders. */
  isUsed = false;
}
