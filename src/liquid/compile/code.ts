/**
 * Generated JavaScript. Nothing of a template gets into it but text as escaped literals (`literal`); values stay outside
 * and are referred to by their number (`constant`).
 */
export class Code {
  readonly constants: unknown[] = [];
  private readonly lines: string[] = [];
  private count = 0;

  add(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  /** An expression for a value that the generated code gets handed in. */
  constant(value: unknown): string {
    return `constants[${this.constants.push(value) - 1}]`;
  }

  /** A name that is not taken yet. */
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
