#!/usr/bin/env node
// Writes the same synthetic blog for several static site generators.
// No dependencies. Every byte follows from --seed, --posts and the templates.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const TEMPLATES = join(here, 'templates');
const available = readdirSync(TEMPLATES)
  .filter((d) => d !== 'shared')
  .sort();

const opt = { out: null, posts: 100, images: 50, imageKb: 20, seed: 1, for: available };
const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  const [flag, inline] = argv[i].split(/=(.*)/s);
  const value = () => inline ?? argv[++i];
  if (flag === '--out' || flag === '-o') opt.out = resolve(value());
  else if (flag === '--posts' || flag === '-n') opt.posts = Number(value());
  else if (flag === '--images') opt.images = Number(value());
  else if (flag === '--image-kb') opt.imageKb = Number(value());
  else if (flag === '--seed') opt.seed = Number(value());
  else if (flag === '--for') opt.for = value().split(',');
  else usage(flag === '--help' || flag === '-h' ? 0 : 2);
}
function usage(code) {
  console.error(`usage: make-site.mjs --out DIR [--posts N] [--for ${available.join(',')}]
                     [--seed N] [--images N] [--image-kb N]
Writes DIR/<generator>/ for each generator named. DIR/<generator>/ is replaced.`);
  process.exit(code);
}
if (!opt.out || !(opt.posts > 0)) usage(2);
for (const g of opt.for) if (!available.includes(g)) usage(2);

// ---------------------------------------------------------------- randomness
function prng(seed) {
  // mulberry32
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const tools = (seed) => {
  const next = prng(seed);
  const int = (lo, hi) => lo + Math.floor(next() * (hi - lo + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chance = (p) => next() < p;
  return { next, int, pick, chance };
};

// --------------------------------------------------------------------- words
const WORDS = `able across afternoon again against almost along already always among another answer
anyone apart around arrive autumn away bakery balance basket beach become before begin behind below
bench beside better between beyond bicycle bird black blue board boat bottle bottom branch bread break
bridge bright bring broad brown bucket build butter button cabin call candle careful carry castle
catch cause center certain chair change cheap check cherry choose circle city clean clear climb clock
cloud coast coffee cold color common copper corner cotton count country course cover cream crisp cross
crowd current daily dance danger dark deep depend desert detail differ dinner distant door double
draft draw dream drift drive during dust early earth east easy edge eight either empty engine enough
enter equal even evening every exact except expect explain fabric face fair fall family far farm fast
feather felt fence few field fifth figure fill final find fine finger fire firm first fish five flat
floor flour flow flower follow foot forest forget form forward found four frame free fresh friend
front fruit full garden gather gentle glass gold grain grand grass gray great green ground group grow
guess half hand happen harbor hard harvest heavy height help hidden hill hold hollow home honest hope
horse hour house hundred hurry idea inch indeed inside island join journey keep kettle kind kitchen
knife ladder lake lamp land large last late laugh layer leaf learn least leather leave lemon length
letter level light linen listen little local long loose lunch machine maple margin market matter
meadow measure metal middle might mile milk mind mirror modest moment month morning mountain move
narrow near needle never next night noise north notice number ocean offer often olive onion only open
orange orchard order other outside oven paint paper part past path pattern pencil people pepper piece
place plain plan plant plate plenty pocket point polite pond porch press pretty proof quarter quick
quiet quite rain raise rather reach ready reason record repair rest return ribbon ridge right ring
ripe rise river road rocket roof room root rope rough round rubber rule sail salt sand scale school
season second seldom sense seven shade shape sharp shelf shell shift shine shop short shoulder silent
silver simple single sister skill slice slow small smooth snow soft soil sound south space spark speak
spice spoon spring square stable stack stair stand start steady steel stone storm story straight
street stretch string strong sugar summer supper surface sweet table tailor tall taste teach tender
thick thin thread three through ticket timber tower town trade trail travel tree trust tunnel twelve
twenty under until upper useful valley velvet village violet visit voice wagon walk wall warm watch
water wave weather week west wheat wheel while white whole wide wild willow window winter wire wise
without wonder wood wool word work world yard year yellow young`.split(/\s+/);
const TAGS = `cooking travel garden tools history letters music paper rivers baking maps weather sewing
cycling birds workshop reading harbor markets trains kitchens stone winter summer`.split(/\s+/);
const CATEGORIES = ['notes', 'guides', 'essays', 'projects', 'reviews'];
const AUTHORS = ['ada', 'bruno', 'chika', 'dolores'];
const HOSTS = ['example.com', 'example.org', 'example.net'];

// ------------------------------------------------------------- code snippets
const SNIPPETS = {
  js: [
    `import { readFile } from 'node:fs/promises';

export async function load%B%(path, options = {}) {
  const text = await readFile(path, 'utf8');
  const limit = options.limit ?? %N%;
  // keep only the first few lines
  return text
    .split(/\\r?\\n/)
    .filter((line) => line.length > 0 && !line.startsWith('#'))
    .slice(0, limit)
    .map((line, index) => ({ id: \`%a%-\${index}\`, line }));
}`,
    `class %B% extends Map {
  #hits = 0;

  get(key) {
    this.#hits += 1;
    if (!this.has(key)) {
      throw new RangeError("no %a% called " + key);
    }
    return super.get(key);
  }

  static from(list) {
    const %c% = new %B%();
    for (const [key, value] of list) %c%.set(key, value);
    return %c%;
  }
}

const %a% = %B%.from([['%c%', %N%], ['%a%', 2 * %N%]]);
console.log(%a%.get('%c%') === %N% ? 'same' : 'different');`,
    `const %a% = document.querySelector('.%c%');
let timer = null;

%a%.addEventListener('input', (event) => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const { value } = event.target;
    fetch(\`/api/%c%?q=\${encodeURIComponent(value)}\`)
      .then((res) => res.json())
      .then((rows) => rows.forEach((row) => render%B%(row)))
      .catch(() => null);
  }, %N%);
});`,
  ],
  ruby: [
    `require "json"

module %B%
  LIMIT = %N%

  # Reads a list of %a% entries.
  class Reader
    attr_reader :path, :rows

    def initialize(path, rows: [])
      @path = path
      @rows = rows
    end

    def each
      return enum_for(:each) unless block_given?

      JSON.parse(File.read(path)).first(LIMIT).each do |row|
        yield row.transform_keys(&:to_sym)
      end
    end
  end
end`,
    `def %a%(list, limit = %N%)
  list
    .reject { |item| item.nil? || item.empty? }
    .group_by { |item| item[0].downcase }
    .map { |key, items| [key, items.sort.take(limit)] }
    .to_h
end

puts %a%(%w[%c% %a% one two three]).inspect
puts "done: #{%N% * 2}" if %N% > 10`,
  ],
  yaml: [
    `# settings for the %a%
name: %c%
version: "1.%N%"
enabled: true
limits: &limits
  rows: %N%
  seconds: 30
stages:
  - name: %a%
    run: make %a%
    <<: *limits
  - name: %c%
    needs: [%a%]
    env:
      MODE: production
      NOTE: 'it is a "quoted" value'
`,
    `services:
  %a%:
    image: registry.example.com/%c%:latest
    ports:
      - "80%N%:80"
    environment:
      LOG_LEVEL: info
    restart: unless-stopped
    volumes:
      - ./%c%:/srv/%c%:ro
volumes:
  %c%: null`,
  ],
  bash: [
    `#!/usr/bin/env bash
set -euo pipefail

%a%="\${1:-%c%}"
count=0
for file in "$%a%"/*.txt; do
  [ -e "$file" ] || continue
  if grep -q "%c%" "$file"; then
    count=$((count + 1))
    printf '%s\\n' "$file"
  fi
done
echo "found $count of %N%" >&2`,
    `mkdir -p build/%a% && cd build/%a%
curl -fsSL https://example.com/%c%.tar.gz | tar -xz --strip-components=1
export PATH="$PWD/bin:$PATH"
./configure --prefix=/opt/%c% --with-%a%=%N%   # takes a while
make -j2 && sudo make install
rm -rf "build/%a%"`,
  ],
};
const LANGS = Object.keys(SNIPPETS);

// -------------------------------------------------------- per-generator syntax
// Only what each generator really spells differently lives here.
const DIALECTS = {
  jekyll: {
    blankLink: (text, url) => `[${text}](${url}){:target="_blank"}`,
    image: (alt, path) => `![${alt}]({{ '/${path}' | relative_url }})`,
    date: (d) =>
      d
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z/, ' +0000'),
    postPath: (p) => `_posts/${p.day}-${p.slug}.md`,
    page: { about: 'about.md' },
    images: 'img',
    sass: '_sass',
  },
  hugo: {
    blankLink: (text, url) => `<a href="${url}" target="_blank">${text}</a>`,
    image: (alt, path) => `![${alt}]({{< rel "${path}" >}})`,
    date: (d) => d.toISOString().replace(/\.\d+Z/, 'Z'),
    postPath: (p) => `content/posts/${p.day}-${p.slug}.md`,
    extraFrontMatter: (p) => [`slug: ${p.slug}`],
    page: { about: 'content/about.md' },
    images: 'static/img',
    sass: 'assets/css',
  },
  eleventy: {
    blankLink: (text, url) => `[${text}](${url}){target="_blank"}`,
    image: (alt, path) => `![${alt}]({{ '/${path}' | url }})`,
    date: (d) => d.toISOString().replace(/\.\d+Z/, 'Z'),
    postPath: (p) => `posts/${p.day}-${p.slug}.md`,
    page: { about: 'about.md' },
    images: 'img',
    sass: '_sass',
  },
  hexo: {
    blankLink: (text, url) => `<a href="${url}" target="_blank">${text}</a>`,
    image: (alt, path) => `![${alt}](/${path})`,
    date: (d) =>
      d
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z/, ''),
    postPath: (p) => `source/_posts/${p.day}-${p.slug}.md`,
    page: { about: 'source/about/index.md' },
    images: 'source/img',
    sass: 'source/css',
  },
};

// ------------------------------------------------------------------- content
const cap = (s) => s[0].toUpperCase() + s.slice(1);

function post(i) {
  const r = tools(opt.seed * 1000003 + i);
  // newest first, 20 hours apart, so a larger site only adds older posts
  const date = new Date(Date.UTC(2024, 11, 31, 9, 30) - i * 20 * 3600e3);
  const words = Array.from({ length: r.int(3, 7) }, () => r.pick(WORDS));
  const title = cap(words.join(' '));
  const tags = [...new Set(Array.from({ length: r.int(1, 4) }, () => r.pick(TAGS)))];
  return {
    i,
    date,
    title,
    tags,
    day: date.toISOString().slice(0, 10),
    slug: `${words.slice(0, 4).join('-')}-${i + 1}`,
    category: r.pick(CATEGORIES),
    author: r.pick(AUTHORS),
  };
}

function body(i, d) {
  // the stream of random numbers does not depend on the dialect
  const r = tools(opt.seed * 7000003 + i * 2 + 1);
  const word = () => r.pick(WORDS);
  const some = (lo, hi) => Array.from({ length: r.int(lo, hi) }, word);
  const url = () => `https://${r.pick(HOSTS)}/${word()}/${word()}`;

  const inline = () => {
    const k = r.int(1, 100);
    if (k <= 30) return `*${some(1, 3).join(' ')}*`;
    if (k <= 52) return `**${some(1, 3).join(' ')}**`;
    if (k <= 70) return `\`${word()}_${word()}\``;
    if (k <= 88) return `[${some(1, 4).join(' ')}](${url()})`;
    return d.blankLink(some(1, 3).join(' '), url());
  };
  const sentence = () => {
    const out = some(6, 16);
    if (r.chance(0.22)) out.splice(r.int(1, out.length - 1), 0, inline());
    if (r.chance(0.12)) out.splice(r.int(1, out.length - 1), 0, `"${some(2, 5).join(' ')}"`);
    if (r.chance(0.08)) out.splice(r.int(1, out.length - 1), 0, '--');
    if (r.chance(0.08)) out.splice(r.int(1, out.length - 1), 0, "it's");
    if (r.chance(0.25)) out[r.int(1, out.length - 3)] += ',';
    const text = out.join(' ');
    return text[0].toUpperCase() + text.slice(1) + (r.chance(0.05) ? '...' : r.chance(0.06) ? '?' : '.');
  };
  const para = (lo = 3, hi = 6) => {
    const text = Array.from({ length: r.int(lo, hi) }, sentence).join(' ');
    return text.replace(/(.{70,90}) /g, '$1\n').replace(/\n(--|[-+*#>]|\d+\.) /g, ' $1 ');
  };
  const list = (ordered) =>
    Array.from({ length: r.int(3, 6) }, (_, n) => {
      const item = `${ordered ? `${n + 1}.` : '-'} ${cap(some(3, 9).join(' '))}${r.chance(0.3) ? ` ${inline()}` : ''}`;
      return r.chance(0.15)
        ? `${item}\n${ordered ? '   ' : '  '}- ${some(3, 6).join(' ')}\n${ordered ? '   ' : '  '}- ${some(3, 6).join(' ')}`
        : item;
    }).join('\n');
  const table = () => {
    const rows = Array.from(
      { length: r.int(3, 6) },
      () => `| ${cap(some(1, 2).join(' '))} | ${r.int(1, 999)} | ${some(2, 5).join(' ')} |`,
    );
    return [`| ${cap(word())} | ${cap(word())} | ${cap(word())} |`, '|:-----|-----:|:-----|', ...rows].join('\n');
  };
  const code = () => {
    const lang = r.pick(LANGS);
    const a = word(),
      c = word(),
      n = r.int(11, 99);
    const names = { a, c, B: cap(a), N: n };
    const text = r.pick(SNIPPETS[lang]).replace(/%([acBN])%/g, (_, k) => names[k]);
    return `\`\`\`${lang}\n${text.trimEnd()}\n\`\`\``;
  };
  const quote = () =>
    para(1, 3)
      .split('\n')
      .map((l) => `> ${l}`)
      .join('\n');
  const heading = (level) => `${'#'.repeat(level)} ${cap(some(2, 5).join(' '))}`;

  const notes = [];
  const withNote = (text) => {
    if (!hasNotes) return text;
    notes.push(`[^${notes.length + 1}]: ${sentence()}`);
    return `${text}[^${notes.length}]`;
  };
  const hasNotes = r.chance(0.3);
  const blocks = [para(2, 4), para()];
  const extras = [
    list(false),
    list(true),
    table(),
    quote(),
    code(),
    d.image(cap(some(2, 4).join(' ')), `img/photo-${r.int(1, opt.images)}.jpg`),
  ];
  if (r.chance(0.5)) extras.push(code());
  for (let n = extras.length - 1; n > 0; n--) {
    // shuffle
    const m = r.int(0, n);
    [extras[n], extras[m]] = [extras[m], extras[n]];
  }
  const sections = r.int(4, 5);
  for (let s = 0; s < sections; s++) {
    blocks.push(heading(2), s === 1 ? withNote(para()) : para());
    if (extras.length) blocks.push(extras.pop());
    if (r.chance(0.4)) blocks.push(heading(3));
    blocks.push(s === 2 ? withNote(para()) : para(2, 4));
    if (extras.length && (extras.length > sections - s || r.chance(0.4))) blocks.push(extras.pop());
  }
  for (const e of extras) blocks.push(e, para(1, 2));
  return `${[...blocks, ...notes].join('\n\n')}\n`;
}

function image(n) {
  const r = prng(opt.seed * 31 + n);
  const buf = Buffer.alloc(opt.imageKb * 1024);
  for (let k = 0; k < buf.length; k++) buf[k] = Math.floor(r() * 256);
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(buf);
  return buf;
}

// ------------------------------------------------------------------- writing
const write = (path, data) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
};
const posts = Array.from({ length: opt.posts }, (_, i) => post(i));
const images = Array.from({ length: opt.images }, (_, n) => image(n + 1));

for (const name of opt.for) {
  const d = DIALECTS[name];
  const dir = join(opt.out, name);
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(TEMPLATES, name), dir, { recursive: true });
  cpSync(join(TEMPLATES, 'shared', '_sass'), join(dir, d.sass), { recursive: true });
  for (const [n, data] of images.entries()) write(join(dir, d.images, `photo-${n + 1}.jpg`), data);
  let words = 0,
    bytes = 0;
  for (const p of posts) {
    const front = [
      '---',
      'layout: post',
      `title: "${p.title}"`,
      `date: ${d.date(p.date)}`,
      `tags: [${p.tags.join(', ')}]`,
      `categories: [${p.category}]`,
      `author: ${p.author}`,
      ...(d.extraFrontMatter?.(p) ?? []),
      '---',
      '',
    ].join('\n');
    const text = body(p.i, d);
    words += text.split(/\s+/).length;
    bytes += front.length + text.length;
    write(join(dir, d.postPath(p)), `${front}\n${text}`);
  }
  write(
    join(dir, d.page.about),
    `---\nlayout: page\ntitle: About\n${name === 'hugo' || name === 'hexo' ? '' : 'permalink: /about/\n'}---\n\n` +
      '## What this is\n\nA made-up blog, used to compare site generators. See the [archive](/archive/).\n',
  );
  console.log(
    `${dir}: ${posts.length} posts, ${Math.round(words / posts.length)} words and ` +
      `${Math.round(bytes / posts.length)} bytes each on average`,
  );
}
