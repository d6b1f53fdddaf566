import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

interface Parts {
  /** The body of a generator. */
  readonly generate?: string;
  /** The body of a tag. */
  readonly tag?: string;
  readonly index: string;
}

/** What a page prints with the tag `probe`, in a site with two files of data. */
async function printed({ generate = '', tag = '""', index }: Parts): Promise<string> {
  const ruby = `class Maker < Jekyll::Generator
  def generate(site)
    ${generate}
  end
end
class Probe < Liquid::Tag
  def render(context)
    site = context.registers[:site]
    ${tag}
  end
end
Liquid::Template.register_tag('probe', Probe)
`;
  const site = await memorySite({
    '_plugins/probe.rb': ruby,
    '_data/people.yml': '- name: Ann\n- name: Bob\n',
    '_data/places.yml': 'north:\n  cold: yes\nsouth:\n  cold: no\n',
    'index.html': `---\n---\n${index}`,
  });
  await site.builder.build();
  return site.read('index.html');
}

test.each<[string, Parts, string]>([
  [
    'a text deep within data',
    { generate: 'site.data["people"].each { |one| one["name"] << "!" }', index: '{{ site.data.people[1].name }}' },
    'Bob!',
  ],
  [
    'the order of keys',
    {
      generate: 'site.data["places"].replace(site.data["places"].to_a.reverse.to_h)',
      index: '{% for place in site.data.places %}{{ place[0] }} {% endfor %}',
    },
    'south north ',
  ],
  [
    'data that was held before',
    {
      generate: 'held = site.data["people"]\nsite.data["x"] = held.size\nheld.pop',
      index: '{{ site.data.people.size }}{{ site.data.x }}',
    },
    '12',
  ],
  [
    'a key that is removed',
    {
      generate: 'site.data.delete("people")',
      index: '[{{ site.data.people[0].name }}{{ site.data.places.north.cold }}]',
    },
    '[true]',
  ],
  [
    'keys that are merged',
    {
      generate: 'site.data.merge!("more" => [1])\nsite.config.update("own" => "x")',
      index: '{{ site.data.more }}{{ site.own }}',
    },
    '1x',
  ],
  [
    'a value that Ruby code has put there, changed by tags',
    {
      generate: 'site.data["seen"] = { "all" => [] }',
      tag: 'site.data["seen"]["all"] << @markup.strip\n""',
      index: '{% probe a %}{% probe b %}{{ site.data.seen.all | join: "," }}',
    },
    'a,b',
  ],
  [
    'a key that a tag sets',
    {
      tag: 'site.config["told"] = site.data["told"] = @markup.strip\n""',
      index: '{% probe a %}{{ site.told }}{{ site.data.told }}',
    },
    'aa',
  ],
  [
    'a change before a text is rendered',
    {
      tag: 'site.data["now"] = 3\nLiquid::Template.parse("{{ site.data.now }}").render(context)',
      index: '{% probe %}',
    },
    '3',
  ],
  [
    'a list that a tag takes from',
    {
      tag: 'site.pages.reject! { |page| page.name != "index.html" }\nsite.pages.size',
      index: '{% probe %} {{ site.pages.size }}',
    },
    '1 1',
  ],
  [
    'whole numbers that become others',
    { generate: 'site.config["n"] = 1\nsite.config["n"] = 1.0', index: '{{ site.n }}' },
    '1.0',
  ],
])('templates see %s', async (_, parts, expected) => {
  expect(await printed(parts)).toBe(expected);
});

test.each([
  'site.data["people"] << 1',
  'site.data["places"]["north"]["cold"] = 1',
  'site.data["people"][0]["name"] << "!"',
])('data cannot be changed in place while pages are rendered, which is said: %s', async (tag) => {
  await expect(printed({ tag, index: '{% probe %}' })).rejects.toMatchObject({
    code: 'RubyUnsupported',
    message: expect.stringContaining('cannot be changed in place while pages are rendered'),
  });
});

test('data and the configuration are a hash for Ruby code', async () => {
  const tag =
    '[site.data.class, site.config.instance_of?(Hash), site.data.to_a.size, site.data.map(&:first).sort, Hash === site.data].inspect';
  expect(await printed({ tag, index: '{% probe %}' })).toBe('[Hash, true, 2, ["people", "places"], true]');
});

test('large data is not looked through for each tag', async () => {
  const generate =
    'site.data["many"] = (0...2000).map { |i| { "n" => i } }\n' +
    'dump = Marshal.method(:dump)\n$dumps = 0\nMarshal.define_singleton_method(:dump) { |one| $dumps += 1; dump.call(one) }';
  const tag = 'site.data["many"][3]["n"] + site.data["people"].size\n$dumps.to_s';
  const output = await printed({ generate, tag, index: '{% probe %} '.repeat(20) });
  const counts = output.trim().split(' ').map(Number);
  expect(counts).toHaveLength(20);
  expect(counts[19]).toBe(counts[0]);
});
