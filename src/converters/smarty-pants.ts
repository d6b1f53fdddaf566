import { type Charset, makeConverter } from '../kramdown/kramdown.ts';
import type { Conversion, Converter } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import type { Log } from '../util/program/log.ts';
import { reportWarnings, siteCharset, writtenOptions } from './kramdown-settings.ts';

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
    this.#charset = siteCharset(config);
  }

  matches(): boolean {
    return false;
  }

  outputExtension(): null {
    return null;
  }

  convert(content: string, { isUsAscii }: Pick<Conversion, 'isUsAscii'> = {}): string {
    const convert = makeConverter({ ...writtenOptions(this.#settings), input: 'SmartyPants' });
    const { html, warnings } = convert(content, isUsAscii === true ? 'ascii' : this.#charset);
    reportWarnings(warnings, this.#settings, this.#log);
    return html.replace(/\r?\n$/, '');
  }
}
