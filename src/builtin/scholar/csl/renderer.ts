import { UttersonError } from '../../../plugin/plugin.ts';
import { holds } from './conditions.ts';
import { HtmlFormat } from './format.ts';
import type { CitedItem } from './item.ts';
import { chosenPlural, labelTerm } from './labels.ts';
import type { Locale } from './locale.ts';
import { NameOptions } from './name-options.ts';
import { formatPageRange } from './page-range.ts';
import { joinEditorsAndTranslators, type Role } from './roles.ts';
import { closestDelimiter, type Style } from './style.ts';
import {
  isEmptyVariable,
  isNumericVariable,
  isPluralText,
  isPluralVariable,
  type Variable,
  variableText,
} from './variables.ts';
import { writeDatePart } from './write-date.ts';
import { writeNames } from './write-names.ts';
import { writeNumber } from './write-number.ts';
import type { XmlElement } from './xml.ts';

/** What is known while one citation or one entry of a bibliography is being written. */
interface Job {
  readonly item: CitedItem;
  readonly style: Style;
  /** The element `citation` or `bibliography`. */
  readonly mode: XmlElement;
  /** The element `names` for which another one stands in. */
  substituted: XmlElement | undefined;
  /** Whether an element `names` has been written: only the first one may become a dash. */
  hasNames: boolean;
  /** What those elements have written that the next entry is compared with. */
  readonly authors: string[];
}

/**
 * Writes citations and bibliographies as citeproc-ruby does. One renderer writes the entries of one bibliography: it
 * remembers the authors of the last entry, which a style may replace by a dash.
 */
export class CslRenderer {
  locale: Locale;
  readonly #format = new HtmlFormat();
  #previousAuthors: readonly string[] = [];

  constructor(locale: Locale) {
    this.locale = locale;
  }

  /** One entry of the bibliography, as HTML. */
  renderBibliography(item: CitedItem, style: Style): string {
    const mode = style.bibliography;
    const layout = mode?.child('layout');
    if (mode === undefined || layout === undefined) throw missingPart('bibliography');
    const job: Job = { item, style, mode, substituted: undefined, hasNames: false, authors: [] };
    const result = this.#render(layout, job);
    this.#previousAuthors = job.authors;
    return this.#format.apply(result, mode, this.locale);
  }

  /** A citation of some works in the text, as HTML. */
  renderCitation(items: readonly CitedItem[], style: Style): string {
    const mode = style.citation;
    const layout = mode?.child('layout');
    if (mode === undefined || layout === undefined) throw missingPart('citation');
    const shared = { style, mode, hasNames: false, authors: [] };
    const texts = items.map((item) => this.#renderChildren(layout, { ...shared, item, substituted: undefined }));
    const cited = this.#format.join(texts, layout.get('delimiter') ?? '');
    return this.#format.apply(this.#format.apply(cited, layout, this.locale), mode, this.locale);
  }

  #render(element: XmlElement, job: Job): string {
    return this.#format.apply(this.#renderPlain(element, job), element, this.locale);
  }

  #renderPlain(element: XmlElement, job: Job): string {
    switch (element.name) {
      case 'text':
        return this.#renderText(element, job);
      case 'number':
        return this.#renderNumber(element, job);
      case 'date':
        return this.#renderDate(element, job);
      case 'names':
        return this.#renderNames(element, job);
      case 'label':
        return this.#renderLabel(element, job);
      case 'group':
        return this.#renderGroup(element, job);
      case 'choose':
        return this.#renderChoose(element, job);
      case 'macro':
        return element.children.map((child) => this.#render(child, job)).join('');
      case 'layout':
        return this.#renderChildren(element, job);
      default:
        throw invalidStyle(`A citation style has <${element.name}> where it has no meaning.`);
    }
  }

  #renderChildren(element: XmlElement, job: Job, delimiter = element.get('delimiter') ?? ''): string {
    const texts = element.children.map((child) => this.#render(child, job)).filter((text) => text !== '');
    return this.#format.join(texts, delimiter);
  }

  #renderText(element: XmlElement, job: Job): string {
    const [variable, macro, term] = ['variable', 'macro', 'term'].map((name) => element.get(name));
    if (variable !== undefined) return this.#renderVariable(element, variable, job);
    if (macro !== undefined) {
      const definition = job.style.macro(macro);
      if (definition === undefined) throw invalidStyle(`The citation style has no macro "${macro}".`);
      return this.#render(definition, job);
    }
    // As in citeproc-ruby, plural="false" means the plural as well.
    if (term !== undefined) {
      return (
        this.locale.translate(term, { form: element.get('form'), isPlural: element.get('plural') !== undefined }) ?? ''
      );
    }
    return element.get('value') ?? '';
  }

  #renderVariable(element: XmlElement, name: string, { item, style }: Job): string {
    if (name === 'locator') return item.locator ?? variableText(item.read('locator'));
    const form = element.get('form');
    const value = item.readForm(name, form);
    if (name === 'page' && value !== undefined) this.#formatPages(value, style);
    const text = variableText(value);
    const long = name.replace(/-short$/, '');
    if (text === '' && long !== name) return variableText(item.readForm(long, form));
    return name === 'page-first' && text === '' ? (/\d+/.exec(variableText(item.read('page')))?.[0] ?? '') : text;
  }

  /** Changes the variable itself, as citeproc-ruby does. */
  #formatPages(pages: Variable, style: Style): void {
    if (pages.kind !== 'text') return;
    const dash = this.locale.translate('page-range-delimiter') ?? '–';
    pages.text = formatPageRange(pages.text, style.root.get('page-range-format'), dash);
  }

  #renderNumber(element: XmlElement, { item }: Job): string {
    const variable = item.read(element.get('variable') ?? '');
    const text = variableText(variable);
    return isNumericVariable(variable) ? writeNumber(text, element.get('form'), this.locale) : text;
  }

  #renderDate(element: XmlElement, { item }: Job): string {
    const date = item.read(element.get('variable') ?? '');
    if (date?.kind !== 'date' || isEmptyVariable(date)) return '';
    if (date.literal !== undefined) return date.literal;
    const form = element.get('form');
    const shown = (element.get('date-parts') ?? 'year-month-day').split('-');
    const localized = this.locale.dates.find((candidate) => candidate.get('form') === form);
    if (form !== undefined && localized === undefined) throw missingPart(`date form="${form}"`);
    const isShown = (part: XmlElement) => form === undefined || shown.includes(part.get('name') ?? '');
    const source = form === undefined ? element : (localized ?? element);
    const parts = source.children.filter((part) => part.name === 'date-part' && isShown(part));
    return parts
      .map((part) => this.#format.apply(writeDatePart(date.parts[0] ?? [], part, this.locale), part, this.locale))
      .filter((text) => text !== '')
      .join(element.get('delimiter') ?? '');
  }

  #renderGroup(element: XmlElement, job: Job): string {
    const read = new Map<string, boolean>();
    const text = job.item.observe(
      (name, value) => read.set(name, hasValue(value)),
      () => this.#renderChildren(element, job),
    );
    return read.size > 0 && ![...read.values()].includes(true) ? '' : text;
  }

  #renderChoose(element: XmlElement, job: Job): string {
    const block = element.children.find((child) => holds(child, job.item));
    return block === undefined ? '' : this.#renderChildren(block, job, closestDelimiter(block));
  }

  #renderLabel(element: XmlElement, { item, style }: Job): string {
    const variable = element.get('variable') ?? '';
    if (/^page/i.test(variable)) {
      const pages = item.peek('page');
      if (pages !== undefined) this.#formatPages(pages, style);
      return this.#translateLabel(element, 'page', variableText(pages));
    }
    if (/^locator/i.test(variable))
      return this.#translateLabel(element, item.label, item.locator ?? item.peek('locator'));
    return variable === '' ? '' : this.#translateLabel(element, labelTerm(variable), item.peek(variable));
  }

  #translateLabel(element: XmlElement, term: string | undefined, value: Variable | string | undefined): string {
    if (term === undefined || !hasValue(value) || value === undefined) return '';
    const isPlural = typeof value === 'string' ? isPluralText(value) : isPluralVariable(value);
    return (
      this.locale.translate(term, { form: element.get('form'), isPlural: chosenPlural(element, value) ?? isPlural }) ??
      ''
    );
  }

  #renderNames(element: XmlElement, job: Job): string {
    try {
      return this.#renderRoles(element, job);
    } finally {
      job.hasNames = true;
    }
  }

  #renderRoles(element: XmlElement, job: Job): string {
    const { item } = job;
    const asked = (element.get('variable') ?? '').split(/\s+/).map((role) => [role, item.read(role)] as const);
    const roles = asked.filter(([role]) => !item.isSuppressed(role));
    const filled = roles.flatMap(([role, value]): Role[] =>
      value?.kind === 'names' && value.names.length > 0 ? [[role, value.names]] : [],
    );
    if (filled.length === 0) {
      const substitute = element.child('substitute');
      if (roles.length < asked.length || substitute === undefined) return '';
      return this.#replaceRepeated(this.#renderSubstitute(element, substitute, job), job);
    }
    const source = this.#namesElement(element, job);
    const options = new NameOptions(source, job.mode, job.style.root);
    const people = joinEditorsAndTranslators(filled);
    if (options.counts) {
      return String(
        people.reduce(
          (sum, [, names]) => sum + Math.min(names.length, options.shownOf(names.length) ?? names.length),
          0,
        ),
      );
    }
    const texts = people.map((role) => this.#renderRole(role, { source, options, job }));
    const inherited = job.mode.get('names-delimiter') ?? job.style.root.get('names-delimiter');
    return this.#format.join(texts, source.get('delimiter') ?? inherited ?? '');
  }

  /** The element whose options count: that for which this one stands in, unless this one has its own. */
  #namesElement(element: XmlElement, { substituted }: Job): XmlElement {
    if (substituted === undefined || element.children.length > 0) return element;
    for (let parent = element.parent; parent !== undefined; parent = parent.parent) {
      if (parent === substituted) return substituted;
    }
    return element;
  }

  #renderRole(
    [role, names]: Role,
    { source, options, job }: { source: XmlElement; options: NameOptions; job: Job },
  ): string {
    const demotion = job.style.root.get('demote-non-dropping-particle');
    const written = writeNames(names, { format: this.#format, locale: this.locale, options, demotion });
    const text = this.#format.apply(this.#replaceRepeated(written, job), options, this.locale);
    const label = source.child('label');
    if (label === undefined || text === '') return text;
    const isPlural = chosenPlural(label, { kind: 'names', names }) ?? names.length > 1;
    const word = this.locale.translate(role, { form: label.get('form'), isPlural }) ?? '';
    const labelText = this.#format.apply(word, label, this.locale);
    const name = source.child('name');
    const comesFirst = name !== undefined && source.children.indexOf(label) < source.children.indexOf(name);
    return comesFirst ? this.#format.concat(labelText, text) : this.#format.concat(text, labelText);
  }

  /** The dash for authors that are those of the entry before, if the style has one. */
  #replaceRepeated(authors: string, job: Job): string {
    const { mode } = job;
    const dash = mode.get('subsequent-author-substitute');
    const rule = mode.get('subsequent-author-substitute-rule') ?? 'complete-all';
    if (mode.name !== 'bibliography' || dash === undefined || rule !== 'complete-all' || job.hasNames) return authors;
    job.authors.push(authors);
    return this.#previousAuthors[0] === authors ? dash : authors;
  }

  #renderSubstitute(names: XmlElement, substitute: XmlElement, job: Job): string {
    const { item } = job;
    const outer = job.substituted;
    job.substituted = names;
    try {
      for (const child of substitute.children) {
        const read = new Set<string>();
        const observer = (name: string, value: unknown) => void (value !== undefined && read.add(name));
        const text = item.observe(observer, () => this.#render(child, job));
        if (text === '') continue;
        item.suppress(read);
        item.report(/\w+/.exec(names.get('variable') ?? '')?.[0] ?? '', text);
        return text;
      }
      return '';
    } finally {
      job.substituted = outer;
    }
  }
}

function invalidStyle(message: string): UttersonError {
  return new UttersonError('InvalidCitationStyle', message, {
    hint: 'Fetch the style once more, with utterson fetch-style, or name another one under scholar: style.',
  });
}

function missingPart(name: string): UttersonError {
  return invalidStyle(`The citation style has no <${name}>.`);
}

function hasValue(value: Variable | string | undefined): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' ? value !== '' : !isEmptyVariable(value);
}
