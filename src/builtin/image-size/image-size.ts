import {
  type Context,
  definePlugin,
  Float,
  SITE,
  strip,
  type TagParser,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { toInteger } from '../shared/to-integer.ts';
import { type ImageSize, measureImage } from './measure-image.ts';

/** The path, or the variable that holds it; then `:mode/scale`, `!`, `?parameters` and what an `img` has besides. */
const MARKUP = /^((?:[^?:!]|:[^a-z])+)(?::([a-z]+)(?:\/((?:\d+|(?=\.))(?:\.\d+)?))?)?(!)?(?:\?([^\n]+))?( [^\n]*)?$/im;
const HINT =
  'Write {% imagesize /img/a.png:props %}, or another mode: opengraph, img, width, height, css, json, array, list, size.';

interface Found {
  /** The path as it was written or as the variable has it; null if the variable has no value. */
  readonly source: string | null;
  readonly size: ImageSize | undefined;
}

function failure(message: string): UttersonError {
  return new UttersonError('ImageSizeError', message, { hint: HINT });
}

function readSize(path: string, context: Context): ImageSize | undefined {
  if (/^https?:/.test(path)) throw failure(`${path} is not downloaded: only pictures of the site are measured.`);
  const site = context.register(SITE);
  const file = site.inSource(path.replace(/^\//, ''));
  site.noteRead(`file:${file}`);
  return site.tree.status(file)?.kind === 'file' ? measureImage(site.tree.read(file)) : undefined;
}

function findImage(source: string, context: Context): Found {
  const size = readSize(source, context);
  if (size !== undefined) return { source, size };
  const value = context.evaluate(source.replace(/^\//, ''));
  return typeof value === 'string' ? { source: value, size: readSize(value, context) } : { source: null, size };
}

/** Sizes to print: Ruby's Integers, or Floats where a drawing's size was calculated. */
interface Size {
  readonly width: number | Float;
  readonly height: number | Float;
}

const plainLength = (length: number | Float): number => (length instanceof Float ? length.value : length);

function askedLength(parameters: string, name: string): number | undefined {
  const text = new URLSearchParams(parameters.replace(/;/g, '&')).get(name);
  return text === null ? undefined : toInteger(text);
}

function resize({ width, height }: Size, parameters: string): Size {
  const ratio = plainLength(width) / plainLength(height);
  const askedWidth = askedLength(parameters, 'width');
  const askedHeight = askedLength(parameters, 'height');
  if (askedWidth !== undefined) return { width: askedWidth, height: Math.round(askedWidth / ratio) };
  return askedHeight === undefined
    ? { width, height }
    : { width: Math.round(askedHeight * ratio), height: askedHeight };
}

function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: Math.round(plainLength(width) / scale), height: Math.round(plainLength(height) / scale) };
}

/** The size to print, 0 × 0 for a file that is not a picture. */
function finalSize(
  size: ImageSize | undefined,
  asked: { parameters: string | undefined; scale: string | undefined },
): Size {
  const [width, height] = size ?? [0, 0];
  const isKnown = plainLength(width) > 0 && plainLength(height) > 0;
  let final: Size = isKnown ? { width, height } : { width: 0, height: 0 };
  if (asked.parameters !== undefined) {
    if (!isKnown) throw failure('A picture that was not found cannot be resized.');
    final = resize(final, asked.parameters);
  }
  return asked.scale === undefined ? final : scaleBy(final, Number(asked.scale));
}

type Print = (width: string, height: string, found: Found, rest: string) => string;

const ifFound =
  (print: Print): Print =>
  (width, height, found, rest) =>
    found.size === undefined ? '' : print(width, height, found, rest);

const MODES: Readonly<Record<string, Print>> = {
  opengraph: ifFound(
    (width, height) =>
      `<meta property='og:image:width' content='${width}'/><meta property='og:image:height' content='${height}'/>`,
  ),
  img: ifFound(
    (width, height, { source }, rest) => `<img src='${source ?? ''}' width='${width}' height='${height}'${rest}>`,
  ),
  width: (width) => width,
  height: (_width, height) => height,
  css: ifFound((width, height) => `width: ${width}px; height: ${height}px;`),
  props: ifFound((width, height) => `width='${width}' height='${height}'`),
  json: (width, height) => `{width: ${width}, height: ${height}}`,
  array: (width, height) => `[${width}, ${height}]`,
  list: (width, height) => `${width}, ${height}`,
  size: (width, height) => `${width}x${height}`,
};

const parseImageSize: TagParser = (tag) => {
  const markup = strip(tag.markup);
  return {
    render(context) {
      const match = MARKUP.exec(markup);
      if (match === null) throw failure(`invalid imagesize parameter: ${markup}`);
      const [, source = '', mode = 'size', scale, required, parameters, rest = ''] = match;
      const found = findImage(source, context);
      if (required !== undefined && found.size === undefined) throw failure(`image file not found: ${source}`);
      const name = mode.toLowerCase();
      const print = Object.hasOwn(MODES, name) ? MODES[name] : undefined;
      if (print === undefined) throw failure(`invalid imagesize mode: ${mode}`);
      const { width, height } = finalSize(found.size, { parameters, scale });
      return print(toText(width), toText(height), found, rest);
    },
  };
};

/** jekyll-image-size: `{% imagesize /img/a.png:props %}` prints the size of a picture in one of ten ways. */
export default definePlugin({
  name: 'jekyll-image-size',
  isSafe: true,
  tags: { imagesize: { parse: parseImageSize } },
});
