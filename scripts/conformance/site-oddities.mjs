/** What goes wrong in sites or is rarely seen: front matter with mistakes, and data files with odd names and contents. */

const INSERTED = [
  ...[
    '\t',
    ':',
    ': ',
    '"',
    "'",
    '- ',
    '#',
    ' #',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&a ',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
    '?',
    '<<: ',
    '...',
    '---',
  ],
  ...[
    '\n',
    '\n\n',
    '\n  ',
    '\n\t',
    '  ',
    'é',
    '\u2028',
    '\u00a0',
    '~',
    'null',
    '=',
    '\r',
    '{{ page.url }}',
    '# comment\n',
    'title:',
    'a: b: c',
  ],
];
const FENCES = ['---', '--- ', '--- #', '---\t', '----', ' ---', '...', '--', '', '---\n---'];

/** Front matter with a character or two too many or too few. */
export function spoilFrontMatter(dice, text) {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 1) return text;
  if (dice.chance(0.15)) {
    lines[dice.chance(0.5) ? 0 : end] = dice.pick(FENCES);
    return lines.join('\n');
  }
  let front = lines.slice(1, end).join('\n');
  for (let left = 1 + dice.below(2); left > 0; left--) {
    const at = dice.below(front.length + 1);
    if (dice.chance(0.3)) front = front.slice(0, at) + front.slice(at + 1 + dice.below(3));
    else front = front.slice(0, at) + dice.pick(INSERTED) + front.slice(at);
  }
  return [lines[0], ...front.split('\n'), ...lines.slice(end)].join('\n');
}

const TABLES = [
  'id,name\n1,"a, ""b"""\n2,\n\n3,é\n',
  'a;b\n1;2\n',
  'a,b,a\n1,2,3\n4\n5,6,7,8\n',
  '\ufeffid,n\n1,x\n',
  'one\n',
  '',
  'a,b\r\n1, 2 \r\n"x\ny",z\r\n',
  ',b\n1,2\n',
  ' a , b \n 1,"2" \n',
];
const OBJECTS = [
  '{"a": {"b": [1, 2.0, 1e2, "x", null, true]}, "a": 2}',
  '[]',
  '[[1, [2]], {"k": "\\u00e9\\n"}]',
  '"text"',
  '3',
  '{"1": "one", "": 0}',
  ' {}\n',
];
const TREES = [
  'a: 1\nb: [x, {c: 2024-01-02}]\n1: one\ntrue: yes\n',
  '- - 1\n  - 2\n- {a: b}\n- ~\n',
  'text\n',
  '--- \na: &x {b: 1}\nc: *x\nd:\n  <<: *x\n',
  'a: 1\n---\nb: 2\n',
  '# nothing\n',
  'k: "{{ page.url }}"\nl: |\n  two\n  lines\nm: >-\n  folded\n  text\n',
  '2024-01-02: date\n:sym: s\n1.5: float\n~: nil\n',
];
const FOLDERS = ['', '', 'deep/', 'a b/', 'tree/', 'é/', 'list/', '.dot/', '_under/', 'x.y/'];
const NAMES = [
  'list',
  'own',
  'a-b',
  '1',
  'UPPER',
  'é',
  'dot.ted',
  '_under',
  '.hidden',
  'a b',
  'size',
  'first',
  'index',
  'tree',
];
const KINDS = [
  [['csv', 'csv', 'CSV', 'tsv'], TABLES],
  [['json', 'json', 'JSON'], OBJECTS],
  [['yml', 'yaml', 'yml', 'YML', 'txt', 'yml.bak'], TREES],
];

/** A data file: its path below the folder of data, and its text. */
export function oddData(dice) {
  const [extensions, texts] = dice.pick(KINDS);
  const extension = dice.pick(extensions);
  const text = dice.pick(texts);
  return [
    `${dice.pick(FOLDERS)}${dice.pick(NAMES)}.${extension}`,
    extension === 'tsv' ? text.replaceAll(',', '\t') : text,
  ];
}

/** The folder of a generated site with what is in the destination before the build. */
export const DESTINATION = '_destination';
const LEFT = [
  ...[
    'old.html',
    'old/index.html',
    'old/deep/er/x.txt',
    'index.html',
    'about.html',
    'all.txt',
    'kept/a.txt',
    'kept/sub/b.txt',
    'keptnot/a.txt',
  ],
  ...['.git/config', '.gitignore', '.svn/x', 'sub/.git/y', '.hidden/a', 'img/a.png', 'img/b.png', 'docs', 'about'],
  ...[
    '2024/01/02/hello.html',
    '2024',
    'things/a.html',
    'é/ö.html',
    'a b/x',
    'feed.xml',
    'sitemap.xml',
    'redirects.json',
    '.htaccess',
    'UPPER.html',
  ],
];

/** Files that lie in the destination. */
export function leftovers(dice) {
  return Array.from({ length: 1 + dice.below(7) }, () => [`${DESTINATION}/${dice.pick(LEFT)}`, 'left\n']);
}

export const SHOW_DATA =
  '{{ site.data | inspect }}\n{% for pair in site.data %}{{ pair[0] }}: {{ pair[1] | jsonify }} {{ pair[1].size }} {{ pair[1].first | inspect }}\n{% endfor %}';
