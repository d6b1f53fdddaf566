import { definePlugin, type Item, inspect, type Site, UttersonError } from '../../plugin/plugin.ts';
import { changeTexts } from '../shared/html/change-texts.ts';
import { parseHtml } from '../shared/html/parse-html.ts';
import { writeHtml } from '../shared/html/write-html.ts';
import { changeBody, isHtml } from '../shared/output-body.ts';
import { EMOJI_FILES } from './emoji-files.ts';

const NAME = /:([\w+-]+):/y;
const UNTOUCHED: ReadonlySet<string> = new Set(['pre', 'code', 'tt']);

/** The URL of the folder with the images: `emoji.src` in the configuration, or GitHub's. */
function pictureFolder(site: Site): string {
  const host = site.variables['ASSET_HOST_URL'] || 'https://github.githubassets.com';
  const folder = site.config.has('emoji') ? configuredFolder(site.config.get('emoji')) : undefined;
  return `${(folder ?? `${host}/images/icons/`).replace(/\/$/, '')}/emoji`;
}

/** The gem fails as well on settings that are not a mapping, and on a `src` that is not text. */
function configuredFolder(settings: unknown): string | undefined {
  if (!(settings instanceof Map)) throw invalid(`emoji must be a mapping, but is ${inspect(settings)}.`);
  const folder = settings.get('src');
  if (!settings.has('src') || typeof folder === 'string') return folder;
  throw invalid(`emoji: src must be a URL, but is ${inspect(folder)}.`);
}

function invalid(message: string): UttersonError {
  return new UttersonError('InvalidConfiguration', message, {
    hint: 'Write emoji: { src: "/assets/images/" }, or leave it out to use GitHub\'s images.',
  });
}

/** Replaces the names of emoji. A colon that does not end a name may begin one. */
function replaceNames(text: string, write: (name: string, file: string) => string): string {
  let replaced = '';
  let done = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at)) {
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[1];
    const file = name === undefined ? undefined : EMOJI_FILES.get(name);
    if (name === undefined || file === undefined) {
      at++;
      continue;
    }
    replaced += text.slice(done, at) + write(name, file);
    at = NAME.lastIndex;
    done = at;
  }
  return replaced + text.slice(done);
}

/** Replaces the names of emoji in HTML. Only called for HTML with such a name, because parsing and writing changes its bytes. */
function showEmoji(html: string, folder: string): string {
  const write = (name: string, file: string) =>
    `<img class="emoji" title=":${name}:" alt=":${name}:" src="${folder}/${file}" height="20" width="20">`;
  const nodes = changeTexts(parseHtml(html), {
    untouched: UNTOUCHED,
    change: (node) => {
      const replaced = replaceNames(node.text, write);
      // As in the gem, the text is inserted as HTML although its references have been resolved.
      return replaced === node.text ? [node] : parseHtml(replaced);
    },
    // The gem treats scripts and style sheets as text.
    changeRaw: (source) => replaceNames(source, write),
  });
  return writeHtml(nodes);
}

function changeOutput(item: Item): void {
  const { output } = item;
  if (output === null || !item.isWritten || !isHtml(item) || replaceNames(output, () => '') === output) return;
  item.output = changeBody(output, (html) => showEmoji(html, pictureFolder(item.site)));
}

/** jemoji: turns `:smile:` into an image. */
export default definePlugin({
  name: 'jemoji',
  isSafe: true,
  definesBlank: true,
  hooks: [
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
  ],
});
