import { expect, test } from 'vitest';
import { memorySite } from '../build/memory-site.ts';

const STAND_IN = "this.katex = { renderToString: (source, { displayMode }) => '<' + displayMode + '>' + source };";
const config = { plugins: ['jekyll-katex'] };
const page = '---\n---\n{% katexmm %}$a$ $$b$${% endkatexmm %}';

test('KaTeX is the package that the site has installed, in its present version', async () => {
  const deep = 'node_modules/katex/dist/deep/katex.min.js';
  const { builder, read, tree } = await memorySite({ 'a.txt': page, [deep]: STAND_IN }, { config });
  await builder.build();
  expect(read('a.txt')).toBe('<false>a <true>b');
  tree.write(`/site/${deep}`, STAND_IN.replace('<', 'new <'));
  await builder.build();
  expect(read('a.txt')).toBe('new <false>a new <true>b');
  tree.write('/site/node_modules/katex/dist/katex.min.js', STAND_IN.replace('<', 'first <'));
  await builder.build();
  expect(read('a.txt')).toBe('first <false>a first <true>b');
});

test('a site that has not installed it is told how to', async () => {
  const { builder } = await memorySite({ 'a.txt': page }, { config });
  await expect(builder.build()).rejects.toMatchObject({
    message: expect.stringContaining('there is no katex.min.js in node_modules/katex/dist.'),
    hint: 'Install it in the folder of the site: npm install katex',
  });
});

test('so is one whose file is something else, or none that runs', async () => {
  const build = async (code: string) => {
    const files = { 'a.txt': page, 'node_modules/katex/dist/katex.min.js': code };
    const { builder } = await memorySite(files, { config });
    return builder.build();
  };
  await expect(build('this.other = 1;')).rejects.toThrow('defines no katex.renderToString');
  await expect(build('this is no program')).rejects.toThrow('katex.min.js cannot be loaded: ');
});

test('the program is not looked for outside the site', async () => {
  const { builder } = await memorySite({ 'a.txt': page }, { config: { ...config, katex: { js_path: '../../out' } } });
  await expect(builder.build()).rejects.toThrow('there is no katex.min.js in ../../out');
});
