/** Pieces of text with Jekyll's tags in many forms, and the includes and layouts that they need. */

/** Includes with parameters, also handed on, and layouts in layouts. */
export const PIECE_FILES = {
  '_includes/deep/outer.html':
    '[{{ include.a }}|{{ include.b | inspect }}|{% include deep/inner.html a=include.b b="own" %}|{{ include.a }}]\n',
  '_includes/deep/inner.html':
    '<{{ include.a | inspect }}|{{ include.b }}|{{ include | size }}{% for p in include %}{{ p[0] }}={{ p[1] }};{% endfor %}>',
  '_includes/list.html':
    '{% for p in include.posts %}{{ p.title }}{% unless forloop.last %}, {% endunless %}{% endfor %}{% assign left = include.x %}',
  '_includes/note.md': '> *{{ include.text }}* -- "{{ page.title }}"\n',
  '_layouts/one.html':
    '---\nlayout: two\ntitle: of one\nlv: 1\n---\n<one>{{ content }}{{ layout.lv }}{{ layout.title }}{{ page.title }}</one>\n',
  '_layouts/two.html':
    '---\nlayout: three\nlv: [2]\nkept: two\n---\n<two>{{ content }}{{ layout.lv }}{{ layout.kept }}</two>\n',
  '_layouts/three.html':
    '<three>{{ content }}{{ layout.lv }}{{ layout.kept }}{{ layout | jsonify }}{{ content | strip_html | number_of_words }}</three>\n',
};

const VALUES = [
  '"x y"',
  "'it\\'s'",
  'page.title',
  'page.v',
  '"{{ q }}"',
  'site.posts',
  '"a \\"b\\""',
  '5',
  'nil',
  'page.v.k0',
  'site.data.list',
  '""',
  "'é'",
  'include.a',
];

const TAGS = [
  (dice) => `{% include deep/outer.html a=${dice.pick(VALUES)} b=${dice.pick(VALUES)} %}`,
  (dice) => `{% include deep/inner.html\n  a=${dice.pick(VALUES)}\n  c-d=${dice.pick(VALUES)} %}`,
  (dice) => `{% assign name = "deep/inner" %}{% include {{ name }}.html a=${dice.pick(VALUES)} %}`,
  (dice) =>
    `{% include list.html posts=site.${dice.pick(['posts', 'things', 'related_posts', 'pages'])} x=1 %}{{ left }}`,
  (dice) => `{% capture c %}{% include note.md text=${dice.pick(VALUES)} %}{% endcapture %}{{ c | markdownify }}`,
  () => '{% include note.md text="<b>\'q\'</b>" %}',
  (dice) =>
    `{% highlight ${dice.pick(['ruby', 'js linenos', 'html linenos=table', 'ruby hl_lines="1 3"', 'text linenos=inline', 'css mark_lines="2"', 'nosuch', 'yaml  linenos  '])} %}\nputs "a" # b\n\n  let x = '<&>';\n{% endhighlight %}`,
  (dice) =>
    `{% raw %}{{ a }}{% endraw %}{% highlight liquid %}{% raw %}{% if x %}{{ y }}{% endif %}{% endraw %}{% endhighlight %}${dice.pick(['', '\n'])}`,
  () =>
    '{{ "a.b c_d-E é" | slugify }} {{ "A%20b" | url_decode }} {{ page.title | slugify: "ascii" }} {{ page.path | split: "/" | last }}',
  () =>
    '{{ site.time | date_to_rfc822 }} {{ site.time | date: "%a %e %b %Y %I:%M %p %Z" }} {{ page.date | date: "%s" | plus: 0 }} {{ "2024-03-31 02:30" | date: "%c" }}',
  () =>
    '{{ page.date | date_to_long_string: "ordinal", "UK" }} {{ page.date | date_to_string }} {{ page.date | minus: 1 }} {{ page.date | jsonify }}',
  () =>
    '{% assign x = page.tags | concat: page.categories | uniq | sort %}{{ x | array_to_sentence_string }} {{ x | jsonify }} {{ x | inspect }}',
  () =>
    '{{ page | jsonify | size | at_least: 1 | at_most: 1 }}{% for k in page %}{{ k | inspect | size | at_most: 0 }}{% endfor %}',
  () =>
    '{% for p in site.posts reversed %}{% if p == page %}here{% elsif p.next == page %}before{% else %}{{ forloop.index }}{% endif %} {% endfor %}',
  () =>
    '{% if page.url == "/" or page.title contains "a" and page.draft != true %}1{% else %}2{% endif %}{% case page.layout %}{% when "base", "one" %}b{% when nil %}n{% else %}e{% endcase %}',
  () => '{% tablerow p in site.posts cols:2 limit:3 %}{{ p.slug }}{% endtablerow %}',
  () => '{% cycle "a", "b" %}{% increment n %}{% decrement n %}{% ifchanged %}{{ page.layout }}{% endifchanged %}',
  () =>
    '{{ "<p>*a* & \'b\'</p>" | markdownify | strip_html | strip_newlines }}{{ "a *b*" | markdownify | remove: "<p>" | xml_escape }}',
  () =>
    '{{ page.title | default: page.name | upcase | truncate: 9 | prepend: "> " | append: " <" }} {{ page.v | size }} {{ page.w | first }} {{ page.v | last }}',
  () =>
    '{% assign g = site.data | sort %}{% for pair in g %}{{ pair[0] }}={{ pair[1] | jsonify }};{% endfor %}{{ site.data["a b"].x[1] | plus: 1 }}{{ site.data.rows[0].name }}{{ site.data.rows | map: "id" | join }}',
  () =>
    '{{ site["title"] }}{{ site.baseurl | inspect }}{{ site.url }}{{ "/a b/?x=é" | relative_url }} {{ "x" | absolute_url }} {{ page.url | absolute_url | uri_escape }} {{ "//x" | relative_url }}',
  () => '{%- assign a = "x" -%}\n  {{- a -}}  \n {%- if a -%} y {%- endif %} z',
];

/** A piece with a tag or a few filters. */
export const tagPiece = (dice) => dice.pick(TAGS)(dice);
