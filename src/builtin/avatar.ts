import { crc32 } from 'node:zlib';
import { type Context, definePlugin, dig, firstTrue, SITE, strip, type TagParser, toText } from '../plugin/plugin.ts';

const SCALES = [1, 2, 3, 4];
const SERVERS = 4;
const DEFAULT_SIZE = '40';
/** GitHub's style sheets call avatars below this size small. */
const SMALL = 48;

interface Picture {
  readonly user: string;
  readonly size: string;
  /** A server other than GitHub's, or empty. */
  readonly host: string;
}

/** The user's name: the first word, or the value of the variable that `user=` names. */
function findUser(text: string, variable: string | undefined, context: Context): string {
  if (variable !== undefined) {
    const [first = '', ...keys] = variable.split('.');
    return toText(firstTrue(dig(context.find(first), ...keys), variable));
  }
  return (text.split(' ')[0] ?? '').replace(/^@/, '');
}

function imageUrl({ user, size, host }: Picture, scale: number): string {
  const path = (times: number) => `${user}?v=3&s=${times === 1 ? size : Number(size) * times}`;
  if (host !== '') return `${host.replace(/\/$/, '')}/${path(scale)}`;
  return `https://avatars${crc32(path(1)) % SERVERS}.githubusercontent.com/${path(scale)}`;
}

function renderImage(picture: Picture, isLazy: boolean): string {
  const { user, size } = picture;
  const url = imageUrl(picture, 1);
  const urls = SCALES.map((scale) => `${imageUrl(picture, scale)} ${scale}x`).join(', ');
  const source = isLazy ? `src="" data-src="${url}" data-srcset="${urls}"` : `src="${url}" srcset="${urls}"`;
  const classes = Number(size) < SMALL ? 'avatar avatar-small' : 'avatar';
  return `<img class="${classes}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" ${source} />`;
}

const parseAvatar: TagParser = (tag) => {
  const markup = strip(tag.markup);
  const template = tag.parseContext.liquid.parseTemplate(markup);
  const size = /\bsize=(\d+)\b/i.exec(markup)?.[1] ?? DEFAULT_SIZE;
  const variable = /\buser=([\w.]+)\b/.exec(markup)?.[1];
  return {
    render(context) {
      const text = template.renderIn(context);
      const user = findUser(text, variable, context);
      const host = context.register(SITE).variables['PAGES_AVATARS_URL'] ?? '';
      return renderImage({ user, size, host }, text.includes('lazy=true'));
    },
  };
};

/** jekyll-avatar: `{% avatar user size=80 %}` shows the avatar of a user on GitHub. */
export default definePlugin({ name: 'jekyll-avatar', isSafe: true, tags: { avatar: { parse: parseAvatar } } });
