/**
 * Generates HTML for comparison with Ruby's kramdown: whole elements with the attributes, contents and mistakes that its HTML parser and
 * `html_to_native` tell apart, and tables, scripts and code that become native elements only in certain shapes.
 */

const ATTRIBUTES = [
  '',
  '',
  '',
  ' class="a"',
  " id='i' CLASS=b",
  ' markdown="1"',
  ' markdown="0"',
  ' markdown="span"',
  ' markdown="block"',
  ' markdown=x',
  ' style="text-align: center"',
  ' style="color: red; text-align:  right"',
  ' style="text-align: justify"',
  ' href="/x" title="a &amp; b"',
  ' href',
  ' name="n"',
  ' class="language-ruby highlighter-rouge x"',
  ' class="highlighter-rouge"',
  ' a="1" a="2"',
  '\n  data-x="a\nb"',
  ' type="math/tex"',
  ' type="math/tex; mode=display"',
  ' checked /',
  ' /',
];
const CONTAINERS = 'div section ul ol li dl dd blockquote form fieldset figure body table tr td details noscript'.split(
  ' ',
);
const TEXTS = 'p h1 h3 h6 dt summary figcaption caption address legend pre'.split(' ');
const SPANS =
  'a b i em strong code span small q abbr kbd sub button label textarea select option svg video custom-tag'.split(' ');
const ALONE = [
  '<br>',
  '<br/>',
  '<img src=x alt="a">',
  '<hr>',
  '<input type="checkbox" disabled="disabled">',
  '<wbr>',
  '<col>',
];
const LOOSE = [
  '<!-- c -->',
  '<!-- a\n\nb -->',
  '<?xml version="1.0"?>',
  '<?php\n\nx ?>',
  '<![CDATA[a <b> & *c*]]>',
  '<!DOCTYPE html>',
  '</p>',
  '</span>',
  '</nosuch>',
  '< b>',
  '<3',
  '&lsquo;a&rsquo; &ldquo;',
  '&mdash; &ndash; &hellip; &laquo;&raquo;',
  '&amp;lt; &#8217; &#x2F; &#0; &bogus; &quot;',
  '  ',
  '\n',
  '\n\n',
  '*em* `c`',
  'a | b',
  '\\<<a\\>>',
  ' x ',
];
const CELLS = ['', ' style="text-align: left"', ' style="text-align: right; color: red"', ' colspan="2"'];
const CODE = ['x', ' x\n', 'a &lt; b', '&amp;amp;', '<b>y</b>', '\n\nz\n', '&hellip;', '&nbsp;', ''];

const repeat = (g, most, make) => Array.from({ length: g.int(most + 1) }, make).join('');

function row(g, cell, count, styles) {
  const columns = g.random() < 0.9 ? count : count + 1;
  const cells = Array.from({ length: columns }, (_, at) => `<${cell}${styles[at] ?? ''}>${inside(g, 3)}</${cell}>`);
  return `<tr>${cells.join(g.pick(['', '\n', ' ']))}</tr>\n`;
}

function table(g) {
  const count = 1 + g.int(3);
  const styles = Array.from({ length: count }, () => g.pick(CELLS));
  const body = () => repeat(g, 2, () => row(g, g.random() < 0.9 ? 'td' : 'th', count, g.random() < 0.8 ? styles : []));
  const kind = g.int(4);
  const head = g.random() < 0.6 ? `<thead>\n${row(g, 'th', count, styles)}</thead>\n` : '';
  const foot = g.random() < 0.3 ? `<tfoot>${row(g, 'td', count, styles)}</tfoot>` : '';
  if (kind === 0) return `<table>\n${body()}</table>`;
  if (kind === 1) return `<table${g.pick(ATTRIBUTES)}>${head}${body()}${foot}</table>`;
  return `<table>${head}${foot}<tbody>\n${body()}</tbody>\n</table>`;
}

function math(g) {
  const type = g.pick(['math/tex', 'math/tex; mode=display', 'text/javascript', 'MATH/TEX']);
  const text = g.pick(['x < y', '% <![CDATA[\nx < y %]]>', '<![CDATA[a]]>', '', '\n a &amp; b\n', '// c\n</b>']);
  return `<script type="${type}">${text}</script>`;
}

/** An element with its end tag, now and then without it. */
function element(g, names, depth) {
  const name = g.random() < 0.05 ? g.pick(names).toUpperCase() : g.pick(names);
  const end = g.random() < 0.93 ? `</${name}>` : g.pick(['', `</${name.toUpperCase()} >`, '</div>']);
  const gap = g.pick(['', '', '\n', ' ', '\n\n']);
  return `<${name}${g.pick(ATTRIBUTES)}>${gap}${inside(g, depth + 1)}${gap}${end}`;
}

function inside(g, depth) {
  if (depth > 3) return g.random() < 0.5 ? g.word() : g.pick(LOOSE);
  return repeat(g, 3, () => piece(g, depth)) || g.word();
}

function piece(g, depth) {
  const kind = g.int(20);
  if (kind < 4) return element(g, CONTAINERS, depth) + g.pick(['', '\n', '\n\n']);
  if (kind < 7) return element(g, TEXTS, depth) + g.pick(['', '\n']);
  if (kind < 11) return element(g, SPANS, depth) + g.pick(['', ' ']);
  if (kind < 12) return g.pick(ALONE);
  if (kind < 15) return g.pick(LOOSE);
  if (kind === 15) return table(g);
  if (kind === 16) return math(g);
  if (kind === 17) return `<pre${g.pick(ATTRIBUTES)}><code${g.pick(ATTRIBUTES)}>${g.pick(CODE)}</code></pre>\n`;
  if (kind === 18) return `<${g.pick(['code', 'pre'])}${g.pick(ATTRIBUTES)}>${g.pick(CODE)}</code>`;
  return g.inline();
}

/** One or more elements, each at the start of a line or behind text. */
export function htmlBlock(g) {
  return repeat(g, 2, () => `${g.pick(['', '', '', g.word(), '  '])}${piece(g, 0)}\n`);
}

/** A whole HTML document, as `input: html` reads it. */
export function htmlDocument(g) {
  const start = repeat(g, 3, () => g.pick(['<?xml version="1.0"?>\n', ' <!DOCTYPE html>\n', '<!-- a -->\n', '\n']));
  return `${start}${g.random() < 0.4 ? `<html><head><title>${g.inline()}</title></head>\n` : ''}${htmlBlock(g)}${htmlBlock(g)}`;
}
