import { UttersonError } from '../errors.ts';
import { type Charset, type ConfiguredOptions, type Convert, makeConverter } from '../kramdown/kramdown.ts';
import type { ElementWriter } from '../kramdown/writer/element-writer.ts';
import type { Conversion, MarkdownProcessor } from '../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../site/hash.ts';
import type { Log } from '../util/program/log.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { highlightCode } from './highlight-code.ts';
import { reportWarnings, siteCharset, writtenOptions } from './kramdown-settings.ts';

/** Converts with kramdown, with the options of the configuration. */
export class KramdownProcessor implements MarkdownProcessor {
  readonly #convert: Convert;
  readonly #settings: ReadonlyHash;
  readonly #log: Log | null;
  readonly #charset: Charset;

  /**
   * @param log for deprecations, and with `show_warnings` kramdown's warnings; null for none
   * @param elementWriter writes elements of some kinds in the place of kramdown
   * @throws {UttersonError} `MissingDependency` for settings that need a gem, `KramdownError` for those kramdown refuses
   */
  constructor(config: ReadonlyHash, log: Log | null, elementWriter?: ElementWriter) {
    const settings = asHash(config.get('kramdown'));
    const warn = (message: string): void => log?.warn('Deprecation:', message);
    const highlighter = chooseHighlighter(settings, config.get('highlighter'), warn);
    refuseGems(settings, highlighter);
    this.#convert = makeConverter({ ...kramdownOptions(settings, highlighter, warn), elementWriter });
    this.#charset = siteCharset(config);
    this.#settings = settings;
    this.#log = log;
  }

  convert(content: string, { isUsAscii }: Pick<Conversion, 'isUsAscii'> = {}): string {
    const { html, warnings } = this.#convert(content, isUsAscii === true ? 'ascii' : this.#charset);
    if (this.#log !== null) reportWarnings(warnings, this.#settings, this.#log);
    return html;
  }
}

/** Rejects engines that are gems: Jekyll stops where a gem is not installed, and here none can be. */
function refuseGems(settings: ReadonlyHash, highlighter: unknown): void {
  const engine = settings.get('math_engine');
  if (isTruthy(engine) && engine !== 'mathjax') {
    throw missingGem(
      `kramdown-math-${toText(engine)}`,
      'Use math_engine: mathjax, whose output KaTeX reads in the browser too, or nothing (math_engine: null).',
    );
  }
  if (highlighter !== 'coderay') return;
  throw missingGem('kramdown-syntax-coderay', 'Use syntax_highlighter: rouge, with a style sheet for its class names.');
}

function missingGem(gem: string, hint: string): UttersonError {
  return new UttersonError(
    'MissingDependency',
    `kramdown is set up to use ${gem}, a Ruby gem, which cannot run here.`,
    { hint },
  );
}

function chooseHighlighter(settings: ReadonlyHash, highlighter: unknown, warn: (message: string) => void): unknown {
  if (isTruthy(settings.get('syntax_highlighter'))) return settings.get('syntax_highlighter');
  if (!isTruthy(settings.get('enable_coderay'))) return isTruthy(highlighter) ? highlighter : 'rouge';
  warn("You are using 'enable_coderay', use syntax_highlighter: coderay in your configuration file.");
  return 'coderay';
}

/** kramdown's options: the site's, on top of Jekyll's defaults for the highlighter. */
function kramdownOptions(
  settings: ReadonlyHash,
  highlighter: unknown,
  warn: (message: string) => void,
): ConfiguredOptions {
  const configured = asHash(settings.get('syntax_highlighter_opts'));
  const highlighting = new Map(configured).set('guess_lang', settings.get('guess_lang'));
  if (!isTruthy(configured.get('default_lang'))) highlighting.set('default_lang', 'plaintext');
  return {
    ...writtenOptions(settings),
    syntax_highlighter: highlighter,
    syntax_highlighter_opts: withCoderay(highlighting, asHash(settings.get('coderay')), warn),
    highlight: highlighter === 'rouge' ? highlightCode : undefined,
  };
}

/** Jekyll's defaults for the settings of CodeRay, which apply whichever highlighter is chosen. */
const CODERAY_DEFAULTS: ReadonlyHash = new Map<string, unknown>([
  ['css', 'style'],
  ['bold_every', 10],
  ['line_numbers', 'inline'],
  ['line_number_start', 1],
  ['tab_width', 4],
  ['wrap', 'div'],
]);

/** Moves the long deprecated `kramdown.coderay` to the highlighter's options, and drops `coderay_` from its keys. */
function withCoderay(options: ReadonlyHash, coderay: ReadonlyHash, warn: (message: string) => void): ReadonlyHash {
  if (coderay.size === 0) return options;
  warn("You are using 'kramdown.coderay' in your configuration, please use 'syntax_highlighter_opts' instead.");
  return new Map(
    [...new Map([...options, ...CODERAY_DEFAULTS, ...coderay])].map(([key, value]) => {
      const name = toText(key).replace(/^coderay_/, '');
      if (name !== key) warn(`You are using '${toText(key)}'. Normalizing to ${name}.`);
      return [name, value];
    }),
  );
}
