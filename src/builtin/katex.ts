import { createContext, runInContext } from 'node:vm';
import {
  asHash,
  type Context,
  definePlugin,
  globTree,
  joinPaths,
  type ReadonlyHash,
  SITE,
  type Site,
  type TagParser,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { ParsedFiles } from './shared/parsed-files.ts';

/** Where `npm install katex` puts the program. */
const PACKAGE_FOLDER = 'node_modules/katex/dist';
const FILE_NAME = 'katex.min.js';
const FORMULA = /(?<!\\)(\$\$|\$)(.+?)(?<!\\)\1/gs;
const ESCAPED_DOLLAR = /\\\$/g;

interface Katex {
  renderToString(source: string, options: unknown): string;
}

/** The file of the program, found once in each build. */
const paths = new WeakMap<Site, string>();
/** Like a plugin in `_plugins`, the KaTeX that the site has installed does not run in safe mode. */
const programs = new ParsedFiles(loadKatex);

const settingsOf = (site: Site): ReadonlyHash => asHash(site.config.get('katex'));

function findProgram(site: Site): string {
  const settings = settingsOf(site);
  const place = toText(settings.get('js_path') ?? PACKAGE_FOLDER);
  const name = toText(settings.get('js_filename') ?? FILE_NAME);
  const folder = site.inSource(place);
  site.noteRead(`folder:${folder}`);
  const known = paths.get(site);
  if (known !== undefined) return known;
  const [found] = globTree(site.tree, folder, `**/${name}`);
  if (found === undefined) {
    throw new UttersonError('FileNotFound', `The tags katex and katexmm need KaTeX: there is no ${name} in ${place}.`, {
      hint: 'Install it in the folder of the site: npm install katex',
    });
  }
  const path = joinPaths(folder, found);
  paths.set(site, path);
  return path;
}

const REINSTALL = 'Install it once more, with npm install katex, or have katex: js_path name its folder.';

function loadKatex(code: string, path: string): Katex {
  const globals = createContext({});
  try {
    runInContext(code, globals, { filename: path });
  } catch (cause) {
    throw new UttersonError('InvalidPlugin', `${path} cannot be loaded: ${messageOf(cause)}`, {
      file: path,
      hint: REINSTALL,
      cause,
    });
  }
  const { katex } = globals as { katex?: Katex };
  if (typeof katex?.renderToString === 'function') return katex;
  throw new UttersonError('InvalidPlugin', `${path} is not KaTeX: it defines no katex.renderToString.`, {
    file: path,
    hint: REINSTALL,
  });
}

/** An error of another context is no `Error` of this one. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** A value of the configuration as JavaScript has it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value ?? null;
  return Object.fromEntries([...value].map(([key, item]) => [toText(key), plain(item)]));
}

function renderFormula(source: string, isDisplay: boolean, context: Context): string {
  const site = context.register(SITE);
  const options = asHash(settingsOf(site).get('rendering_options'));
  const option = (name: string, otherwise: unknown) => (options.has(name) ? plain(options.get(name)) : otherwise);
  const katex = programs.read(site, findProgram(site));
  try {
    return katex.renderToString(source, {
      throwOnError: option('throw_error', true),
      errorColor: option('error_color', '#cc0000'),
      // A formula may define macros; as in the gem, they are gone with the next one.
      macros: option('macros', {}),
      displayMode: isDisplay,
    });
  } catch (cause) {
    throw new UttersonError('KatexError', messageOf(cause), {
      hint: 'To show it in the page instead, set katex: { rendering_options: { throw_error: false } }.',
      cause,
    });
  }
}

const parseKatex: TagParser = (tag) => {
  const isDisplay = tag.markup.includes('display');
  const body = tag.parseBody();
  return { render: (context) => renderFormula(body.render(context), isDisplay, context) };
};

const parseMathMode: TagParser = (tag) => {
  const body = tag.parseBody();
  return {
    render: (context) =>
      body
        .render(context)
        .replace(FORMULA, (match: string, _mark: string, source: string) =>
          renderFormula(source, match.startsWith('$$'), context),
        )
        .replace(ESCAPED_DOLLAR, '$$'),
  };
};

/** jekyll-katex: `{% katex display %}…{% endkatex %}`, and `{% katexmm %}` with `$…$` and `$$…$$`. */
export default definePlugin({
  name: 'jekyll-katex',
  followsFrontMatter: true,
  hooks: [{ owner: 'site', event: 'pre_render', run: (site) => void paths.delete(site) }],
  tags: { katex: { parse: parseKatex, isBlock: true }, katexmm: { parse: parseMathMode, isBlock: true } },
});
