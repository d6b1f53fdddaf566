/** A sound, a film or a player, as it is recognized by its address. */
export interface Medium {
  readonly kind: 'audio' | 'video' | 'iframe';
  /** What the player calls it, or the name of its file; undefined if only the network could tell. */
  readonly id: string | undefined;
  /** The address of the player, without the id; a file is its own player. */
  readonly player?: string;
  readonly height?: number;
}

const AUDIO = /\.(?:mp3|wav|ogg|mid|midi|aac|wma)/g;
const VIDEO = /\.(?:avi|mp4|webm|ogg|ogv|flv|mkv|mov|wmv|3gp|rmvb|asf)/g;
const YOUTUBE_ID = /(?<=\?v=|embed\/|\.be\/)[a-zA-Z0-9_-]+/g;
const SOUNDCLOUD = /\/\/soundcloud\.com\/[^\n]+\/[^?]/;

/** Players by a pattern with the id. */
const PLAYERS: readonly (readonly [pattern: RegExp, player: string, height?: number])[] = [
  [/\/\/vimeo\.com\/([0-9]+)/, 'https://player.vimeo.com/video/'],
  [/\/\/(?:www\.)?dai\.?ly(?:motion\.com\/video)?\/([a-zA-Z0-9_-]+)/, 'https://www.dailymotion.com/embed/video/'],
  [/\/\/open\.spotify\.com\/track\/([a-zA-Z0-9_-]+)/, 'https://open.spotify.com/embed/track/', 80],
  [/\/\/open\.spotify\.com\/episode\/([a-zA-Z0-9_-]+)/, 'https://open.spotify.com/embed/episode/', 152],
];

/** All kinds of media that an address looks like. */
export function* recognizeMedia(source: string): Generator<Medium> {
  const audio = findFile(source, AUDIO);
  if (audio !== undefined) yield { kind: 'audio', id: audio };
  const video = findFile(source, VIDEO);
  if (video !== undefined) yield { kind: 'video', id: video };
  const youtube = findYoutube(source);
  if (youtube !== undefined) yield { kind: 'iframe', id: youtube, player: 'https://www.youtube.com/embed/' };
  for (const [pattern, player, height] of PLAYERS) {
    const id = pattern.exec(source)?.[1];
    if (id !== undefined) yield { kind: 'iframe', id, player, ...(height !== undefined && { height }) };
  }
  if (SOUNDCLOUD.test(source)) yield { kind: 'iframe', id: undefined };
}

/** The name of a file: from the last slash with such an extension after it to the first of these extensions. */
function findFile(source: string, extension: RegExp): string | undefined {
  for (const line of source.split('\n')) {
    const last = [...line.matchAll(extension)].at(-1);
    const slash = last === undefined ? -1 : line.lastIndexOf('/', last.index - 2);
    if (last === undefined || last.index < 2 || slash === -1) continue;
    const name = line.slice(slash + 1);
    const first = [...name.slice(1).matchAll(extension)][0];
    return first && name.slice(0, 1 + first.index + first[0].length);
  }
  return undefined;
}

/** The last id of a line that names YouTube. */
function findYoutube(source: string): string | undefined {
  for (const line of source.split('\n')) {
    const slashes = line.indexOf('//');
    const host = slashes === -1 ? -1 : line.indexOf('youtu', slashes + 2);
    const id = [...line.matchAll(YOUTUBE_ID)].at(-1);
    if (host !== -1 && id !== undefined && id.index >= host + 'youtu'.length) return id[0];
  }
  return undefined;
}
