import { definePlugin, type FilterFunction, type Plugin, SITE, toText } from '../../plugin/plugin.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';

/** The whole line of a field, as a pattern of Ruby. */
const lineOf = (field: string): string => `^.*\\b${field}\\b *= *\\{.*$\\n`;
/** The first version took every line that has the name of the field in it, which may itself be a pattern. */
const lineWith = (field: string): string => `^.*${field}.*$\\n`;
const MARKS = /[*†‡§¶‖&^]/g;

const hideLines =
  (patternOf: (field: string) => string): FilterFunction =>
  (input, _args, context) => {
    const fields = context.register(SITE).config.get('filtered_bibtex_keywords');
    let text = toText(input);
    if (Array.isArray(fields))
      for (const field of fields) text = text.replace(rubyPattern(patternOf(toText(field))), '');
    return text;
  };

const hideFields = hideLines(lineOf);

/** Takes the marks of footnotes out of the line with the authors too. */
const hideFieldsAndMarks: FilterFunction = (input, args, context) =>
  toText(hideFields(input, args, context)).replace(rubyPattern(lineOf('author')), (line) => line.replace(MARKS, ''));

function pluginWith(apply: FilterFunction): Plugin {
  return definePlugin({
    name: 'hide-custom-bibtex.rb',
    readsAreRecorded: true,
    filters: { hideCustomBibtex: { apply } },
  });
}

/** `hide-custom-bibtex.rb`: removes the fields that `filtered_bibtex_keywords` names from an entry of BibTeX. */
export const hideBibtexLines = pluginWith(hideLines(lineWith));
export const hideBibtex = pluginWith(hideFields);
export const hideBibtexAndMarks = pluginWith(hideFieldsAndMarks);
