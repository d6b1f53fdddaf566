import { UnicodePattern } from '../../util/unicode-pattern.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import type { Attributes } from '../element.ts';
import { entriesOf, isMapping, type Settings } from '../options.ts';
import type { Warning } from '../parser.ts';

/** Options for the highlighter: those of `syntax_highlighter_opts`, overridden by those under its `block` or `span`. */
export type HighlightOptions = ReadonlyMap<string, unknown>;

/**
 * Turns code into HTML: the content of the outer `<div>` of a code block, or of the `<code>` of a span.
 *
 * Returns undefined for code that is not to be highlighted, which is then only escaped: where no lexer has that name, or
 * where it is plain text and the option `guess_lang` is not set. Code without a language is passed with the option
 * `default_lang`, if that is set. The language of a block may carry options (`ruby?line_numbers=true`).
 */
export type Highlight = (
  code: string,
  language: string | undefined,
  kind: 'block' | 'span',
  options: HighlightOptions,
) => string | undefined;

const LANGUAGE = new UnicodePattern(String.raw`(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\n\v\f\r]+)`);

const LANGUAGE_FIRST = /^language-[^ \t\n\v\f\r]+/;

/** The language named by a class `language-…`. */
export function languageOf(attributes: Attributes): string | undefined {
  const classes = attributes.get('class');
  return classes === undefined || classes === null ? undefined : LANGUAGE.for(classes).exec(classes)?.[1];
}

/** Removes the language from the classes and returns it. */
export function takeLanguage(attributes: Attributes): string | undefined {
  const language = languageOf(attributes);
  if (language === undefined) return undefined;
  const classes = attributes.get('class') ?? '';
  const others = classes.replace(LANGUAGE.for(classes), '').trim();
  if (others === '') attributes.delete('class');
  else attributes.set('class', others);
  return language;
}

function optionsFor(kind: 'block' | 'span', settings: Settings): HighlightOptions {
  const options = new Map(settings.syntax_highlighter_opts);
  const own = options.get(kind);
  options.delete('block');
  options.delete('span');
  if (isMapping(own)) for (const [name, value] of entriesOf(own)) options.set(name, value);
  if (kind === 'span') options.set('wrap', false);
  return options;
}

/** Highlighted code; `defaultLanguage` is the option `default_lang`, if that is set. */
export interface Highlighted {
  readonly html: string;
  readonly defaultLanguage: string | undefined;
}

/** Passes code to the highlighter, with the options for its kind. */
export class CodeHighlighter {
  private readonly options = new Map<string, HighlightOptions>();

  constructor(
    private readonly settings: Settings,
    private readonly highlight: Highlight | undefined,
    private readonly warnings: Warning[],
  ) {}

  run(code: string, language: string | undefined, kind: 'block' | 'span'): Highlighted | undefined {
    const { syntax_highlighter: name } = this.settings;
    if (name === undefined) return undefined;
    if (this.highlight === undefined) {
      // Programs may leave Rouge out without a word; kramdown has no other highlighter for HTML.
      if (name !== 'rouge') this.warnings.push(() => `The configured syntax highlighter ${name} is not available.`);
      return undefined;
    }
    const options = this.optionsFor(kind);
    const defaultLanguage = options.get('default_lang');
    const fallback = isTruthy(defaultLanguage) ? String(defaultLanguage) : undefined;
    if (language === undefined && fallback === undefined && !isTruthy(options.get('guess_lang'))) return undefined;
    if (isTruthy(options.get('disable'))) return undefined;
    const html = this.highlight(code, language ?? fallback, kind, options);
    return html === undefined ? undefined : { html, defaultLanguage: fallback };
  }

  private optionsFor(kind: 'block' | 'span'): HighlightOptions {
    const known = this.options.get(kind);
    if (known !== undefined) return known;
    const options = optionsFor(kind, this.settings);
    this.options.set(kind, options);
    return options;
  }

  /** Adds the classes of highlighted code, which name its language and the highlighter. */
  addClasses(attributes: Attributes, language: string | undefined): void {
    const classes = `${attributes.get('class') ?? ''} highlighter-${this.settings.syntax_highlighter}`.trimStart();
    if (language === undefined) attributes.set('class', classes);
    else if (LANGUAGE_FIRST.test(classes)) {
      attributes.set(
        'class',
        classes.replace(LANGUAGE_FIRST, () => `language-${language}`),
      );
    } else attributes.set('class', `language-${language} ${classes}`);
  }
}

const BLANKS = /(?:(^[ \t]+)|([ \t]+$)|([ \t]+))/gm;

/** Makes blanks visible, for code with the class `show-whitespaces`. */
export function showBlanks(code: string): string {
  return code.replace(BLANKS, (blanks: string, left?: string, right?: string) => {
    const suffix = left !== undefined ? '-l' : right !== undefined ? '-r' : '';
    return [...blanks]
      .map((blank) =>
        blank === '\t' ? `<span class="ws-tab${suffix}">\t</span>` : `<span class="ws-space${suffix}">&#8901;</span>`,
      )
      .join('');
  });
}
