import { type Charset, makeConverter } from '../kramdown/kramdown.ts';
import type { Conversion, Converter } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import { charsetOf } from '../util/encoding.ts';
import type { Log } from '../util/program/log.ts';

/** Typographic quotes, dashes and ellipses by kramdown. It converts no files, only the input of the filter `smartify`. */
export class SmartyPantsConverter implements Converter {
  readonly name = 'SmartyPants';
  readonly priority = 'low';
  readonly #settings: ReadonlyHash;
  readonly #log: Log;
  readonly #charset: Charset;

  constructor(config: ReadonlyHash, log: Log) {
    this.#settings = asHash(config.get('kramdown'));
    this.#log = log;
    this.#charset = charsetOf(String(config.get('encoding') ?? 'utf-8'));
  }

  matches(): boolean {
    return false;
  }

  outputExtension(): null {
    return null;
  }

  convert(content: string, { isUsAscii }: Pick<Conversion, 'isUsAscii'> = {}): string {
    const settings = Object.fromEntries([...this.#settings].map(([name, value]) => [String(name), value]));
    const convert = makeConverter({ ...settings, input: 'SmartyPants' });
    const { html, warnings } = convert(content, isUsAscii === true ? 'ascii' : this.#charset);
    if (this.#settings.get('show_warnings') === true) {
      for (const warning of warnings) this.#log.warn('Kramdown warning:', warning);
    }
    return html.replace(/\r?\n$/, '');
  }
}
