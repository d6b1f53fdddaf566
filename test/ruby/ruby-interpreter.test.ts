import { expect, test } from 'vitest';
import { MemoryImage } from '../../src/ruby/memory-image.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { memorySite } from '../build/memory-site.ts';

const MEMORY_PAGE = 65_536;

/** A memory as an instance has it. */
function memory(pages: number, bytes: Readonly<Record<number, number>>) {
  const made = {
    buffer: new ArrayBuffer(pages * MEMORY_PAGE),
    grow(more: number): number {
      const grown = new ArrayBuffer(made.buffer.byteLength + more * MEMORY_PAGE);
      new Uint8Array(grown).set(new Uint8Array(made.buffer));
      made.buffer = grown;
      return 0;
    },
  };
  for (const [at, byte] of Object.entries(bytes)) new Uint8Array(made.buffer)[Number(at)] = byte;
  return made;
}

test('a new memory becomes what another one was, and what is the same is not kept', () => {
  const after = memory(3, { 5: 1, 70000: 2, 140000: 3, 196607: 4 });
  const image = MemoryImage.between(memory(2, { 5: 1, 70000: 9 }).buffer, after.buffer);
  expect(image.parts.map(({ length }) => length)).toEqual([4 * 4, 3 * 4096]);
  const later = memory(2, { 5: 1, 70000: 9 });
  MemoryImage.from(image.parts).putInto(later);
  expect(Buffer.from(later.buffer).equals(Buffer.from(after.buffer))).toBe(true);
});

const PROBE = `class Probe < Liquid::Tag
  def render(context)
    [rand, File.read(File.join(context.registers[:site].source, 'a.txt')), Dir.pwd, Dir.exist?('/usr/local/lib/ruby')].join(' ')
  end
end
Liquid::Template.register_tag('probe', Probe)
`;

/** What the probe prints of a site in this folder. */
async function probed(source: string): Promise<readonly string[]> {
  const files = { '_plugins/probe.rb': PROBE, 'index.html': '---\n---\n{% probe %}', 'a.txt': 'read' };
  const placed = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${source}/${path}`, text]));
  const site = await memorySite({}, { config: { source }, tree: () => new MemoryTree(placed) });
  await site.builder.build();
  return site.read('index.html').split(' ');
}

test('interpreters that start from one image have numbers of their own by chance', async () => {
  const [[first], [second]] = [await probed('/site'), await probed('/site')];
  expect(Number(first)).toBeGreaterThan(0);
  expect(first).not.toBe(second);
});

test.each(['/site', '/usr/local/site'])('Ruby code sees the site in %s, and its own library', async (source) => {
  expect((await probed(source)).slice(1)).toEqual(['read', source, 'true']);
});
