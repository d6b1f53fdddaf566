import { PAGE, type TagParser, toText } from '../../../plugin/plugin.ts';
import { parseArguments } from '../arguments.ts';
import type { Entry } from '../bibtex/entry.ts';
import { detailsLayout, detailsUrl } from '../entry-links.ts';
import { EntryPrinter } from '../entry-template.ts';
import { groupKeys, renderGroups } from '../grouping.ts';
import { htmlLink, htmlTag } from '../html-tag.ts';
import { limitEntries, listEntries } from '../listing.ts';
import { TagSession } from '../session.ts';

function attributesOf(session: TagSession, key: string): [string, string][] {
  return [...session.settings.hash(key)].map(([name, value]) => [toText(name), toText(value)]);
}

/** Entries as a list; each with a link to its page, if it has one. */
function renderList(entries: readonly Entry[], printer: EntryPrinter, session: TagSession): string {
  const { settings, site, given } = session;
  const hasDetails = settings.is('details_link') && detailsLayout(site, settings) !== undefined;
  const items = entries.map((entry, index) => {
    const link = hasDetails
      ? htmlLink(detailsUrl(site, entry, settings), settings.text('details_link'), [
          ['class', settings.text('details_link_class')],
        ])
      : '';
    const content = printer.print(entry, index + 1, session) + link;
    return htmlTag(
      settings.text('bibliography_item_tag'),
      content,
      attributesOf(session, 'bibliography_item_attributes'),
    );
  });
  return htmlTag(given.listTag ?? settings.text('bibliography_list_tag'), items.join('\n'), [
    ['class', settings.text('bibliography_class')],
    ...attributesOf(session, 'bibliography_list_attributes'),
  ]);
}

function present(entries: readonly (Entry | undefined)[]): readonly Entry[] {
  return entries.filter((entry) => entry !== undefined);
}

/** `{% bibliography %}`: the entries of a bibliography, in groups if the settings say so. */
export const parseBibliography: TagParser = (tag) => {
  const given = parseArguments(tag.markup);
  const printers = new WeakMap<object, EntryPrinter>();
  return {
    render(context) {
      const session = new TagSession(context, given);
      const page = context.register(PAGE);
      const owner = typeof page === 'object' && page !== null ? page : context;
      const printer = printers.get(owner) ?? new EntryPrinter(tag);
      printers.set(owner, printer);
      const entries = listEntries(session);
      if (groupKeys(session) !== undefined) {
        return renderGroups(present(entries), session, (group) => {
          session.renewRenderer();
          return renderList(group, printer, session);
        });
      }
      return renderList(present(limitEntries(entries, given.offset, given.max)), printer, session);
    },
  };
};

/** `{% bibliography_count %}`: how many entries `bibliography` would list. */
export const parseBibliographyCount: TagParser = (tag) => {
  const given = parseArguments(tag.markup);
  return { render: (context) => listEntries(new TagSession(context, given)).length };
};
