import { type TagParser, UttersonError } from '../../../plugin/plugin.ts';
import { parseArguments, splitKeys } from '../arguments.ts';
import { Bibliography } from '../bibtex/bibliography.ts';
import { detailsUrl } from '../entry-links.ts';
import { htmlLink } from '../html-tag.ts';
import { lexerOptions, parsePlaced } from '../library.ts';
import { TagSession } from '../session.ts';

/** `{% reference doe20 %}`: the entries of these keys, as in a bibliography. */
export const parseReference: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  return {
    render(context) {
      const session = new TagSession(context, given);
      return keys.map((key) => session.referenceTag(session.find(key))).join('\n');
    },
  };
};

/** `{% cite_details doe20 --text More %}`: links to the pages of entries. */
export const parseCiteDetails: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  return {
    render(context) {
      const session = new TagSession(context, given);
      const { settings, site } = session;
      return keys
        .map((key) => {
          const entry = session.find(key);
          if (entry === undefined) return session.missingReference;
          return htmlLink(detailsUrl(site, entry, settings), given.text ?? settings.text('details_link'));
        })
        .join('\n');
    },
  };
};

/** `{% details_link doe20 %}`: the address of the page of an entry. */
export const parseDetailsLink: TagParser = (tag) => {
  const { keys, options } = splitKeys(tag.markup);
  const given = parseArguments(options);
  return {
    render(context) {
      const session = new TagSession(context, given);
      const [key = ''] = keys;
      const entry = session.find(key);
      if (entry === undefined) {
        throw new UttersonError('UnknownEntry', `Could not find entry for key '${key}'`, {
          hint: 'The key is what stands before the first comma of an entry: @book{key, title = {…}}.',
        });
      }
      return detailsUrl(session.site, entry, session.settings);
    },
  };
};

/** `{% bibtex %}@article{…}{% endbibtex %}`: entries that stand in the page itself. */
export const parseBibtexBlock: TagParser = (tag) => {
  const given = parseArguments(splitKeys(tag.markup).options);
  const body = tag.parseBody();
  return {
    render(context) {
      const session = new TagSession(context, given);
      const place = { file: `the tag ${tag.name}`, source: body.render(context) };
      const { objects } = parsePlaced(place, lexerOptions(session.settings));
      const { entries } = new Bibliography(objects, { parsesNames: true, parsesMonths: true });
      return entries.map((entry) => session.referenceTag(entry)).join('\n');
    },
  };
};
