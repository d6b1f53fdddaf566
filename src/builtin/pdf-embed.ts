import {
  type Context,
  definePlugin,
  dig,
  extensionOf,
  SITE,
  strip,
  type TagParser,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { stableId } from './shared/stable-id.ts';

/** The words of the link above a file, by its extension. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'View PDF'],
  ['.ppt', 'View presentation'],
  ['.pptx', 'View presentation'],
]);
/** Shows presentations of any address. */
const VIEWER = 'https://view.officeapps.live.com/op/embed.aspx?src=';
const NO_LINK = 'no_link';

interface Frame {
  readonly address: string;
  readonly label: string;
  readonly hasLink: boolean;
  readonly width: string;
  readonly height: string;
}

const invalid = (what: string, hint: string): UttersonError => new UttersonError('ArgumentError', what, { hint });

/** Settings such as `width=50%`. As in the gem, two blanks between them are an error. */
function readSettings(text: string): ReadonlyMap<string, string | undefined> {
  const words = text === '' ? [] : text.split(' ');
  return new Map(words.map(readSetting));
}

function readSetting(word: string): readonly [string, string | undefined] {
  const parts = word.split('=').map(strip);
  while (parts.at(-1) === '') parts.pop();
  const [key, value, ...others] = parts;
  if (key !== undefined && others.length === 0) return [key, value];
  throw invalid(`The tag pdf has no setting '${word}'.`, 'Write {% pdf "/a.pdf" width=100% height=400px %}.');
}

function readFrame(text: string, context: Context): Frame {
  const words = text.split(' ');
  const [first = ''] = words;
  const link = first.replaceAll('"', '');
  const label = LABELS.get(extensionOf(link));
  if (label === undefined) {
    throw invalid(`The tag pdf does not show '${link}'.`, 'It shows .pdf, .ppt and .pptx: {% pdf "/a.pdf" %}.');
  }
  const settings = readSettings(strip(text.replace(first, '').replace(NO_LINK, '')));
  const isPdf = label === LABELS.get('.pdf');
  const isComplete = link.includes('http://') || link.includes('https://');
  const site = isComplete ? '' : toText(dig(context.register(SITE).config, 'url'));
  return {
    address: isPdf ? link : `${VIEWER}${site}${link}`,
    label,
    hasLink: !words.includes(NO_LINK),
    width: settings.get('width') ?? '100%',
    height: settings.get('height') ?? '650px',
  };
}

function printFrame({ address, label, hasLink, width, height }: Frame, id: string): string {
  const linkStyle = `.pdf-link-${id} { background-color: white; text-align: center; border-style: solid; } `;
  const link = `<div class="pdf-link-${id}"> <a href="${address}" target="_blank">${label}</a> </div> `;
  const html = [
    `<style> .pdf-embed-wrap-${id} { display: flex; flex-direction: column; width: ${width}; height: ${height}; } `,
    `.pdf-embed-container-${id} { height: 100%; } ${hasLink ? linkStyle : ''}`,
    `.pdf-embed-container-${id} iframe { width: 100%; height: 100%; } </style> `,
    `<div class="pdf-embed-wrap-${id}"> ${hasLink ? link : ''}<div class="pdf-embed-container-${id}"> `,
    `<iframe src="${address}" frameborder="0" allowfullscreen></iframe> </div> </div>`,
  ].join('');
  return html.replace(/\n+/g, '').replace(/\s+/g, ' ');
}

const parsePdf: TagParser = (tag) => {
  const markup = tag.parseContext.liquid.parseTemplate(tag.markup);
  return {
    render(context) {
      const text = markup.renderIn(context);
      return printFrame(readFrame(text, context), stableId(`pdf ${text}`, context));
    },
  };
};

/** jekyll-pdf-embed: `{% pdf "/assets/a.pdf" no_link width=50% height=400px %}`, and the same for presentations. */
export default definePlugin({
  name: 'jekyll-pdf-embed',
  isSafe: true,
  tags: { pdf: { parse: parsePdf } },
});
