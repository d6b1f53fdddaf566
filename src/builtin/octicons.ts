import {
  type Context,
  definePlugin,
  dig,
  isNil,
  SITE,
  type Site,
  type TagParser,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { ParsedFiles } from './shared/parsed-files.ts';
import { tagParameters } from './shared/tag-parameters.ts';
import { toInteger } from './shared/to-integer.ts';

/** The pictures, of whichever version of the package the site has installed. */
const PICTURES = 'node_modules/@primer/octicons/build/data.json';

const USUAL_HEIGHT = 16;
const SYMBOL = /^(?:\(?[\w\-.[\]]\)?)+/;
const VARIABLE = /\{\{\s*(\w+\.?\w*)\s*\}\}/;
const OUTER_QUOTES = /^"|"$/g;

interface Picture {
  /** By height: each picture is drawn for some heights. */
  readonly heights: Readonly<Record<string, { readonly width: number; readonly path: string }>>;
}

type Pictures = Readonly<Record<string, Picture>>;

const files = new ParsedFiles((text) => JSON.parse(text) as Pictures);

function readPictures(site: Site): Pictures {
  const path = site.inSource(PICTURES);
  if (site.tree.status(path) === undefined) {
    throw new UttersonError('FileNotFound', `The tag octicon needs ${PICTURES}, which does not exist.`, {
      hint: 'Install the pictures in the folder of the site: npm install @primer/octicons',
    });
  }
  return files.read(site, path);
}

/** The tallest drawing that is not taller than asked for, or else the first one. */
function chooseHeight(picture: Picture, asked: string | undefined): number {
  const [first = 0, ...others] = Object.keys(picture.heights).map(Number);
  const most = asked === undefined ? USUAL_HEIGHT : toInteger(asked);
  return [first, ...others].reduce((chosen, height) => (height <= most ? height : chosen), first);
}

function renderPicture(symbol: string, parameters: ReadonlyMap<string, string>, site: Site): string {
  const pictures = readPictures(site);
  const picture = Object.hasOwn(pictures, symbol) ? pictures[symbol] : undefined;
  if (picture === undefined) {
    throw new UttersonError('UnknownOcticon', `Couldn't find octicon symbol for "${symbol}"`, {
      hint: 'https://primer.style/octicons lists all of them.',
    });
  }
  const askedWidth = parameters.get('width');
  const askedHeight = parameters.get('height');
  const height = chooseHeight(picture, askedHeight ?? askedWidth);
  const { width = 0, path = '' } = picture.heights[height] ?? {};
  const scale = (asked: string, own: number, other: number) => String(Math.floor((toInteger(asked) * own) / other));
  const attributes = new Map<string, string>([
    ['data-component', 'Octicon'],
    ...parameters,
    ['class', `octicon octicon-${symbol} ${parameters.get('class') ?? ''} `.trim()],
    ['viewBox', `0 0 ${width} ${height}`],
    ['version', '1.1'],
    ['width', askedWidth ?? (askedHeight === undefined ? String(width) : scale(askedHeight, width, height))],
    ['height', askedHeight ?? (askedWidth === undefined ? String(height) : scale(askedWidth, height, width))],
    parameters.has('aria-label') ? ['role', 'img'] : ['aria-hidden', 'true'],
  ]);
  return `<svg ${[...attributes].map(([name, value]) => `${name}="${value}"`).join(' ')}>${path}</svg>`;
}

/** The value of a variable, or its name if there is no value. */
function lookUp(name: string, context: Context): string {
  const [first = '', ...keys] = name.split('.');
  const value = dig(context.find(first), ...keys);
  return isNil(value) || value === false ? name : toText(value);
}

const parseOcticon: TagParser = (tag) => ({
  render(context) {
    const [variable, name = ''] = VARIABLE.exec(tag.markup) ?? [];
    // As in the gem, where a tag has several variables, all are replaced by the value of the first one.
    const markup =
      variable === undefined ? tag.markup : tag.markup.replace(new RegExp(VARIABLE, 'g'), () => lookUp(name, context));
    const symbol = SYMBOL.exec(markup)?.[0];
    if (symbol === undefined) return '';
    const given = [...tagParameters(markup, '[\\w-]')];
    const parameters = new Map(given.map(([key, value]) => [key, value.replace(OUTER_QUOTES, '')]));
    return renderPicture(symbol, parameters, context.register(SITE));
  },
});

/** jekyll-octicons: `{% octicon alert height:32 %}`, from the npm package @primer/octicons that the site has installed. */
export default definePlugin({
  name: 'jekyll-octicons',
  isSafe: true,
  tags: { octicon: { parse: parseOcticon } },
});
