// Makes up a scope for a real template: a value for each path that occurs in it, so that its conditions and loops have something to do.

/** A name, and what stands behind it: `site.data.nav`, `page['title']`. */
const PATH = /[a-z_][\w-]*(?:\.[a-z_][\w-]*|\[['"][^'"]*['"]\])*/gi;
const MARKUP = /\{\{.*?\}\}|\{%.*?%\}/gs;
const LOOP = /\bfor\s+([\w-]+)\s+in\s+([\w.-]+)/g;

const WORDS = ['a', 'Title Here', 'a <b>&</b>', '', 'é ü 日本', '/path/to/a.html', '2024-05-06', '12', 'b', "it's"];
const SCALARS = [1, 0, -3, 12, true, false, null, { __f: '1.5' }, { __f: '2.0' }, { __t: '2024-05-06 07:08:09 +0000' }];

const stepsOf = (path) => path.split(/[.[\]'"]+/).filter((step) => step !== '');

function leaf(random) {
  return random.chance(0.6) ? random.pick(WORDS) : random.pick(SCALARS);
}

/** What a loop runs over: hashes with the names that the template asks its items for, words, or pairs. */
function items(random, names) {
  const kind = random.below(5);
  const hash = () => Object.fromEntries(names.map((name) => [name, leaf(random)]));
  if (kind === 0) return random.some(4, () => random.pick(WORDS));
  if (kind === 1) return Object.fromEntries(random.some(3, () => [random.pick(WORDS), random.some(2, hash)]));
  return random.some(4, hash);
}

/** Puts a value at a path, where no other value is in the way. */
function place(scope, steps, value) {
  let target = scope;
  for (const step of steps.slice(0, -1)) {
    target[step] ??= {};
    target = target[step];
    if (typeof target !== 'object' || Array.isArray(target) || '__f' in target || '__t' in target) return;
  }
  const last = steps.at(-1);
  if (last in target && typeof target[last] === 'object') return;
  target[last] = value;
}

export function makeScope(random, template) {
  const markup = (template.match(MARKUP) ?? []).join('\n');
  const loops = [...markup.matchAll(LOOP)].map(([, item, list]) => ({ item, list: stepsOf(list) }));
  const paths = [...new Set(markup.match(PATH) ?? [])].map(stepsOf);
  const scope = Object.create(null);
  for (const { item, list } of loops) {
    const names = paths.filter((steps) => steps.length > 1 && steps[0] === item).map((steps) => steps[1]);
    if (random.chance(0.9)) place(scope, list, items(random, [...new Set(names)]));
  }
  for (const steps of paths) if (random.chance(0.85)) place(scope, steps, leaf(random));
  return scope;
}
