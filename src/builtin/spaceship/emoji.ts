import { asHash, type ReadonlyHash, toText } from '../../plugin/plugin.ts';
import { elementsNamed, setContent } from '../shared/html/edit.ts';
import type { HtmlElement } from '../shared/html/node.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { writeContent } from '../shared/html/write-html.ts';
import { replaceLiteral } from '../shared/ruby-replace.ts';
import { type Emoji, readEmoji } from './emoji-names.ts';
import type { Processor } from './processor.ts';
import type { SpaceshipSettings } from './settings.ts';

const DEFAULTS = new Map<unknown, unknown>([
  ['css', new Map([['class', 'emoji']])],
  ['src', 'https://github.githubassets.com/images/icons/emoji/'],
]);
const NAME = /(?<!\\):([\w+-]+):/g;
const ESCAPED_NAME = /\\:([\w+-]+)\\:/g;

/** Names such as `:smile:` become pictures. */
export function createEmoji(settings: SpaceshipSettings): Processor {
  const section = settings.section('emoji', DEFAULTS);
  let names: ReadonlyMap<string, Emoji> | undefined;
  return {
    changeHtml(html, turn) {
      const document = turn.page.take(html);
      const [body] = elementsNamed(document.nodes, 'body');
      if (body === undefined) return html;
      names ??= readEmoji();
      const hasEscaped = changeContents(codeIn(body), NAME, '\\:$1\\:');
      const content = writeContent(body);
      const found = [...content.matchAll(NAME)].flatMap(([, name = '']) => names?.get(name) ?? []);
      turn.isHandled ||= found.length > 0;
      setContent(body, showEmoji(content, new Set(found), section));
      if (hasEscaped) changeContents(codeIn(body), ESCAPED_NAME, ':$1:');
      return writeDocument(document);
    },
  };
}

const codeIn = (body: HtmlElement): HtmlElement[] => {
  const found = elementsNamed(body.children, 'pre').flatMap((element) => elementsNamed(element.children, 'code'));
  return [...new Set(found)];
};

/** Changes the contents of elements, and says whether anything was found. */
function changeContents(elements: readonly HtmlElement[], pattern: RegExp, replacement: string): boolean {
  let isFound = false;
  for (const element of elements) {
    const content = writeContent(element);
    if (content.search(pattern) === -1) continue;
    isFound = true;
    setContent(element, content.replace(pattern, replacement));
  }
  return isFound;
}

function showEmoji(content: string, found: ReadonlySet<Emoji>, section: ReadonlyHash): string {
  let shown = content;
  for (const emoji of found) shown = replaceName(shown, `:${emoji.name}:`, writePicture(emoji, section));
  return shown;
}

function writePicture({ name, raw, file }: Emoji, section: ReadonlyHash): string {
  return (
    `<img class="${toText(asHash(section.get('css')).get('class'))}" title=":${name}:" alt=":${name}:" raw="${raw}"` +
    ` src="${toText(section.get('src'))}${file}"` +
    ' style="vertical-align: middle; display: inline; max-width: 1em; visibility: hidden;"' +
    ` onload="this.style.visibility='visible'" onerror="this.replaceWith(this.getAttribute('raw'))"></img>`
  );
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /[ \t\r\n\f\v]/.test(character);

/** Replaces a name with the white space around it, unless it is all that an attribute holds. */
function replaceName(content: string, name: string, picture: string): string {
  let result = '';
  let done = 0;
  for (let at = content.indexOf(name); at !== -1; at = content.indexOf(name, Math.max(done, at + 1))) {
    let start = at;
    while (start > done && isSpace(content[start - 1])) start--;
    const isValue = content.slice(Math.max(0, start - 2), start) === '="';
    if (isValue && start < at) start++;
    else if (isValue) continue;
    const nameEnd = at + name.length;
    let end = nameEnd;
    while (isSpace(content[end])) end++;
    if (content[end] === '"' && isSpace(content[end + 1])) {
      if (end === nameEnd) continue;
      end--;
    }
    const source = content.slice(start, end);
    result += content.slice(done, start) + replaceLiteral(source, source, picture);
    done = end;
  }
  return result + content.slice(done);
}
