import { UttersonError } from '../errors.ts';

/** The text whose rendering failed. */
interface FailedText {
  /** The path of its file, as shown in messages. */
  readonly file: string;
  /** The text without its front matter. */
  readonly source: string;
}

/**
 * Adds the file to an error in a template: Jekyll's `Liquid Exception: … in FILE`. Lines are counted from after the front
 * matter, as in Jekyll's messages.
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
    // What an include adds to the message ends in a space, and Jekyll's logger squeezes two spaces into one.
    super(known?.code ?? 'LiquidException', `Liquid Exception: ${message.trimEnd()} in ${text.file}`, {
      file: text.file,
      ...(isElsewhere ? {} : { source: text.source }),
      ...known?.location,
      ...(known?.hint === undefined ? {} : { hint: known.hint }),
      cause,
    });
  }
}
