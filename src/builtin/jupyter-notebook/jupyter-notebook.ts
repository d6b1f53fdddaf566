import {
  definePlugin,
  directoryName,
  escapeHtml,
  inspect,
  isNil,
  Page,
  type PluginTools,
  SITE,
  type Site,
  type StaticFile,
  strip,
  type TagParser,
  toText,
} from '../../plugin/plugin.ts';
import { convertNotebook, findJupyter } from './convert-notebook.ts';

const EXTENSION = '.ipynb';

/** A notebook without front matter: its page keeps the name of the file, as in `a.ipynb.html`. */
class NotebookPage extends Page {
  override get outputExtension(): string {
    return this.extension + super.outputExtension;
  }
}

function readNotebook(file: StaticFile, site: Site, tools: PluginTools): Page {
  const directory = directoryName(file.relativePath);
  const { content, data } = tools.readPage(directory, file.name);
  return new NotebookPage(site, { directory, name: file.name, content, data, path: file.path });
}

/** Turns the notebooks among the static files into pages. Without the program that converts them, they are copied. */
function addNotebooks(site: Site, tools: PluginTools): void {
  const isNotebook = ({ extension, path }: StaticFile) => extension === EXTENSION && path.startsWith(`${site.source}/`);
  const notebooks = site.staticFiles.filter(isNotebook);
  if (notebooks.length === 0) return;
  if (findJupyter(site) === undefined) {
    const count = notebooks.length === 1 ? 'A notebook is' : `${notebooks.length} notebooks are`;
    const reason = 'because the program jupyter is not installed. Install it with pip install nbconvert.';
    site.log.warn('Jupyter:', `${count} copied and not converted, ${reason}`);
    return;
  }
  site.pages.push(...notebooks.map((file) => readNotebook(file, site, tools)));
  site.staticFiles = site.staticFiles.filter((file) => !notebooks.includes(file));
}

const RESIZE =
  "this.parentElement.style.paddingBottom = (this.contentWindow.document.documentElement.scrollHeight + 10) + 'px'";

function printFrame(path: string): string {
  return [
    '<div\n  class="jupyter-notebook"\n  style="position: relative; width: 100%; margin: 0 auto;">',
    '  <div class="jupyter-notebook-iframe-container">',
    `    <iframe\n      src="${escapeHtml(`${path}.html`)}"`,
    '      style="position: absolute; top: 0; left: 0; border-style: none;"\n      width="100%"\n      height="100%"',
    `      onload="${RESIZE}"></iframe>`,
    '  </div>\n</div>\n',
  ].join('\n');
}

const parseNotebook: TagParser = (tag) => ({
  render(context) {
    // As in the gem, the markup is parsed only now: where it is no expression, there is no warning of Liquid's.
    const path = tag.parseVariable(tag.markup).evaluate(context);
    if (!isNil(path)) return printFrame(toText(path));
    const words = strip(tag.markup);
    const { log } = context.register(SITE);
    log.warn('Warning:', `Jupyter Notebook path be string literal: <${inspect(words)}>`);
    return printFrame(words);
  },
});

/** jekyll-jupyter-notebook: `{% jupyter_notebook "a.ipynb" %}` shows a notebook, which `jupyter nbconvert` makes a page. */
export default definePlugin({
  name: 'jekyll-jupyter-notebook',
  generators: [{ name: 'jupyter-notebook', generate: addNotebooks }],
  converters: [
    {
      name: 'jupyter-notebook',
      matches: (extension) => extension === EXTENSION,
      outputExtension: () => '.html',
      convert: (content, { site }) => convertNotebook(content, site),
    },
  ],
  tags: { jupyter_notebook: { parse: parseNotebook } },
});
