// What the Liquid bench renders: standard filters only, so that the three engines print the same bytes.

const POST_ITEM = `<li>
  <a href="{{ include.post.url | prepend: site.baseurl }}">{{ include.post.title | escape }}</a>
  <span class="meta"><time>{{ include.post.date | date: "%B %-d, %Y" }}</time></span>
</li>`;

const HEAD = `<head>
  <meta charset="utf-8">
  <title>{% if page.title %}{{ page.title | escape }} - {% endif %}{{ site.title | escape }}</title>
  <meta name="description" content="{{ page.excerpt | default: site.description | strip_html | strip_newlines | truncate: 160 | escape }}">
  <link rel="canonical" href="{{ page.url | prepend: site.baseurl | prepend: site.url }}">
  <link rel="stylesheet" href="{{ '/assets/css/main.css' | prepend: site.baseurl }}">
</head>`;

const HEADER = `<header class="site-header">
  <a class="site-title" href="{{ '/' | prepend: site.baseurl }}">{{ site.title | escape }}</a>
  <nav>
    {%- for item in site.data.navigation %}
    <a href="{{ item.url | prepend: site.baseurl }}"{% if item.url == page.url %} class="current"{% endif %}>{{ item.title }}</a>
    {%- endfor %}
  </nav>
</header>`;

const FOOTER = `<footer><p>{{ site.title | escape }}: {{ site.description | escape }}</p><p>{{ site.posts.size }} posts</p></footer>`;

export const INCLUDES = { 'post-item.html': POST_ITEM, 'head.html': HEAD, 'header.html': HEADER, 'footer.html': FOOTER };

const POST = `{%- assign author = site.data.authors[page.author] -%}
<article class="post">
  <header>
    <h1>{{ page.title | escape }}</h1>
    <p class="meta">
      <time>{{ page.date | date: "%B %-d, %Y" }}</time>
      by <a href="{{ author.site }}">{{ author.name }}</a>
      in {{ page.categories | join: ", " }},
      {% assign words = content | split: " " | size %}{{ words | divided_by: 200 | plus: 1 }} min read
    </p>
  </header>
  {{ content }}
  <p class="tags">
    {%- for tag in page.tags %}
    <a href="{{ '/tags/' | prepend: site.baseurl }}#{{ tag | downcase }}">#{{ tag }}</a>
    {%- endfor %}
  </p>
  <nav class="pager">
    {%- if page.previous %}
    <a rel="prev" href="{{ page.previous.url | prepend: site.baseurl }}">{{ page.previous.title | escape }}</a>
    {%- endif %}
    {%- if page.next %}
    <a rel="next" href="{{ page.next.url | prepend: site.baseurl }}">{{ page.next.title | escape }}</a>
    {%- endif %}
  </nav>
  <aside>
    <ul class="post-list">
      {%- for post in site.posts limit: 5 %}
      {% include post-item.html post=post %}
      {%- endfor %}
    </ul>
  </aside>
</article>`;

const DEFAULT = `<!DOCTYPE html>
<html lang="en">
{% include head.html %}
<body>
{% include header.html %}
<main class="wrapper">
{{ content }}
</main>
{% include footer.html %}
</body>
</html>`;

const NAVIGATION = `<ul>
{%- for node in site.pages %}
  {%- if node.parent == nil and node.nav_exclude != true %}
  <li class="{% if page.url == node.url or page.parent == node.title %}active{% endif %}">
    <a href="{{ node.url }}">{{ node.title }}</a>
    {%- if node.has_children %}
    <ul>
    {%- for child in site.pages %}
      {%- if child.parent == node.title and child.nav_exclude != true %}
      <li{% if page.url == child.url %} class="active"{% endif %}><a href="{{ child.url }}">{{ child.title }}</a></li>
      {%- endif %}
    {%- endfor %}
    </ul>
    {%- endif %}
  </li>
  {%- endif %}
{%- endfor %}
</ul>`;

const INDEX = `<ul>
{% for post in site.posts %}
  <li class="{% cycle 'odd', 'even' %}">
    <a href="{{ post.url | prepend: site.baseurl }}">{{ forloop.index }}. {{ post.title | escape }}</a>
    <time>{{ post.date | date: "%Y-%m-%d" }}</time>
    {% if post.tags.size > 0 %}<span>{{ post.tags | sort | join: ", " | upcase }}</span>{% endif %}
    <p>{{ post.excerpt | strip_html | truncatewords: 20 | replace: "a", "A" }}</p>
    {% unless forloop.last %}<hr>{% endunless %}
  </li>
{% endfor %}
</ul>`;

const WORDS = 'the quick brown fox jumps over a lazy dog while <em>everyone</em> watches and "someone" laughs'.split(' ');

function makeText(words, seed) {
  return Array.from({ length: words }, (_, index) => WORDS[(index * 7 + seed * 3) % WORDS.length]).join(' ');
}

/** A post as people write it: text with a link or an include here and there. */
function makeBody(seed) {
  const parts = [];
  for (let part = 0; part < 12; part++) {
    parts.push(`## Part ${part}\n\n${makeText(75, seed + part)}\n`);
    if (part % 3 === 0) parts.push(`![image]({{ site.baseurl }}/images/{{ page.slug | default: "x" }}-${part}.png)\n`);
    if (part % 4 === 1) parts.push('{% if page.draft %}*Draft.*{% else %}{{ page.date | date: "%Y" }}{% endif %}\n');
  }
  return parts.join('\n');
}

function makePost(index) {
  return {
    title: `Post ${index} & "more"`,
    url: `/2024/post-${index}/`,
    date: { __t: `2024-01-${String((index % 28) + 1).padStart(2, '0')} 10:20:30 UTC` },
    author: 'utterson',
    categories: ['law', 'London'],
    tags: index % 3 === 0 ? [] : ['b', 'a', `t${index % 5}`],
    excerpt: `<p>${makeText(40, index)}</p>`,
  };
}

function makePage(index) {
  const isTop = index % 8 === 0;
  return {
    title: `Page ${index}`,
    url: `/docs/${index}/`,
    nav_exclude: index % 13 === 5,
    has_children: isTop,
    parent: isTop ? null : `Page ${index - (index % 8)}`,
  };
}

const posts = Array.from({ length: 1000 }, (_, index) => makePost(index));

export const DATA = {
  site: {
    title: 'A blog & more',
    description: 'Strange cases',
    baseurl: '/blog',
    url: 'https://example.com',
    posts,
    pages: Array.from({ length: 120 }, (_, index) => makePage(index)),
    data: {
      navigation: Array.from({ length: 6 }, (_, index) => ({ url: `/nav/${index}`, title: `Nav ${index}` })),
      authors: { utterson: { name: 'Gabriel Utterson', site: 'https://example.com/u' } },
    },
  },
  page: { ...posts[5], parent: 'Page 8', previous: posts[4], next: posts[6] },
  content: `<p>${makeText(720, 1)}</p>`,
};

/** Each job renders its templates one after the other; the chain hands each output on as `content`. */
export const JOBS = [
  { name: 'post layout chain', templates: [POST, DEFAULT], factor: 3 },
  { name: 'navigation over 120 pages', templates: [NAVIGATION], factor: 20 },
  { name: 'index of 1,000 posts', templates: [INDEX], factor: 5 },
  { name: 'parsing 6 KB bodies', parse: Array.from({ length: 20 }, (_, index) => makeBody(index)), factor: 3 },
];
