import { UttersonError } from '../errors.ts';
import type { Conversion, Converter, MarkdownProcessor } from '../plugin/converter.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { requireUtf8 } from '../util/encoding.ts';
import { ConvertedTexts } from './converted-texts.ts';

interface MarkdownOptions {
  readonly config: ReadonlyHash;
  /** The processors that `markdown: NAME` can choose. */
  readonly processors: ReadonlyMap<string, (config: ReadonlyHash) => MarkdownProcessor>;
}

/** The numbers of characters that are remembered of short and of long texts. */
const SHORT_KEPT = 1_000_000;
const LONG_KEPT = 20_000_000;
/**
 * Most longer texts are bodies, which are converted once. Keeping those of a hundred posts made V8 treat each new one as
 * long-lived, so they are remembered only from the second time on: excerpts of posts without an empty line, for example.
 */
const LONGEST_SHORT = 2000;
/** How many characters of a text tell it from others. */
const SAMPLES = 32;

/** Converts Markdown to HTML, with the processor that the configuration names. */
export class MarkdownConverter implements Converter {
  readonly name = 'Markdown';
  readonly highlighterPrefix = '\n';
  readonly highlighterSuffix = '\n';
  readonly #options: MarkdownOptions;
  readonly #extensions: ReadonlySet<string>;
  #processor: MarkdownProcessor | undefined;
  /** The same text is often both an excerpt and a document, or is repeated. */
  readonly #short = new ConvertedTexts(SHORT_KEPT);
  readonly #long = new ConvertedTexts(LONG_KEPT);
  /** Samples of the long texts that were converted. */
  readonly #longOnes = new Set<number>();
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
    const texts = content.length > LONGEST_SHORT ? this.#long : this.#short;
    const convert = (text: string) => this.#chooseProcessor().convert(text, conversion);
    const output = texts.get(content) ?? this.takeAhead?.(content, convert) ?? convert(content);
    if (texts === this.#short || this.#isRepeated(content)) texts.keep(content, output);
    return output;
  }

  /** Starts a new generation: what the last build used is kept for one more, what it did not use is dropped. */
  beginBuild(): void {
    this.#short.startGeneration();
    this.#long.startGeneration();
    this.#longOnes.clear();
  }

  /** Whether a long text was converted before. Two that only look the same are kept in vain. */
  #isRepeated(content: string): boolean {
    let sample = content.length;
    for (let index = 0; index < SAMPLES; index++) {
      sample = (Math.imul(sample, 31) + content.charCodeAt(Math.floor((index * content.length) / SAMPLES))) | 0;
    }
    if (this.#longOnes.has(sample)) return true;
    this.#longOnes.add(sample);
    return false;
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
        hint: hintForProcessor(name),
      });
    }
    this.#processor = make(this.#options.config);
    return this.#processor;
  }
}

function hintForProcessor(name: string): string {
  if (['maruku', 'rdiscount', 'redcarpet'].includes(name))
    return `Jekyll 4 has no ${name}. Write markdown: kramdown, or leave the line out.`;
  return 'The processors are kramdown, CommonMark, GFM, markdown-it, and those that plugins add.';
}
