import { asHash, dig, isNil, type ReadonlyHash, type Site, strip, toText, UttersonError } from '../../plugin/plugin.ts';

/** A kind of box. What is null is as in all boxes. */
interface BoxType {
  readonly template: string | null;
  readonly defaultTitle: string | null;
  readonly meta: ReadonlyHash;
}

export interface Settings {
  readonly usual: { readonly template: string; readonly title: string | null; readonly meta: ReadonlyHash };
  readonly types: ReadonlyMap<string, BoxType>;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

const ICON = `  <i class="{% if meta.fa-icon %}fas {{meta.fa-icon}}{% else %}premonition {{meta.pn-icon}}{% endif %}"></i>`;
const BOX = `<div class="premonition {% if meta.style %}{{meta.style}} {% endif %}{{type}}">\n${ICON}\n`;

const TEMPLATE = `${BOX}  <div class="content">
    {% if header %}<p class="header">{{title}}</p>{% endif %}{{content}}
  </div>
</div>
`;

const CITATION = `${BOX}  <blockquote class="content blockquote"{% if attrs.cite %} cite="{{attrs.cite}}"{% endif %}>
    {{content}}
    {% if header %}
    <footer class="blockquote-footer">
      <cite title="{{title}}">{{title}}</cite>
    </footer>
    {% endif %}
  </blockquote>
</div>
`;

export const UNKNOWN_TYPE = `<div class="premonition error">
  <div class="fa {{meta.pn-icon}}"></div>
  <div class="content">
    <p class="header">PREMONITION ERROR: Invalid box type</p>
    You have specified an invalid box type "{{type}}". You can customize your own box types in \`_config.yml\`.
    See documentation for more help.
  </div>
</div>
`;

function ownType(icon: string, template: string | null = null): BoxType {
  return { template, defaultTitle: null, meta: new Map([['pn-icon', icon]]) };
}

const TYPES: ReadonlyMap<string, BoxType> = new Map([
  ['note', ownType('pn-note')],
  ['info', ownType('pn-info')],
  ['warning', ownType('pn-warn')],
  ['error', ownType('pn-error')],
  ['citation', ownType('pn-quote', CITATION)],
]);

const textOf = (value: unknown): string | null => (isNil(value) ? null : strip(toText(value)));

function hashOf(value: unknown, name: string): ReadonlyHash {
  if (isNil(value)) return new Map();
  if (value instanceof Map) return value;
  throw new UttersonError('InvalidConfiguration', `premonition: ${name} is not a hash.`, {
    hint: 'Write premonition: { types: { tip: { meta: { pn-icon: pn-info } } } }',
  });
}

/** The settings of a type. As in the gem, they replace those that a type of this name has, down to its icon. */
function readType(name: string, value: unknown): BoxType {
  if (!/^[a-z]+$/.test(name)) {
    throw new UttersonError('InvalidConfiguration', `premonition: the type '${name}' has not only small letters.`, {
      hint: 'Letters from a to z make up the name of a type.',
    });
  }
  const settings = hashOf(value, `types.${name}`);
  return {
    template: textOf(settings.get('template')),
    defaultTitle: textOf(settings.get('default_title')) || null,
    meta: hashOf(settings.get('meta'), `types.${name}.meta`),
  };
}

export function readSettings(site: Site): Settings {
  const given = dig(site.config, 'premonition');
  const usual = asHash(dig(given, 'default'));
  const types = new Map(TYPES);
  for (const [key, value] of hashOf(dig(given, 'types'), 'types')) types.set(toText(key), readType(toText(key), value));
  const extensions = dig(given, 'extensions');
  const isGiven = Array.isArray(extensions) && extensions.length > 0;
  return {
    usual: {
      template: textOf(usual.get('template')) ?? TEMPLATE,
      title: textOf(usual.get('title')),
      meta: new Map([['pn-icon', 'pn-square'], ['fa-icon', null], ...hashOf(usual.get('meta'), 'default.meta')]),
    },
    types,
    extensions: isGiven ? extensions.map(toText) : ['md', 'markdown'],
  };
}
