import { type Charset, type Convert, type KramdownOptions, makeConverter } from '../kramdown/kramdown.ts';
import type { Conversion, MarkdownProcessor } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import { charsetOf } from '../util/encoding.ts';
import type { Log } from '../util/log.ts';
import { highlightCode } from './highlight-code.ts';

/** kramdown with the options of the configuration. */
export class KramdownProcessor implements MarkdownProcessor {
  readonly #convert: Convert;
  readonly #log: Log | null;
  readonly #charset: Charset;

  /** @param log gets kramdown's warnings, where `show_warnings` asks for them */
  constructor(config: ReadonlyHash, log: Log | null) {
    const settings = asHash(config.get('kramdown'));
    this.#convert = makeConverter(kramdownOptions(settings, config.get('highlighter')));
    this.#charset = charsetOf(String(config.get('encoding') ?? 'utf-8'));
    this.#log = isOn(settings.get('show_warnings')) ? log : null;
  }

  convert(content: string, { isUsAscii }: Pick<Conversion, 'isUsAscii'> = {}): string {
    const { html, warnings } = this.#convert(content, isUsAscii === true ? 'ascii' : this.#charset);
    if (this.#log === null) return html;
    for (const warning of warnings) this.#log.warn('Kramdown warning:', warning);
    return html;
  }
}

/** All of a configuration that a processor reads: other threads get no more, as plugins lay pages and drops into the rest. */
export function kramdownSettings(config: ReadonlyHash): ReadonlyHash {
  return new Map(['kramdown', 'highlighter', 'encoding'].map((key) => [key, config.get(key)]));
}

/** Jekyll's defaults for the highlighter, under what the site configures. */
function kramdownOptions(settings: ReadonlyHash, highlighter: unknown): KramdownOptions {
  const chosen = settings.get('syntax_highlighter') ?? highlighter ?? 'rouge';
  const configured = asHash(settings.get('syntax_highlighter_opts'));
  const highlighting = new Map(configured).set('guess_lang', settings.get('guess_lang'));
  if (!isOn(configured.get('default_lang'))) highlighting.set('default_lang', 'plaintext');
  return {
    ...Object.fromEntries([...settings].map(([name, value]) => [String(name), value])),
    syntax_highlighter: chosen,
    syntax_highlighter_opts: highlighting,
    highlight: chosen === 'rouge' ? highlightCode : undefined,
  };
}

function isOn(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}
