import {
  type Context,
  definePlugin,
  dig,
  PAGE,
  SITE,
  type TagParser,
  TOOLS,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { tagParameters } from './shared/tag-parameters.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['en', 'Figure'],
  ['de', 'Abbildung'],
  ['sv', 'Figur'],
  ['fr', 'Figure'],
]);
const PARAGRAPH_TAG = /<\/?p[^>]*>/g;
const OUTER_QUOTES = /^"|"$/g;
/** As in the gem, where a backslash is missing: only the last quote of a label goes. */
const LABEL_QUOTES = /A"|"$/g;
const SPACES = /[ \t\r\n\f\v]/g;

/** The labels of each text that is being rendered, with their numbers. */
const labelsOf = new WeakMap<Context, Map<string, number>>();

function wordFor(context: Context): string {
  const page = context.register(PAGE);
  const own = dig(page, 'figure');
  return own === undefined ? (WORDS.get(toText(dig(page, 'lang') ?? 'en')) ?? 'Figure') : toText(own);
}

function numberOf(label: string, context: Context): number {
  const labels = labelsOf.get(context) ?? new Map<string, number>();
  labelsOf.set(context, labels);
  const number = labels.get(label) ?? labels.size + 1;
  labels.set(label, number);
  return number;
}

function convert(text: string, context: Context): string {
  return context.register(TOOLS).convert('.md', text);
}

function renderCaption(caption: string, label: string | undefined, context: Context): string {
  const text = caption.replace(OUTER_QUOTES, '');
  if (text === caption) {
    throw new UttersonError('InvalidTag', `The caption ${caption} of a figure is not in double quotes.`, {
      hint: 'Write {% figure caption:"A caption" %}.',
    });
  }
  const number = label === undefined ? '' : `<em>${wordFor(context)} ${numberOf(label, context)}:</em> `;
  const html = convert(text, context)
    .replace(PARAGRAPH_TAG, '')
    .replace(/\r?\n$/, '');
  return `  <figcaption>${number}${html}</figcaption>\n`;
}

function classAttribute(names: string | undefined): string {
  if (names === undefined) return '';
  const text = names.replace(OUTER_QUOTES, '');
  // As in the gem, a class without quotes is lost.
  return ` class="${text === names ? '' : text}"`;
}

const parseFigure: TagParser = (tag) => {
  const markup = tag.parseContext.liquid.parseTemplate(tag.markup);
  const body = tag.parseBody();
  return {
    render(context) {
      const parameters = tagParameters(markup.renderIn(context), '\\w');
      const caption = parameters.get('caption');
      const label = parameters.get('label');
      const shortLabel = label?.replace(SPACES, '');
      const captionHtml = caption === undefined ? '' : renderCaption(caption, shortLabel, context);
      const id = (caption === undefined ? label : shortLabel)?.replace(LABEL_QUOTES, '');
      const html = convert(body.render(context), context);
      const isPlain = dig(context.register(SITE).config, 'jekyll-figure', 'paragraphs') === false;
      const main = isPlain ? html.replace(PARAGRAPH_TAG, '') : html;
      const attributes = `${classAttribute(parameters.get('class'))}${id === undefined ? '' : ` id="${id}"`}`;
      return `<figure${attributes}>${main}${captionHtml}</figure>`;
    },
  };
};

const parseReference: TagParser = (tag) => {
  const label = tag.markup.replace(SPACES, '');
  return {
    render(context) {
      const labels = labelsOf.get(context);
      if (labels === undefined) {
        throw new UttersonError(
          'InvalidTag',
          `figref ${label}: no figure with a label and a caption comes before it.`,
          {
            hint: `Write {% figure label:${label} caption:"A caption" %} above it.`,
          },
        );
      }
      return `<a href="#${label}">${wordFor(context).toLowerCase()} ${labels.get(label) ?? ''}</a>`;
    },
  };
};

/** jekyll-figure: `{% figure caption:"A caption" class:"wide" label:first %}`, and `{% figref first %}`. */
export default definePlugin({
  name: 'jekyll-figure',
  isSafe: true,
  tags: { figure: { parse: parseFigure, isBlock: true }, figref: { parse: parseReference } },
});
