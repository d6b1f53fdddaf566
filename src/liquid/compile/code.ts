/**
 * JavaScript source under construction. Text of the template enters it only as escaped literals (`literal`); values stay
 * outside and are referred to by number (`constant`).
 */
export class Code {
  readonly constants: unknown[] = [];
  private readonly lines: string[] = [];
  private count = 0;

  add(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  /** An expression that refers to a value passed to the generated code. */
  constant(value: unknown): string {
    return `constants[${this.constants.push(value) - 1}]`;
  }

  /** A fresh identifier. */
  name(prefix: string): string {
    this.count++;
    return `${prefix}${this.count}`;
  }

  toString(): string {
    return this.lines.join('\n');
  }
}

/**
 * A text as a JavaScript literal. JSON escapes quotes, backslashes, control characters and lone surrogates.
 *
 * @example
 * literal('"\n') // '"\\"\\n"'
 */
export function literal(text: string): string {
  return JSON.stringify(text);
}
