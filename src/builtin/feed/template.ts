// The feed is a Liquid page so that its dependencies on posts are recorded like those of any other page.

const HEAD = [
  '<?xml version="1.0" encoding="utf-8"?>',
  `{% if page.xsl %}<?xml-stylesheet type="text/xml" href="{{ '/feed.xslt.xml' | absolute_url }}"?>{% endif %}`,
  '<feed xmlns="http://www.w3.org/2005/Atom" {% if site.lang %}xml:lang="{{ site.lang }}"{% endif %}>',
  '<generator uri="https://jekyllrb.com/" version="{{ jekyll.version }}">Jekyll</generator>',
  '<link href="{{ page.url | absolute_url }}" rel="self" type="application/atom+xml" />',
  `<link href="{{ '/' | absolute_url }}" rel="alternate" type="text/html" `,
  '{% if site.lang %}hreflang="{{ site.lang }}" {% endif %}/>',
  '<updated>{{ site.time | date_to_xmlschema }}</updated>',
  '<id>{{ page.url | absolute_url | xml_escape }}</id>',
];

const TITLE = [
  '{% assign title = site.title | default: site.name %}',
  '{% if page.collection != "posts" %}{% assign collection = page.collection | capitalize %}',
  '{% assign title = title | append: " | " | append: collection %}{% endif %}',
  '{% if page.category %}{% assign category = page.category | capitalize %}',
  '{% assign title = title | append: " | " | append: category %}{% endif %}',
  '{% if title %}<title type="html">{{ title | smartify | xml_escape }}</title>{% endif %}',
  '{% if site.description %}<subtitle>{{ site.description | xml_escape }}</subtitle>{% endif %}',
];

const SITE_AUTHOR = [
  '{% if site.author %}<author><name>{{ site.author.name | default: site.author | xml_escape }}</name>',
  '{% if site.author.email %}<email>{{ site.author.email | xml_escape }}</email>{% endif %}',
  '{% if site.author.uri %}<uri>{{ site.author.uri | xml_escape }}</uri>{% endif %}</author>{% endif %}',
];

const CHOICE = [
  '{% if page.tags %}{% assign posts = site.tags[page.tags] %}{% else %}{% assign posts = site[page.collection] %}{% endif %}',
  '{% if page.category %}{% assign posts = posts | where: "categories", page.category %}{% endif %}',
  '{% unless site.show_drafts %}{% assign posts = posts | where_exp: "post", "post.draft != true" %}{% endunless %}',
  '{% assign posts = posts | sort: "date" | reverse %}',
  '{% assign posts_limit = site.feed.posts_limit | default: 10 %}',
];

const ENTRY = [
  '<entry{% if post.lang %} xml:lang="{{ post.lang }}"{% endif %}>',
  '{% assign post_title = post.title | smartify | strip_html | normalize_whitespace | xml_escape %}',
  '<title type="html">{{ post_title }}</title>',
  '<link href="{{ post.url | absolute_url }}" rel="alternate" type="text/html" title="{{ post_title }}" />',
  '<published>{{ post.date | date_to_xmlschema }}</published>',
  '<updated>{{ post.last_modified_at | default: post.date | date_to_xmlschema }}</updated>',
  '<id>{{ post.id | absolute_url | xml_escape }}</id>',
  '{% assign excerpt_only = post.feed.excerpt_only | default: site.feed.excerpt_only %}{% unless excerpt_only %}',
  '<content type="html" xml:base="{{ post.url | absolute_url | xml_escape }}">',
  '<![CDATA[{{ post.content | strip }}]]></content>{% endunless %}',
];

const ENTRY_AUTHOR = [
  '{% assign author = post.author | default: post.authors[0] | default: site.author %}',
  '{% assign author = site.data.authors[author] | default: author %}',
  '{% assign email = author.email | default: nil %}{% assign uri = author.uri | default: nil %}',
  '{% assign name = author.name | default: author %}',
  '<author><name>{{ name | default: "" | xml_escape }}</name>',
  '{% if email %}<email>{{ email | xml_escape }}</email>{% endif %}',
  '{% if uri %}<uri>{{ uri | xml_escape }}</uri>{% endif %}</author>',
];

const ENTRY_SUBJECTS = [
  '{% if post.category %}<category term="{{ post.category | xml_escape }}" />',
  '{% elsif post.categories %}{% for category in post.categories %}',
  '<category term="{{ category | xml_escape }}" />{% endfor %}{% endif %}',
  '{% for tag in post.tags %}<category term="{{ tag | xml_escape }}" />{% endfor %}',
  '{% assign summary = post.description | default: post.excerpt %}{% if summary and summary != empty %}',
  '<summary type="html"><![CDATA[{{ summary | strip_html | normalize_whitespace }}]]></summary>{% endif %}',
];

const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

const ENTRY_IMAGE = [
  '{% assign image = post.image.path | default: post.image %}{% if image %}',
  '{% unless image contains "://" %}{% assign image = image | absolute_url %}{% endunless %}',
  `<media:thumbnail ${MEDIA} url="{{ image | xml_escape }}" />`,
  `<media:content medium="image" url="{{ image | xml_escape }}" ${MEDIA} />{% endif %}`,
];

/** The source of a feed, without line breaks: the gem minifies its feeds, too. */
export const FEED_TEMPLATE: string = [
  ...HEAD,
  ...TITLE,
  ...SITE_AUTHOR,
  ...CHOICE,
  '{% for post in posts limit: posts_limit %}',
  ...ENTRY,
  ...ENTRY_AUTHOR,
  ...ENTRY_SUBJECTS,
  ...ENTRY_IMAGE,
  '</entry>{% endfor %}</feed>',
].join('');
