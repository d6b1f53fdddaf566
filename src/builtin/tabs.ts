import { type Context, definePlugin, SITE, strip, type TagParser, TOOLS } from '../plugin/plugin.ts';
import { stableId } from './shared/stable-id.ts';

/** The tabs of each group, with what they show. */
type Groups = Map<string, Map<string, string>>;

/**
 * The groups by the variables of a render. As in the gem, pages share them: a page whose group has the name of an earlier
 * page's shows that page's tabs as well.
 */
const groupsOf = new WeakMap<object, Groups>();

function groupsIn(context: Context): Groups {
  context.register(SITE).noteRead('order');
  const [environment = context] = context.environments;
  const groups: Groups = groupsOf.get(environment) ?? new Map();
  groupsOf.set(environment, groups);
  return groups;
}

function idOf(text: string): string {
  return strip(text)
    .toLowerCase()
    .replace(/[^0-9a-z]/gu, '-');
}

function printGroup(group: string, tabs: ReadonlyMap<string, string>, id: string): string {
  const active = (index: number) => (index === 0 ? ' class="active"' : '');
  const heads = [...tabs.keys()].map(
    (tab, index) =>
      `\n      <li${active(index)} id="${group}-${idOf(tab)}">\n          <a href="#">${tab}</a>\n      </li>\n  `,
  );
  const bodies = [...tabs.values()].map((html, index) => `\n      <li${active(index)}>${html}</li>\n  `);
  return [
    `<ul id="${group}" class="tab" data-tab="${id}" data-name="${group}">\n  ${heads.join('')}\n</ul>\n`,
    `<ul class="tab-content" id="${id}" data-name="${group}">\n  ${bodies.join('')}\n</ul>\n`,
  ].join('');
}

const parseGroup: TagParser = (tag) => {
  if (tag.markup === '') throw tag.syntaxError('Block tabs requires 1 attribute');
  const group = idOf(tag.markup);
  const body = tag.parseBody();
  return {
    render(context) {
      body.render(context);
      const tabs = groupsIn(context).get(group);
      if (tabs === undefined) throw tag.syntaxError(`The group '${group}' has no tabs`);
      return printGroup(group, tabs, stableId(group, context));
    },
  };
};

const parseTab: TagParser = (tag) => {
  const [, group, title] = /^\s*(\S+)\s+(.*)$/s.exec(tag.markup) ?? [];
  if (group === undefined || title === undefined) throw tag.syntaxError('Block tab requires 2 attributes');
  const id = idOf(group);
  const body = tag.parseBody();
  return {
    render(context) {
      const groups = groupsIn(context);
      const tabs = groups.get(id) ?? new Map<string, string>();
      groups.set(id, tabs);
      const html = context.register(TOOLS).convert('.md', body.render(context));
      tabs.set(title, html);
      return html;
    },
  };
};

/** jekyll-tabs: `{% tabs log %}{% tab log php %}…{% endtab %}{% endtabs %}`. */
export default definePlugin({
  name: 'jekyll-tabs',
  isSafe: true,
  tags: { tabs: { parse: parseGroup, isBlock: true }, tab: { parse: parseTab, isBlock: true } },
});
