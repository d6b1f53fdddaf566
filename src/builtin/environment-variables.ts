import { definePlugin, inspect, type Site } from '../plugin/plugin.ts';

/** `site.env`: a hash that notes when a page looks into it. */
class Variables {
  readonly #site: Site;
  readonly #hash: ReadonlyMap<string, string>;

  constructor(site: Site) {
    this.#site = site;
    const given = Object.entries(site.variables);
    this.#hash = new Map(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  }

  toLiquid(): unknown {
    this.#site.noteRead('environment:variables');
    return this.#hash;
  }

  inspect(): string {
    return inspect(this.#hash);
  }
}

/** jekyll-environment-variables: `{{ site.env.HOME }}`. */
export default definePlugin({
  name: 'jekyll-environment-variables',
  followsFrontMatter: true,
  generators: [{ name: 'environment-variables', generate: (site) => site.setConfig('env', new Variables(site)) }],
});
