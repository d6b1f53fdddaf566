import { UttersonError } from '../errors.ts';

/** What is known of the text that failed. */
export interface FailedText {
  /** The file as messages name it. */
  readonly file: string;
  /** The text that was rendered, without its front matter. */
  readonly source: string;
}

/**
 * An error of a template with the file it stands in: Jekyll's `Liquid Exception: … in FILE`.
 * Lines count from after the front matter, as they do in Jekyll's messages.
 */
export function locateFailure(error: unknown, text: FailedText): UttersonError {
  if (error instanceof RenderFailure) return error;
  return new RenderFailure(error, text);
}

class RenderFailure extends UttersonError {
  constructor(cause: unknown, text: FailedText) {
    const known = cause instanceof UttersonError ? cause : undefined;
    const message = cause instanceof Error ? cause.message : String(cause);
    const isElsewhere = known?.location.file !== undefined && known.location.file !== text.file;
    // What an include adds to a message ends in a blank, and Jekyll's logger makes one of two.
    super(known?.code ?? 'LiquidException', `Liquid Exception: ${message.trimEnd()} in ${text.file}`, {
      file: text.file,
      ...(isElsewhere ? {} : { source: text.source }),
      ...known?.location,
      ...(known?.hint === undefined ? {} : { hint: known.hint }),
      cause,
    });
  }
}
