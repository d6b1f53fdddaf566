import { asHash, isNil, isTruthy, type ReadonlyHash, toText } from '../../plugin/plugin.ts';
import { elementsNamed, replaceElements } from '../shared/html/edit.ts';
import type { HtmlElement, HtmlNode } from '../shared/html/node.ts';
import { parseDocument } from '../shared/html/parse-document.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { readParameters, writeParameters } from '../shared/parameters.ts';
import { replaceLiteral } from '../shared/ruby-replace.ts';
import { writeAddress } from './media-address.ts';
import { type Medium, recognizeMedia } from './media-kinds.ts';
import type { Processor, Turn } from './processor.ts';
import type { SpaceshipSettings } from './settings.ts';

const DEFAULTS = new Map([
  [
    'default',
    new Map<unknown, unknown>([
      ['id', 'media-{id}'],
      ['class', 'media'],
      ['width', '100%'],
      ['height', 350],
      ['frameborder', 0],
      ['style', 'max-width: 600px;outline: none'],
      ['allow', 'encrypted-media; picture-in-picture'],
    ]),
  ],
]);

/** Images that are sounds, films or pages of a player become what shows them. */
export function createMedia(settings: SpaceshipSettings): Processor {
  const defaults = asHash(settings.section('media', new Map(DEFAULTS)).get('default'));
  return {
    changeHtml(html, turn) {
      const images = elementsNamed(turn.page.look(html).nodes, 'img');
      if (!images.some(isMedium)) return turn.page.rewrite(html);
      const document = turn.page.take(html);
      const replace = (element: HtmlElement) =>
        element.name === 'img' ? playerFor(element, defaults, turn) : undefined;
      return writeDocument({ ...document, nodes: replaceElements(document.nodes, replace) });
    },
  };
}

const isMedium = ({ attributes }: HtmlElement): boolean =>
  recognizeMedia(attributes.get('src') ?? '').next().done === false;

/** The first kind of media that an address looks like is shown; an error in one of the others still counts. */
function playerFor(image: HtmlElement, defaults: ReadonlyHash, turn: Turn): readonly HtmlNode[] | undefined {
  const source = image.attributes.get('src');
  if (isNil(source)) return undefined;
  let player: readonly HtmlNode[] | undefined;
  for (const medium of recognizeMedia(source)) {
    if (medium.id === undefined) {
      turn.item.site.log.warn(
        'Spaceship:',
        `${source} stays a picture in ${turn.item.relativePath}: SoundCloud would have to be asked for its number.`,
      );
      continue;
    }
    const markup = writePlayer(image, source, { ...medium, id: medium.id }, defaults);
    turn.isHandled = true;
    player ??= elementsNamed(parseDocument(markup).nodes, 'body')[0]?.children.slice(0, 1);
  }
  return player;
}

type KnownMedium = Medium & { readonly id: string };

function writePlayer(image: HtmlElement, source: string, medium: KnownMedium, defaults: ReadonlyHash): string {
  const { id, player, kind } = medium;
  const parameters = readParameters(queryOf(source));
  for (const [key, value] of parameters) if (value === id || value === '') parameters.delete(key);
  const setting = (key: string) => parameters.get(key) ?? toText(defaults.get(key));
  const withId = (key: string) => replaceLiteral(setting(key), '{id}', id);
  const address = writeAddress(player === undefined ? source : `${player}${id}`, writeParameters(parameters));
  const isOn = (key: string) => (parameters.has(key) || isTruthy(defaults.get(key)) ? key : '');
  const head = `<${kind} id="${withId('id')}" class="${withId('class')}"`;
  const style = setting('style');
  switch (kind) {
    case 'audio':
      return (
        `${head} ${isOn('autoplay')} ${isOn('loop')} src="${address}" ` +
        `style="${style}${parameters.has('hidden') ? ';display: none;' : ''}" controls>${fallback('HTML5 audio', 'audio', address)}</audio>`
      );
    case 'video':
      return (
        `${head} style="${style}" ${isOn('autoplay')} ${isOn('loop')} controls> <source src="${address}">` +
        `${fallback('HTML5 video', 'video', address)}</video>`
      );
    case 'iframe': {
      const height = parameters.get('height') ?? medium.height ?? toText(defaults.get('height'));
      return (
        `${head} src="${address}" title="${image.attributes.get('title') ?? ''}" width="${setting('width')}" height="${height}" ` +
        `style="${style}" allow="${toText(defaults.get('allow'))}" frameborder="${setting('frameborder')}" allowfullscreen></iframe>`
      );
    }
  }
}

/** What follows the first question mark of the last word of a line. */
function queryOf(source: string): string {
  for (const line of source.split('\n')) {
    const word = /[^ \t\r\f\v]*$/.exec(line)?.[0] ?? '';
    if (word.includes('?')) return word.slice(word.indexOf('?') + 1);
  }
  return '';
}

function fallback(feature: string, kind: string, address: string): string {
  return ` Your browser doesn't support ${feature}. Here is a <a href="${address}">link to download the ${kind}</a> instead.`;
}
