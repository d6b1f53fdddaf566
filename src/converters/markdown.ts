import { UttersonError } from '../errors.ts';
import type { Conversion, Converter, MarkdownProcessor } from '../plugin/converter.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { requireUtf8 } from '../util/encoding.ts';

export interface MarkdownOptions {
  readonly config: ReadonlyHash;
  /** The processors to choose from by `markdown: NAME`. */
  readonly processors: ReadonlyMap<string, (config: ReadonlyHash) => MarkdownProcessor>;
}

/** Characters of texts that are remembered before the oldest are forgotten. */
const MOST_KEPT = 1_000_000;
/**
 * Longer texts are no excerpts. To hold the bodies of a hundred posts meant that V8 took each for something that stays.
 */
const LONGEST_KEPT = 2000;

/** Markdown into HTML, by kramdown or by the processor that the configuration names. */
export class MarkdownConverter implements Converter {
  readonly name = 'Markdown';
  readonly highlighterPrefix = '\n';
  readonly highlighterSuffix = '\n';
  readonly #options: MarkdownOptions;
  readonly #extensions: ReadonlySet<string>;
  #processor: MarkdownProcessor | undefined;
  /** What was converted already, by text: the same text is often an excerpt and a document, or comes again. */
  #converted = new Map<string, string>();
  #convertedBefore = new Map<string, string>();
  #room = MOST_KEPT;
  /** Finds what other threads have converted already. */
  takeAhead: ((content: string, convert: (content: string) => string) => string | undefined) | undefined;

  constructor(options: MarkdownOptions) {
    this.#options = options;
    const extensions = String(options.config.get('markdown_ext') ?? '');
    this.#extensions = new Set(extensions.split(',').map((extension) => `.${extension.toLowerCase()}`));
  }

  matches(extension: string): boolean {
    return this.#extensions.has(extension.toLowerCase());
  }

  outputExtension(): string {
    return '.html';
  }

  convert(content: string, conversion: Conversion): string {
    requireUtf8(content, 'The source text contains invalid characters for the used encoding UTF-8');
    // Seldom, and not what is kept for the same text in UTF-8.
    if (conversion.isUsAscii === true) return this.#chooseProcessor().convert(content, conversion);
    const known = this.#converted.get(content) ?? this.#convertedBefore.get(content);
    const convert = (text: string) => this.#chooseProcessor().convert(text, conversion);
    const output = known ?? this.takeAhead?.(content, convert) ?? convert(content);
    this.#keep(content, output);
    return output;
  }

  /** Keeps what this build used, and forgets what it did not. */
  beginBuild(): void {
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    this.#convertedBefore = this.#converted;
    this.#converted = new Map();
    this.#room = MOST_KEPT;
  }

  /** Long sites would fill the memory with texts that never come again. */
  #keep(content: string, output: string): void {
    if (content.length > LONGEST_KEPT) return;
    this.#room -= content.length + output.length;
    if (this.#room < 0) this.#forgetOldest();
    this.#converted.set(content, output);
  }

  #chooseProcessor(): MarkdownProcessor {
    if (this.#processor !== undefined) return this.#processor;
    const wanted = this.#options.config.get('markdown');
    const name = String(wanted);
    const make =
      this.#options.processors.get(name) ??
      (name.toLowerCase() === 'kramdown' ? this.#options.processors.get('kramdown') : undefined);
    if (make === undefined) {
      throw new UttersonError('InvalidMarkdownProcessor', `Invalid Markdown processor given: ${name}`, {
        hint: 'The processors are kramdown, CommonMark, GFM, markdown-it, and those that plugins add.',
      });
    }
    this.#processor = make(this.#options.config);
    return this.#processor;
  }
}
