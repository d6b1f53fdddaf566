import {
  type Context,
  dig,
  extensionOf,
  IncludeMarkup,
  type Item,
  joinPaths,
  SITE,
  type Site,
  strip,
  type TagParser,
  type TagSource,
  TOOLS,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { FOLDER } from './languages.ts';
import { translate } from './translations.ts';

/** The argument of a tag: the value of the variable of that name, or else the text itself. Liquid in it is rendered. */
function argumentReader(tag: TagSource, markup: string): (context: Context) => string {
  const { liquid } = tag.parseContext;
  return (context) => {
    const value = toText(context.evaluate(markup));
    return liquid.parseTemplate(value === '' ? markup : value).renderIn(context);
  };
}

/** `{% t menu.home %}`: a text in the language being built. */
export const parseTranslate: TagParser = (tag) => {
  const keyIn = argumentReader(tag, strip(tag.markup));
  return { render: (context) => translate(context.register(SITE), keyIn(context)) };
};

/** `{% tf about.md %}`: a file from `_i18n/LANGUAGE`, or else from the first language's folder. */
export const parseTranslateFile: TagParser = (tag) => {
  const markup = new IncludeMarkup(tag);
  const fileIn = argumentReader(tag, markup.file);
  const { liquid } = tag.parseContext;
  return {
    render(context) {
      const file = fileIn(context);
      // As in the gem, a byte order mark remains.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFile(context.register(SITE), file));
      const contents = markup.renderWithParameters(context, () => liquid.parseTemplate(text).renderIn(context));
      return context.register(TOOLS).convert(extensionOf(file), contents);
    },
  };
};

function readFile(site: Site, file: string): Uint8Array {
  const languages = ['lang', 'default_lang'].map((key) => toText(dig(site.config, key)));
  const path = languages
    .map((language) => joinPaths(site.source, `${FOLDER}/${language}/${file}`))
    .find((candidate) => !file.split(/[\\/]/).includes('..') && site.tree.status(candidate)?.kind === 'file');
  if (path !== undefined) return site.tree.read(path);
  throw new UttersonError('MissingInclude', `There is no file '${file}' in ${FOLDER}/${languages[0]}.`, {
    hint: `Put the file into ${FOLDER}/${languages[1]}, where all languages find it, or correct the name.`,
  });
}

/** `{% tl about de %}`: the URL, in a language, of the page or document with this `namespace`. */
export const parseTranslateLink: TagParser = (tag) => {
  const argumentIn = argumentReader(tag, strip(tag.markup));
  return {
    render(context) {
      const site = context.register(SITE);
      const [namespace, language = toText(dig(site.config, 'lang'))] = strip(argumentIn(context)).split(/\s+/);
      const base = toText(dig(site.config, 'baseurl_root'));
      const folder = language === toText(dig(site.config, 'default_lang')) ? '' : `/${language}`;
      const item = itemsByNamespace.get(site)?.get(namespace);
      if (item === undefined) return '';
      return `${base}${folder}${toText(item.value(`permalink_${language}`) ?? item.value('permalink'))}`;
    },
  };
};

const itemsByNamespace = new WeakMap<Site, ReadonlyMap<unknown, Item>>();

/**
 * Finds the items of all namespaces at once, when the generators have run: to search for each link would take quadratic time. Of several
 * items with one namespace, the last one counts.
 */
export function indexNamespaces(site: Site): void {
  const items: readonly Item[] = [...site.pages, ...[...site.collections.values()].flatMap(({ docs }) => docs)];
  itemsByNamespace.set(site, new Map(items.map((item) => [item.value('namespace'), item])));
}
