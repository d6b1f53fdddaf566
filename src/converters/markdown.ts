import { UttersonError } from '../errors.ts';
import type { Conversion, Converter, MarkdownProcessor } from '../plugin/converter.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { requireUtf8 } from '../util/encoding.ts';

export interface MarkdownOptions {
  readonly config: ReadonlyHash;
  /** The processors that `markdown: NAME` can choose. */
  readonly processors: ReadonlyMap<string, (config: ReadonlyHash) => MarkdownProcessor>;
}

/** The number of characters of converted texts, input and output, that are remembered before older ones are dropped. */
const MOST_KEPT = 1_000_000;
/**
 * Longer texts are no excerpts. Keeping the bodies of a hundred posts made V8 treat each new one as long-lived.
 */
const LONGEST_KEPT = 2000;

/** Converts Markdown to HTML, with the processor that the configuration names. */
export class MarkdownConverter implements Converter {
  readonly name = 'Markdown';
  readonly highlighterPrefix = '\n';
  readonly highlighterSuffix = '\n';
  readonly #options: MarkdownOptions;
  readonly #extensions: ReadonlySet<string>;
  #processor: MarkdownProcessor | undefined;
  /** The HTML of recently converted texts: the same text is often both an excerpt and a document, or is repeated. */
  #converted = new Map<string, string>();
  #convertedBefore = new Map<string, string>();
  #room = MOST_KEPT;
  /** Fetches the HTML of a text that another thread has converted ahead of time; set by the build. */
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
    // Rare, and its HTML may differ from that of the same text in UTF-8.
    if (conversion.isUsAscii === true) return this.#chooseProcessor().convert(content, conversion);
    const known = this.#converted.get(content) ?? this.#convertedBefore.get(content);
    const convert = (text: string) => this.#chooseProcessor().convert(text, conversion);
    const output = known ?? this.takeAhead?.(content, convert) ?? convert(content);
    this.#keep(content, output);
    return output;
  }

  /** Starts a new generation: what the last build used is kept for one more, what it did not use is dropped. */
  beginBuild(): void {
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    this.#convertedBefore = this.#converted;
    this.#converted = new Map();
    this.#room = MOST_KEPT;
  }

  /** Remembers short texts only: a large site would fill the memory with texts that are never converted again. */
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
