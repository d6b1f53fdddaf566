import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'ruby-links-')));
  for (const name of ['site/_plugins', 'out', 'beside']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'beside/a.txt'), 'theirs');
});
afterEach(() => rmSync(folder, { recursive: true }));

const buildWith = (code: string, keep: string) => {
  writeFileSync(join(folder, 'site/_plugins/a.rb'), `Jekyll::Hooks.register(:site, :post_write) { |site| ${code} }\n`);
  const overrides = { source: join(folder, 'site'), destination: join(folder, 'out'), keep_files: [keep] };
  return build({ overrides, folder: join(folder, 'site'), usesWorkers: false });
};

test('Ruby code writes through no link in the destination', async () => {
  symlinkSync(join(folder, 'beside'), join(folder, 'out/linked'));
  await expect(
    buildWith("FileUtils.mkdir_p('../out/linked'); File.write('../out/linked/a.txt', 'x')", 'linked'),
  ).rejects.toThrow('out of the destination');
  expect(readFileSync(join(folder, 'beside/a.txt'), 'utf8')).toBe('theirs');
});

test.each(['a.txt', 'missing.txt'])('a link to %s is replaced by what Ruby code writes there', async (name) => {
  symlinkSync(join(folder, 'beside', name), join(folder, 'out/b.txt'));
  await buildWith("FileUtils.mkdir_p('../out'); File.write('../out/b.txt', 'ours')", 'b.txt');
  expect(readFileSync(join(folder, 'out/b.txt'), 'utf8')).toBe('ours');
  expect(readFileSync(join(folder, 'beside/a.txt'), 'utf8')).toBe('theirs');
  expect(readdirSync(join(folder, 'beside'))).toEqual(['a.txt']);
});
