import {
  asHash,
  type Context,
  definePlugin,
  dig,
  isTruthy,
  SITE,
  type Site,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';

/** Each network: its key in the data, the class of its icon, and where its links lead; `%s` is the user. */
const NETWORKS = `
academia_edu|ai ai-academia|https://%s.academia.edu/%s
acm_id|ai ai-acm|https://dl.acm.org/profile/%s/
arxiv_id|ai ai-arxiv|https://arxiv.org/a/%s.html
blogger_url|fa-brands fa-blogger-b|%s
bluesky_url|fa-brands fa-bluesky|%s
cv_pdf|ai ai-cv|%s
dblp_url|ai ai-dblp|%s
discord_id|fa-brands fa-discord|https://discord.com/users/%s
email|fa-solid fa-envelope|mailto:%s
facebook_id|fa-brands fa-facebook|https://facebook.com/%s
flickr_id|fa-brands fa-flickr|https://www.flickr.com/%s
github_username|fa-brands fa-github|https://github.com/%s
gitlab_username|fa-brands fa-gitlab|https://gitlab.com/%s
hal_id|ai ai-hal|https://cv.hal.science/%s
ieee_id|ai ai-ieee|https://ieeexplore.ieee.org/author/%s/
inspirehep_id|ai ai-inspire|https://inspirehep.net/authors/%s
instagram_id|fa-brands fa-instagram|https://instagram.com/%s
kaggle_id|fa-brands fa-kaggle|https://www.kaggle.com/%s
keybase_username|fa-brands fa-keybase|https://keybase.io/%s
lastfm_id|fa-brands fa-lastfm|https://www.last.fm/user/%s
lattes_id|ai ai-lattes|http://lattes.cnpq.br/%s
leetcode_id|si si-leetcode|https://leetcode.com/u/%s/
letterboxd_id|fa-brands fa-square-letterboxd|https://letterboxd.com/%s
linkedin_username|fa-brands fa-linkedin|https://www.linkedin.com/in/%s
mastodon_username|fa-brands fa-mastodon|https://%s
medium_username|fa-brands fa-medium|https://medium.com/@%s
orcid_id|ai ai-orcid|https://orcid.org/%s
osf_id|ai ai-osf|https://osf.io/%s/
pinterest_id|fa-brands fa-pinterest|https://www.pinterest.com/%s
publons_id|ai ai-publons|https://publons.com/a/%s/
quora_username|fa-brands fa-quora|https://www.quora.com/profile/%s
research_gate_profile|ai ai-researchgate|https://www.researchgate.net/profile/%s/
rss_icon|fa-solid fa-square-rss|%s
scholar_userid|ai ai-google-scholar|https://scholar.google.com/citations?user=%s
scopus_id|ai ai-scopus|https://www.scopus.com/authid/detail.uri?authorId=%s
semanticscholar_id|ai ai-semantic-scholar|https://www.semanticscholar.org/author/%s
spotify_id|fa-brands fa-spotify|https://open.spotify.com/user/%s
stackoverflow_id|fa-brands fa-stack-overflow|https://stackoverflow.com/users/%s
strava_userid|fa-brands fa-strava|https://www.strava.com/athletes/%s
telegram_username|fa-brands fa-telegram|https://telegram.me/%s
unsplash_id|fa-brands fa-unsplash|https://unsplash.com/@%s
wechat_username|fa-brands fa-weixin|weixin://dl/chat?%s
whatsapp_number|fa-brands fa-whatsapp|https://wa.me/%s
wikidata_id|fa-solid fa-barcode|https://www.wikidata.org/wiki/%s
wikipedia_id|fa-brands fa-wikipedia-w|https://wikipedia.org/wiki/User:%s
work_url|fa-solid fa-briefcase|%s
x_username|fa-brands fa-x-twitter|https://twitter.com/%s
youtube_id|fa-brands fa-youtube|https://youtube.com/@%s
zotero_username|fa-brands fa-zotero|https://www.zotero.org/%s`;

interface Network {
  readonly icon: string;
  readonly address: string;
}

const networks: ReadonlyMap<string, Network> = new Map(
  NETWORKS.trim()
    .split('\n')
    .map((line) => {
      const [key = '', icon = '', address = ''] = line.split('|');
      return [key, { icon, address }];
    }),
);

const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg']);

const baseUrl = (site: Site): string => toText(dig(site.config, 'baseurl'));

function addressOf(key: string, { address }: Network, value: unknown, site: Site): string {
  const fill = (...values: readonly string[]) => {
    let index = 0;
    return address.replace(/%s/g, () => values[index++] ?? '');
  };
  if (key === 'academia_edu') return fill(toText(dig(value, 'organization')), toText(dig(value, 'username')));
  if (key === 'rss_icon') return `${baseUrl(site)}/feed.xml`;
  const text = toText(value);
  if (key !== 'cv_pdf' || text.includes('://')) return fill(text);
  // With jekyll-polyglot, each language may have a file of its own.
  const language = toText(dig(site.config, 'active_lang'));
  return `${baseUrl(site)}${language === '' ? text : text.replaceAll('[LANG]', language)}`;
}

/** A logo is a picture, or else the classes of an icon. */
function renderLogo(logo: string, title: string, site: Site): string {
  const extension = (logo.split('.').at(-1) ?? '').toLowerCase();
  if (!PICTURES.has(extension)) return renderIcon(logo);
  const address = logo.includes('://') ? logo : `${baseUrl(site)}${logo}`;
  return extension === 'svg' ? `<svg><image xlink:href='${address}' /></svg>` : `<img src='${address}' alt='${title}'>`;
}

const renderIcon = (classes: string): string => `<i class='${classes}'></i>`;

function renderLink(key: string, value: unknown, site: Site): string {
  const network = networks.get(key);
  const logo = dig(value, 'logo');
  const hasLogo = isTruthy(logo);
  if (network === undefined) {
    if (!hasLogo) throw unknownNetwork(key);
    const title = toText(dig(value, 'title'));
    return `<a href='${toText(dig(value, 'url'))}' title='${title}'>${renderLogo(toText(logo), title, site)}</a>`;
  }
  const name = key.replaceAll('_', ' ');
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const named = dig(value, 'value');
  const user = hasLogo && key !== 'academia_edu' ? (isTruthy(named) ? named : dig(value, key)) : value;
  const picture = hasLogo ? renderLogo(toText(logo), title, site) : renderIcon(network.icon);
  return `<a href='${addressOf(key, network, user, site)}' title='${title}'>${picture}</a>`;
}

function unknownNetwork(key: string): UttersonError {
  return new UttersonError('InvalidData', `_data/socials.yml: ${key} is no known network and has no logo.`, {
    hint: `Give it a logo, a title and a url, or use one of ${[...networks.keys()].join(', ')}.`,
  });
}

function renderLinks(context: Context): string {
  const socials = dig(context.find('site'), 'data', 'socials');
  const site = context.register(SITE);
  return [...asHash(socials)].map(([key, value]) => renderLink(toText(key), value, site)).join(' ');
}

/** jekyll-socials: `{% social_links %}` shows a link for each network in `_data/socials.yml`. */
export default definePlugin({
  name: 'jekyll-socials',
  isSafe: true,
  tags: { social_links: { parse: () => ({ render: renderLinks }) } },
});
