import { asHash, inspect, isNil, isTruthy, type ReadonlyHash, type Site, UttersonError } from '../../plugin/plugin.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';
import type { HtmlOptions } from './html-options.ts';

export const TOPIC = 'Jekyll Minifier:';
const KEY = 'jekyll-minifier';
const PHP = /<\?php[\s\S]*?\?>/gi;

/** Signs of patterns that jekyll-minifier 0.2 refuses because they might take too long. */
const SLOW_PATTERNS: readonly RegExp[] = [/\([^)]*[+*]\)[+*]/, /\([^)]*\|[^)]*\)[+*]/];
const LONGEST_PATTERN = 1000;
const MOST_GROUPS = 10;
const MOST_QUANTIFIERS = 20;

/** The settings under `jekyll-minifier:`, read as that version of the gem reads them. */
export class MinifierSettings {
  readonly #site: Site;
  readonly #values: ReadonlyHash;
  /** Whether the gem is of version 0.2, which checks its settings. */
  readonly isChecked: boolean;

  /** @throws UttersonError InvalidConfiguration */
  constructor(site: Site, isChecked: boolean) {
    this.#site = site;
    this.isChecked = isChecked;
    const values = site.config.get(KEY) ?? new Map();
    if (!(values instanceof Map)) {
      throw new UttersonError('InvalidConfiguration', `${KEY} must be a mapping, but is ${inspect(values)}.`, {
        hint: 'Write it like this: jekyll-minifier: { exclude: [robots.txt] }',
      });
    }
    this.#values = values;
    if (isChecked && this.is('css_enhanced_mode')) {
      throw new UttersonError('InvalidConfiguration', `${KEY}: css_enhanced_mode is not supported.`, {
        hint: 'Leave it out: style sheets are compressed as without it.',
      });
    }
  }

  /** A setting that is on or off. */
  is(name: string, byDefault = false): boolean {
    if (!this.#values.has(name)) return byDefault;
    const value = this.#values.get(name);
    if (!this.isChecked) return isTruthy(value);
    if (value === true || value === 'true' || value === '1' || value === 1) return true;
    if (value === false || value === 'false' || value === '0' || value === 0) return false;
    if (value !== null) {
      this.#site.log.warn(TOPIC, `Invalid boolean value for '${name}': ${inspect(value)}. Using default.`);
    }
    return byDefault;
  }

  /** The patterns of files that are left as they are. */
  get excluded(): readonly string[] {
    return this.#list('exclude').map(String);
  }

  #list(name: string): readonly unknown[] {
    const value = this.#values.get(name);
    return Array.isArray(value) ? value : isNil(value) ? [] : [value];
  }

  /** The settings for the compressor of scripts. */
  get scriptSettings(): ReadonlyHash {
    return asHash(this.isChecked ? this.#checkedScriptSettings() : this.#values.get('uglifier_args'));
  }

  /** The gem leaves out what was Uglifier's alone, and with a warning mappings, which it does not expect. */
  #checkedScriptSettings(): ReadonlyHash {
    const given = this.#values.get('terser_args') ?? this.#values.get('uglifier_args');
    const settings = new Map<unknown, unknown>();
    for (const [key, value] of given instanceof Map ? given : []) {
      if (key === 'harmony') continue;
      if (value === null || ['boolean', 'number', 'string', 'bigint'].includes(typeof value)) settings.set(key, value);
      else this.#site.log.warn(TOPIC, `Unsupported value type for '${String(key)}'. Skipping.`);
    }
    return settings;
  }

  /** @param compress how to compress scripts and style sheets, if they are to be compressed */
  htmlOptions(compress: Pick<HtmlOptions, 'compressScript' | 'compressStyle'>): HtmlOptions {
    const hasTemplates = this.is('compress_js_templates');
    return {
      removeComments: this.is('remove_comments', true),
      removeMultiSpaces: this.is('remove_multi_spaces', true),
      removeSpacesInsideTags: this.is('remove_spaces_inside_tags', true),
      removeIntertagSpaces: this.is('remove_intertag_spaces'),
      removeQuotes: this.is('remove_quotes') && !hasTemplates,
      simpleDoctype: this.is('simple_doctype'),
      removeScriptAttributes: this.is('remove_script_attributes'),
      removeStyleAttributes: this.is('remove_style_attributes'),
      removeLinkAttributes: this.is('remove_link_attributes'),
      removeFormAttributes: this.is('remove_form_attributes'),
      removeInputAttributes: this.is('remove_input_attributes'),
      simpleBooleanAttributes: this.is('simple_boolean_attributes'),
      removeJavascriptProtocol: this.is('remove_javascript_protocol'),
      removeHttpProtocol: this.is('remove_http_protocol'),
      removeHttpsProtocol: this.is('remove_https_protocol'),
      preserveLineBreaks: this.is('preserve_line_breaks'),
      templateTypes: hasTemplates ? ['text/x-jquery-tmpl', ...this.#templateTypes()] : [],
      preservePatterns: [
        ...(this.#values.get('preserve_php') === true || (this.isChecked && this.is('preserve_php')) ? [PHP] : []),
        ...this.#patterns(),
      ],
      ...compress,
    };
  }

  #templateTypes(): readonly string[] {
    return this.isChecked || this.#values.get('compress_js_templates') === true
      ? []
      : this.#list('compress_js_templates').map(String);
  }

  /** In 0.1.10 `preserve_patterns` has no effect. */
  #patterns(): readonly RegExp[] {
    return this.isChecked ? this.#list('preserve_patterns').flatMap((pattern) => this.#pattern(pattern) ?? []) : [];
  }

  #pattern(source: unknown): RegExp | undefined {
    if (typeof source !== 'string' || source.trim() === '' || isSlow(source)) {
      this.#site.log.warn(TOPIC, `Skipping potentially unsafe regex pattern: ${inspect(source)}`);
      return undefined;
    }
    return rubyPattern(source);
  }
}

function isSlow(pattern: string): boolean {
  const groups = pattern.split('(').length - 1;
  const quantifiers = pattern.match(/[+*?]\??/g)?.length ?? 0;
  const isLarge = pattern.length > LONGEST_PATTERN || groups > MOST_GROUPS || quantifiers > MOST_QUANTIFIERS;
  return isLarge || SLOW_PATTERNS.some((sign) => sign.test(pattern));
}
