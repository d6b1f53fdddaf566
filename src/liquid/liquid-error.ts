import { UttersonError } from '../errors.ts';

/** The classes of Liquid's errors, by their names in Ruby. */
type LiquidErrorKind =
  | 'ArgumentError'
  | 'ContextError'
  | 'FileSystemError'
  | 'FloatDomainError'
  | 'InternalError'
  | 'MemoryError'
  | 'StackLevelError'
  | 'SyntaxError'
  | 'UndefinedDropMethod'
  | 'UndefinedFilter'
  | 'UndefinedVariable'
  | 'ZeroDivisionError';

/** Where a Liquid error happened, as far as it is known. */
interface LiquidErrorPlace {
  readonly line?: number | undefined;
  readonly templateName?: string | undefined;
  readonly markupContext?: string | undefined;
}

/**
 * An error in a template, with the message of Ruby's Liquid.
 *
 * @example
 * const error = new LiquidError('ArgumentError', 'invalid integer');
 * error.locate({ line: 3 });
 * error.message // 'Liquid error (line 3): invalid integer'
 */
export class LiquidError extends UttersonError {
  override readonly name: string = 'LiquidError';
  private place: LiquidErrorPlace = {};

  constructor(
    readonly kind: LiquidErrorKind,
    readonly detail: string,
    cause?: unknown,
    hint?: string,
  ) {
    super(`Liquid${kind}`, detail, { ...(cause !== undefined && { cause }), ...(hint !== undefined && { hint }) });
    this.updateMessage();
  }

  get line(): number | undefined {
    return this.place.line;
  }

  get templateName(): string | undefined {
    return this.place.templateName;
  }

  get markupContext(): string | undefined {
    return this.place.markupContext;
  }

  /** Fills in the parts of the place that are not known yet. */
  locate(place: LiquidErrorPlace): void {
    this.place = {
      line: this.place.line ?? place.line,
      templateName: this.place.templateName ?? place.templateName,
      markupContext: this.place.markupContext ?? place.markupContext,
    };
    this.updateMessage();
  }

  /** Sets the name that the message shows, as an include around the template does. The location stays that of the template. */
  rename(templateName: string): void {
    this.place = { ...this.place, templateName };
    this.updateMessage();
  }

  private updateMessage(): void {
    const { line, templateName, markupContext } = this.place;
    const family = this.kind === 'SyntaxError' ? 'Liquid syntax error' : 'Liquid error';
    const file = templateName === undefined ? '' : `${templateName} `;
    const where = line === undefined ? '' : ` (${file}line ${line})`;
    const context = markupContext === undefined ? '' : ` ${markupContext}`;
    this.message = `${family}${where}: ${this.detail}${context}`;
    const location: { file?: string; line?: number } = this.location;
    if (templateName !== undefined) location.file ??= templateName;
    if (line !== undefined) location.line = line;
  }
}
