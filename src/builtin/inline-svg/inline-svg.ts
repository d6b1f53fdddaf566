import {
  type Context,
  definePlugin,
  dig,
  isTruthy,
  SITE,
  type Site,
  strip,
  type TagParser,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { readText } from '../shared/read-text.ts';
import { readXml } from '../shared/read-xml.ts';
import { SvgOptimizer } from './optimize.ts';
import { type XmlNode, type XmlTag, XmlWriter } from './write-xml.ts';

const MARKUP = /^([^\s"']+|"[^"]+"|'[^']+')(.*)/m;
const VARIABLE = /\{\{\s*([\w.-]+)\s*\}\}/g;
/** A name with a text in double or single quotes, or a word. */
const PARAMETER = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.\-#]+))/g;
const QUOTE_AT_START = /^["']/;
const QUOTE_AT_END = /["']$/;
const DECLARED_ENCODING = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

/** The value of a variable, or its name if there is none. */
function lookUp(name: string, context: Context): string {
  const [first = '', ...keys] = name.split('.');
  const value = dig(context.evaluate(first), ...keys);
  return isTruthy(value) ? toText(value) : name;
}

function interpolate(text: string, context: Context): string {
  return text.replace(VARIABLE, (_, name: string) => lookUp(name, context));
}

function readParameters(markup: string, context: Context): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', double, single, word = ''] of markup.matchAll(PARAMETER)) {
    if (double !== undefined) parameters.set(name, interpolate(double.replaceAll('\\"', '"'), context));
    else if (single !== undefined) parameters.set(name, interpolate(single.replaceAll("\\'", "'"), context));
    else parameters.set(name, lookUp(word, context));
  }
  const width = parameters.get('width');
  // Internet Explorer needs both.
  if (width !== undefined && !parameters.has('height')) parameters.set('height', width);
  return parameters;
}

function readPicture(site: Site, name: string): string {
  const path = site.inSource(name);
  site.noteRead(`file:${path}`);
  if (site.tree.status(path)?.kind === 'file') return readText(site, path);
  throw new UttersonError('FileNotFound', `The tag svg finds no file ${name}.`, {
    hint: 'The path is relative to the source: {% svg /assets/a.svg class="icon" %}',
  });
}

/** The root element of a picture. */
function parsePicture(text: string, name: string): XmlTag {
  const document: XmlNode[] = [];
  const open: XmlTag[] = [];
  let root: XmlTag | undefined;
  const add = (node: XmlNode) => void (open.at(-1)?.children ?? document).push(node);
  const isWellFormed = readXml(text, {
    open(tag, attributes) {
      const element: XmlTag = { kind: 'element', name: tag, attributes: new Map(attributes), children: [] };
      root ??= element;
      add(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (content) => add({ kind: 'text', text: content }),
    cdata(content) {
      // As in libxml2, sections next to each other become one.
      const siblings = open.at(-1)?.children ?? document;
      const before = siblings.at(-1)?.kind === 'cdata' ? siblings.pop() : undefined;
      add({ kind: 'cdata', text: (before?.kind === 'cdata' ? before.text : '') + content });
    },
    comment: (content) => add({ kind: 'comment', text: content }),
    instruction: (target, body) => add({ kind: 'instruction', target, body }),
  });
  if (isWellFormed && root !== undefined) return root;
  throw new UttersonError('InvalidPicture', `The tag svg cannot read ${name}: it is no well-formed XML.`, {
    hint: 'A browser that opens the file shows where the error is.',
  });
}

function readEncoding(text: string, name: string): string | undefined {
  const encoding = DECLARED_ENCODING.exec(text)?.[1]?.toLowerCase();
  if (encoding === undefined || encoding === 'utf-8') return encoding;
  throw new UttersonError('InvalidPicture', `The tag svg cannot read ${name}: its encoding is ${encoding}.`, {
    hint: 'Save it in UTF-8.',
  });
}

const parseSvg: TagParser = (tag) => {
  const match = MARKUP.exec(strip(tag.markup));
  if (match === null) throw tag.syntaxError('Valid syntax: svg <path> [property=value]');
  const [, quoted = '', parameters = ''] = match;
  const path = strip(quoted.replace(QUOTE_AT_START, '').replace(QUOTE_AT_END, ''));
  return {
    render(context) {
      const site = context.register(SITE);
      const name = interpolate(path, context);
      const text = readPicture(site, name);
      const root = parsePicture(text, name);
      for (const [key, value] of readParameters(parameters, context)) root.attributes.set(key, value);
      if (dig(site.config, 'svg', 'optimize') === true) new SvgOptimizer(root).optimize();
      return new XmlWriter(readEncoding(text, name) === undefined).write(root);
    },
  };
};

/** jekyll-inline-svg: `{% svg /assets/a.svg class="icon" width=24 %}` puts a picture into the page. */
export default definePlugin({
  name: 'jekyll-inline-svg',
  isSafe: true,
  tags: { svg: { parse: parseSvg } },
});
