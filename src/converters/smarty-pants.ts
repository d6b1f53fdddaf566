import { makeConverter } from '../kramdown/kramdown.ts';
import type { Conversion, Converter } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import type { Log } from '../util/log.ts';

/** Typographic quotes, dashes and dots by kramdown: no file is converted so, only what goes through `smartify`. */
export class SmartyPantsConverter implements Converter {
  readonly name = 'SmartyPants';
  readonly priority = 'low';
  readonly #settings: ReadonlyHash;
  readonly #log: Log;

  constructor(config: ReadonlyHash, log: Log) {
    this.#settings = asHash(config.get('kramdown'));
    this.#log = log;
  }

  matches(): boolean {
    return false;
  }

  outputExtension(): null {
    return null;
  }

  convert(content: string, { isUsAscii }: Pick<Conversion, 'isUsAscii'> = {}): string {
    const settings = Object.fromEntries([...this.#settings].map(([name, value]) => [String(name), value]));
    const { html, warnings } = makeConverter({ ...settings, input: 'SmartyPants' })(content, isUsAscii);
    if (this.#settings.get('show_warnings') === true) {
      for (const warning of warnings) this.#log.warn('Kramdown warning:', warning);
    }
    return html.replace(/\r?\n$/, '');
  }
}
