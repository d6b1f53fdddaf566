import { isTruthy } from '../../util/is-truthy.ts';
import type { Attributes } from '../element.ts';
import { entriesOf, type Settings } from '../options.ts';

/** Options for the highlighter: those of the configuration, with those for blocks or for spans over them. */
export type HighlightOptions = ReadonlyMap<string, unknown>;

/**
 * Turns code into HTML: what stands inside the outer `<div>` of a code block, or inside the `<code>` of a span.
 *
 * Returns undefined for code that is not to be highlighted, which is then written as it is: where no lexer has that
 * name, or where it is plain text and the option `guess_lang` is not set. Without a language, `default_lang` of the
 * options is handed in, if there is one. The language of a block may have options behind it (`ruby?line_numbers=true`).
 */
export type Highlight = (
  code: string,
  language: string | undefined,
  kind: 'block' | 'span',
  options: HighlightOptions,
) => string | undefined;

const LANGUAGE = /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\n\v\f\r]+)/u;

const LANGUAGE_FIRST = /^language-[^ \t\n\v\f\r]+/;

/** The language in a class `language-…`. */
export function languageOf(attributes: Attributes): string | undefined {
  const classes = attributes.get('class');
  return classes === undefined || classes === null ? undefined : LANGUAGE.exec(classes)?.[1];
}

/** Takes the language out of the classes. */
export function takeLanguage(attributes: Attributes): string | undefined {
  const language = languageOf(attributes);
  if (language === undefined) return undefined;
  const classes = (attributes.get('class') ?? '').replace(LANGUAGE, '').trim();
  if (classes === '') attributes.delete('class');
  else attributes.set('class', classes);
  return language;
}

function isFalsy(value: unknown): boolean {
  return !isTruthy(value);
}

function optionsFor(kind: 'block' | 'span', settings: Settings): HighlightOptions {
  const options = new Map(settings.syntax_highlighter_opts);
  const own = options.get(kind);
  options.delete('block');
  options.delete('span');
  if (typeof own === 'object' && own !== null) {
    const entries = own instanceof Map ? entriesOf(own) : Object.entries(own);
    for (const [name, value] of entries) options.set(name, value);
  }
  if (kind === 'span') options.set('wrap', false);
  return options;
}

export interface Highlighted {
  readonly html: string;
  readonly defaultLanguage: string | undefined;
}

/** Hands code to the highlighter, with the options for its kind. */
export class CodeHighlighter {
  private readonly options = new Map<string, HighlightOptions>();

  constructor(
    private readonly settings: Settings,
    private readonly highlight: Highlight | undefined,
  ) {}

  run(code: string, language: string | undefined, kind: 'block' | 'span'): Highlighted | undefined {
    if (this.highlight === undefined || this.settings.syntax_highlighter === undefined) return undefined;
    const options = this.optionsFor(kind);
    const defaultLanguage = options.get('default_lang');
    const fallback = isFalsy(defaultLanguage) ? undefined : String(defaultLanguage);
    if (language === undefined && fallback === undefined && isFalsy(options.get('guess_lang'))) return undefined;
    if (!isFalsy(options.get('disable'))) return undefined;
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

  /** Names the language and the highlighter in the classes of highlighted code. */
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
