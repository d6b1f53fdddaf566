import { type TagParser, toText } from '../../../plugin/plugin.ts';
import { parseArguments, splitKeys } from '../arguments.ts';
import type { Entry } from '../bibtex/entry.ts';
import { citeItem } from '../citeproc-item.ts';
import { cites } from '../cites.ts';
import { htmlLink, htmlTag } from '../html-tag.ts';
import { TagSession } from '../session.ts';

function linkTarget(key: string, session: TagSession): string {
  const { settings } = session;
  const relative = settings.get('relative');
  return `${relative === undefined ? '' : toText(relative)}#${session.idOf(key)}`;
}

/** The citation of some entries, as the style prints it. */
function renderCitation(entries: readonly Entry[], session: TagSession): string {
  const { given, style } = session;
  const items = entries.map((entry, index) => {
    session.addCited(entry.key);
    const locator = given.locators[index];
    const label = locator === undefined ? undefined : (given.labels[index] ?? 'page');
    const number = session.citationNumber(entry.key);
    return citeItem(entry, { number, locator, label, suppressesAuthor: given.suppressesAuthor });
  });
  return session.renderer.renderCitation(items, style);
}

function linked(key: string, content: string, session: TagSession): string {
  return htmlLink(linkTarget(key, session), content, [['class', session.settings.text('cite_class')]]);
}

/** A citation without what the style prints around all of them. */
function renderSeparately(entry: Entry, session: TagSession): string {
  const layout = session.style.citation?.child('layout');
  const [prefix, suffix] = [layout?.get('prefix') ?? '', layout?.get('suffix') ?? ''];
  let text = renderCitation([entry], session);
  if (text.startsWith(prefix)) text = text.slice(prefix.length);
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
}

/** The links of a citation whose works are linked each for itself. As in the gem, all pages share the first link to a work. */
function renderSeparateLinks(entries: readonly Entry[], session: TagSession): string {
  session.site.noteRead('order');
  const layout = session.style.citation?.child('layout');
  const shared = cites.of(session.site);
  const links = entries.map((entry) => {
    const link =
      shared.get(entry.key) ?? linked(entry.key, renderSeparately(entry.filtered(session.filters), session), session);
    shared.set(entry.key, link);
    return link;
  });
  return (layout?.get('prefix') ?? '') + links.join(layout?.get('delimiter') ?? '') + (layout?.get('suffix') ?? '');
}

/** The citation of some keys, with a link to the first one. */
function cite(keys: readonly string[], session: TagSession): string {
  const entries: Entry[] = [];
  for (const key of keys) {
    const entry = session.find(key);
    if (entry === undefined) return session.missingReference;
    entries.push(entry);
  }
  if (session.settings.is('separate_links')) return renderSeparateLinks(entries, session);
  const filtered = entries.map((entry) => entry.filtered(session.filters));
  return linked(entries[0]?.key ?? '', renderCitation(filtered, session), session);
}

/** `{% cite doe20 roe21 --locator 12 %}` */
export const parseCite: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  return {
    render(context) {
      const session = new TagSession(context, given);
      return cite(keys, session);
    },
  };
};

/** `{% nocite doe20 %}`: lists a work without citing it. As in the gem, it prints all keys if the work has been cited before. */
export const parseNocite: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  return {
    render(context) {
      const session = new TagSession(context, given);
      let output = '';
      for (const key of keys) {
        const entry = session.find(key);
        if (entry === undefined) return session.missingReference;
        if (!session.addCited(entry.key)) output += '\u0000';
      }
      return output.replaceAll('\u0000', () => session.citedKeys.join(''));
    },
  };
};

/** `{% quote doe20 %}…{% endquote %}` */
export const parseQuote: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  const body = tag.parseBody();
  return {
    render(context) {
      const session = new TagSession(context, given);
      const text = body.render(context).trim().replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br/>');
      return htmlTag('blockquote', htmlTag('p', text) + htmlTag('cite', cite(keys, session)));
    },
  };
};
