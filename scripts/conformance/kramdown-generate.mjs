/**
 * Generates documents for comparison with Ruby's kramdown: from a grammar of kramdown's constructs, and by cutting and joining
 * given texts. The same seed generates the same documents.
 */

import { htmlBlock, htmlDocument } from './kramdown-html.mjs';
import { randomFrom } from './random.mjs';

const WORDS = 'word foo Bar HTML a b é ü 日本 x_y http 12 a.b I s to 80s don can'.split(' ');
const MARKS =
  '* ** _ __ *** ` `` ``` [ ] ( ) ![ ]( < > & &amp; &nbsp; &foo; &#65; &lt; " \' -- --- ... << >> $$ $ {: } {:} {:.c} {:#i.c} {:a="b"} {:ref} {:a: {::nomarkdown} {::nomarkdown {::options toc_levels="1" /} {::x /} {:/x} {:#i} {::comment} {:/comment} {:/} \\ \\* \\\\ \\| | ~~ ~ : ; ! # ^ [^1] [^a] <b> </b> <i> <br/> <br> <code> </code> <!-- --> <span> </span> </div> <div> <a@b.c> <http://x.y> <a href="x"> </a> <img src=x> *[ ]: = + - . , HTML 1.'.split(
    ' ',
  );

const INLINE = [
  '*em*',
  '**strong**',
  '_em_ __strong__',
  '`code`',
  '`` a`b ``',
  '[text](url)',
  '[text](url "title")',
  "[text](<u r l> 'title')",
  '[text][id]',
  '[text][]',
  '[id]',
  '![alt](img.png)',
  '![alt][id]{:.left}',
  '[![a](b)](c)',
  '<https://example.org/>',
  '<me@example.org>',
  '<span class="x">*in*</span>',
  '<b markdown="0">*in*</b>',
  '<br />',
  '<code>a | *b*</code>',
  '"quoted" and \'single\'',
  "don't the '80s",
  '"\'Both\'"',
  'a -- b --- c ... d << e >> f',
  '$$a^2 < b$$',
  '$$ \\frac{1}{2} $$',
  'x[^1] y[^a]',
  '[^missing]',
  '&copy; &#169; &#xa9; &bogus;',
  '&#128; &#142; &#159; &#x9e;',
  '\\*not em\\* \\[x\\] \\`',
  '~~gone~~',
  '*em*{:.c #i key="v"}',
  '{::comment}hidden{:/comment}',
  '{::nomarkdown}*raw*{:/}',
  '<!-- comment -->',
  'line  ',
  'line\\\\',
  'HTML and CSS',
  'a*b*c a_b_c',
  '***both***',
  '*a **b** c*',
  '**a *b* c**',
  '<em>x</em>',
  'http://bare.org',
];

/** Blocks in blocks, and attribute lists in places where they might belong to several of them. */
const NESTED = [
  (g) => `> - ${g.inline()}\n>   ${g.pick(['1. ', '> ', '~~~\n>   ', '# ', '    '])}${g.inline()}\n{:.q}`,
  (g) => `- ${g.inline()}\n{:.item}\n- {:.first} ${g.inline()}\n  {:.para}\n\n  ${g.block()}\n{:.list}`,
  (g) => `1. ~~~ ruby\n   ${g.word()}\n   ~~~\n2. | ${g.word()} | b |\n   | c | ${g.inline()} |`,
  (g) => `${g.word()}\n${g.word()}\n:   ${g.inline()}\n\n    > ${g.inline()}\n\n:   {:.dd} - ${g.inline()}\n{:.dl}`,
  (g) =>
    `## ${g.inline()}\n{: .no_toc #${g.word()}-${g.int(3)}}\n### ${g.word()} ###{:.x}\n\n* x\n{:toc ${g.pick(['', '.c', 'levels="2"'])}}`,
  (g) => `| ${g.inline()} \\| x | \`a|b\` |\n|:-:|${g.pick(['--:', '---', '-|-'])}\n| ${g.inline()} ||\n{:.t}`,
  (g) => `[^1]: - ${g.inline()}\n      - ${g.inline()}\n\n    [^a]: ${g.inline()}\n\n    ~~~\n    x\n    ~~~`,
  (g) => `<div>\n\n<p markdown="1">${g.inline()}\n</div>\n${g.inline()}</p>`,
  (g) => `<section markdown="1" class='a'>\n# ${g.word()}\n\n- ${g.inline()}\n<!-- c -->\n</section>`,
  (g) => `- <div markdown="block">\n  ${g.block()}\n  </div>\n- <b>${g.inline()}\n\n  </b>`,
  (g) => `[a]: <${g.word()} ${g.word()}> (${g.word()})\n![${g.inline()}][a]{: width="3"} [${g.word()}] [a] ![a]`,
  (g) => `{:def: .a #${g.word()} x='y' z="\\"q"}\n{:def2: def .b}\n${g.inline()}\n{:def2 title=t}`,
  (g) => `$$ ${g.word()} $$\n{:.m}\n- $$\n  ${g.word()} < 3\n  $$`,
  (g) => `{::comment}\n${g.block()}\n{:/}\n{::nomarkdown type="${g.pick(['html', 'latex'])}"}\n<i>x</i>\n{:/}`,
  (g) => `{::options ${g.pick(SET_IN_TEXT)} /}\n\n# ${g.inline()}\n\n${g.inline()}`,
  (g) => `- [${g.pick([' ', 'x', 'X', '-'])}] ${g.inline()}\n\n    - [x] ${g.word()}\n* * *\n${g.word()}\n---`,
  (g) =>
    `![${g.word()}](a.png){:standalone ${g.pick(['.c', '#i', '.c #i', 'title="t"'])}}\n${g.pick(['', '{:.p}', '{:#p}'])}`,
  (g) =>
    `${g.pick(['{:.show-whitespaces}', '{:.language-text .show-whitespaces}'])}\n    a\tb  \n\t c ${g.inline()}\n     `,
  (g) => `${g.word()}\n${g.inline()}\n: ${g.word()}\n${g.pick(['{:auto_ids}', '{:auto_ids-p-}', '{:auto_ids .x #y}'])}`,
  (g) =>
    `# [${g.inline()}](/u)[^1] ![i](j) $$x$$\n### ${g.inline()} <b>${g.word()}</b>\n# ${g.word()} \\\n\n{:toc}\n- x`,
  (g) => `|---\n|:-:|\n| ${g.inline()} |\n|===\n| ${g.word()} |\n|===\n${g.pick(['|', '| a |', '|---|'])}`,
  (g) => `| \`a|${g.pick(['\n', '\n|', ' \n| \n'])}b\` | ${g.inline()}\n| <code>x|y</code> | \\| |`,
  (g) => `[^1]: ${g.pick(['> ', '# ', '* ', '| a |', '    ', '<div>', '$$x$$'])}${g.inline()}\n\nx[^1] y[^1] z[^1][^1]`,
  (g) => `{::options ${g.pick(ODD_OPTIONS)} /}\n\n${g.block()}\n\n{:toc}\n* x\n\n# ${g.word()}`,
];
const SET_IN_TEXT = [
  'auto_id_prefix="o-"',
  'hard_wrap="true"',
  'entity_output="numeric"',
  'smart_quotes="apos,apos,quot,quot"',
  'header_offset="1"',
  'math_engine="nil"',
  'parse_span_html="false"',
  'html_to_native="true" footnote_nr="9"',
  'typographic_symbols="hellip:...,ndash:-"',
  'footnote_backlink=\'&#8629;\' footnote_prefix="o"',
  'link_defs="{x: [/y]}"',
  'coderay_line_numbers="nil" transliterated_header_ids="false"',
];

/** Values that kramdown reads in more than one way, or refuses. */
const ODD_OPTIONS = [
  'footnote_nr="010"',
  'footnote_nr="0x1f"',
  'footnote_nr=" 3 "',
  'footnote_nr="x"',
  'auto_ids=" FALSE "',
  'auto_ids=""',
  'toc_levels="3..1"',
  'toc_levels="2"',
  'toc_levels="1,1,2"',
  'toc_levels="0..7"',
  'toc_levels="a"',
  'entity_output=":numeric"',
  'entity_output="nil"',
  'smart_quotes="a,b,c"',
  'smart_quotes=" 39 ,39,34, quot"',
  'smart_quotes="lsquo,bogus,8220,rdquo"',
  'typographic_symbols="{mdash: 1, :ndash: x}"',
  'typographic_symbols="x"',
  'link_defs="{a: /b}"',
  'link_defs="{A B: [/c, 3]}"',
  'header_offset="-9"',
  'header_offset="9"',
  'forbidden_inline_options="auto_ids"',
  'template="x"',
  'input="html"',
  'footnote_link_text="[%s]"',
  'footnote_link_text="x"',
  'list_indent="3"',
  'line_width="x" latex_headers="a"',
];

const BLOCKS = [
  htmlBlock,
  htmlBlock,
  () => '',
  () => '',
  (g) => `${'#'.repeat(1 + g.int(6))} ${g.inline()}`,
  (g) => `## ${g.inline()} {#my-id}`,
  (g) => `## ${g.word()} ##`,
  (g) => `${g.inline()}\n${g.pick(['===', '---', '=', '-'])}`,
  (g) => `> ${g.inline()}\n${g.pick(['', '> ', '>> '])}${g.inline()}`,
  (g) => g.list('- '),
  (g) => g.list('* '),
  (g) => g.list('1. '),
  (g) => g.list('+   '),
  (g) => `- [ ] ${g.inline()}\n- [x] ${g.inline()}`,
  (g) => `    ${g.inline()}\n    code`,
  (g) => `~~~ ${g.pick(['', 'ruby', 'ruby?a=b', 'a b'])}\n${g.inline()}\n~~~`,
  (g) => `\`\`\`${g.pick(['', 'js', ' js'])}\n${g.inline()}\n\`\`\``,
  (g) => `~~~~\n${g.inline()}\n~~~`,
  (g) => `| ${g.inline()} | ${g.word()} |\n|${g.pick(['---', ':--', '--:', ':-:'])}|---|\n| a | ${g.inline()} |`,
  (g) => `${g.word()} | ${g.word()}\n${g.word()} | ${g.inline()}`,
  () => `|a|b|\n|-\n|c|d|\n|=\n|e|f|`,
  (g) => g.pick(['* * *', '---', '___', '- - -', '***']),
  (g) => `${g.word()}\n: ${g.inline()}\n: ${g.inline()}`,
  (g) => `${g.word()}\n\n: ${g.inline()}\n\n    more`,
  (g) => `<div>\n${g.inline()}\n</div>`,
  (g) => `<div markdown="1">\n${g.block()}\n</div>`,
  (g) => `<p markdown="${g.pick(['1', '0', 'span', 'block'])}">${g.inline()}</p>`,
  (g) => `<pre><code>${g.inline()}</code></pre>`,
  (g) => `<table><tr><td>${g.inline()}</td><td>b</td></tr></table>`,
  (g) => `<ul>\n<li>${g.inline()}</li>\n</ul>`,
  (g) => `<script>\nif (a < b) { "${g.inline()}" }\n</script>`,
  () => '<!-- a\n\nb -->',
  () => '<?php echo 1 ?>',
  (g) => `$$\n${g.word()}\n$$`,
  (g) => `\\$$ ${g.word()} $$`,
  (g) => `[^1]: ${g.inline()}\n\n    ${g.inline()}`,
  (g) => `[^a]: ${g.inline()}`,
  () => '[id]: http://example.org "Title"',
  () => "[ID]: <url> 'x'\n{:.cls}",
  (g) => `[${g.word()}]: ${g.word()}\n  "title"`,
  () => '*[HTML]: Hyper Text',
  (g) =>
    `*[${g.word()}${g.pick(['-', '.', '+', '(', '/', ' ', '$'])}${g.word()}]: ${g.word()}\n\n${g.word()}-${g.word()} ${g.word()}.${g.word()}`,
  () => '*[CSS]:\n{:.abbr}',
  () => '{:.class #id key="value"}',
  () => '{: .c}',
  () => '{:ref: .refclass title="x"}',
  () => '{:ref}',
  () => '{:toc}',
  () => '* TOC\n{:toc}',
  () => '1. x\n{:footnotes}',
  () => '{::comment}\nhidden\n{:/comment}',
  () => '{::nomarkdown}\n<x>\n{:/nomarkdown}',
  (g) =>
    `{::options ${g.pick(['parse_block_html="true"', 'auto_ids="false"', 'footnote_nr="5"', 'bogus="1"', 'toc_levels="2..3"'])} /}`,
  () => '^',
  (g) => `{:.x}\n${g.inline()}`,
  (g) => `    ${g.inline()}`,
  (g) => `\t${g.inline()}`,
  (g) => ` \t${g.inline()}`,
  () => '![alt](a.png){:standalone}',
  (g) => `<details><summary>${g.inline()}</summary>\n\n${g.inline()}\n</details>`,
  ...NESTED,
];

/** A generator of documents. */
export class Generator {
  constructor(seed, texts = []) {
    this.random = randomFrom(seed);
    this.texts = texts;
    this.depth = 0;
  }

  int(limit) {
    return Math.floor(this.random() * limit);
  }

  pick(list) {
    return list[this.int(list.length)];
  }

  word() {
    return this.pick(WORDS);
  }

  inline() {
    const parts = [];
    for (let count = 1 + this.int(4); count > 0; count--) {
      const kind = this.random();
      if (kind < 0.35) parts.push(this.word());
      else if (kind < 0.75) parts.push(this.pick(INLINE));
      else parts.push(this.marks());
    }
    return parts.join(this.random() < 0.8 ? ' ' : '');
  }

  marks() {
    let text = '';
    for (let count = 1 + this.int(4); count > 0; count--) {
      text += this.random() < 0.4 ? this.word() : this.pick(MARKS);
      if (this.random() < 0.3) text += this.pick([' ', ' ', '\n', '  \n', '\t']);
    }
    return text;
  }

  list(marker) {
    const lines = [];
    for (let count = 1 + this.int(3); count > 0; count--) {
      lines.push(marker + this.inline());
      if (this.random() < 0.3)
        lines.push(
          `${this.pick(['  ', '    ', '\t', '   ', ''])}${this.pick(['- x', '1. y', this.inline(), '> q', '* z'])}`,
        );
      if (this.random() < 0.2) lines.push('');
      if (this.random() < 0.15) lines.push(`${this.pick(['  ', '    '])}${this.block()}`);
    }
    return lines.join('\n');
  }

  block() {
    if (this.depth > 3) return this.word();
    this.depth++;
    let text = this.random() < 0.35 ? this.paragraph() : this.pick(BLOCKS)(this);
    if (this.random() < 0.1) text = text.replace(/^/gm, this.pick(['> ', '  ', '    ', '   ', '\t']));
    this.depth--;
    return text;
  }

  paragraph() {
    return Array.from({ length: 1 + this.int(3) }, () => this.inline()).join('\n');
  }

  fromGrammar() {
    const blocks = Array.from({ length: 1 + this.int(7) }, () => this.block());
    return `${blocks.join(this.pick(['\n\n', '\n\n', '\n', '\n\n\n']))}\n`;
  }

  /** Some lines of one of the texts. */
  piece() {
    const lines = this.pick(this.texts).split('\n');
    const start = this.int(lines.length);
    return lines.slice(start, start + 1 + this.int(25)).join('\n');
  }

  mutate(text) {
    let changed = text;
    for (let count = 1 + this.int(6); count > 0; count--) {
      const at = this.int(changed.length + 1);
      const kind = this.random();
      if (kind < 0.4) changed = changed.slice(0, at) + this.pick(MARKS) + changed.slice(at);
      else if (kind < 0.6) changed = changed.slice(0, at) + changed.slice(at + 1 + this.int(4));
      else if (kind < 0.75)
        changed =
          changed.slice(0, at) +
          this.pick(['\n', '\n\n', '  \n', '    ', '\t', ' ', '\n> ', '\n- ', '\n: ', '\n|', '\n\n \t']) +
          changed.slice(at);
      else if (kind < 0.85) changed = `${changed.slice(0, at)}\n${this.block()}\n${changed.slice(at)}`;
      else changed = changed.slice(0, at) + this.inline() + changed.slice(at);
    }
    return changed;
  }

  /** Short lines of markers and words that make little sense. */
  soup() {
    const lines = Array.from({ length: 1 + this.int(8) }, () => {
      const start = this.pick([
        '',
        '',
        '',
        '> ',
        '- ',
        '* ',
        '1. ',
        ': ',
        '    ',
        '  ',
        '# ',
        '|',
        '\t',
        '~~~',
        '```',
        '[^1]: ',
        '[a]: ',
        '*[a]: ',
        '{:',
        '<div>',
        '</div>',
        '$$',
        '^',
        '---',
        '',
      ]);
      return start + this.marks().replaceAll('\n', this.random() < 0.5 ? ' ' : '\n');
    });
    return lines.join('\n');
  }

  /** A document. Cuts may fall inside a surrogate pair, which no file can contain. */
  document() {
    return this.anyDocument().toWellFormed();
  }

  anyDocument() {
    const kind = this.random();
    if (kind < 0.2) return this.soup();
    if (kind < 0.23) return htmlDocument(this);
    if (this.texts.length === 0 || kind < 0.5) return this.fromGrammar();
    if (kind < 0.8) return this.mutate(this.piece());
    return this.mutate(`${this.piece()}${this.pick(['\n', '\n\n', ''])}${this.piece()}`);
  }

  options() {
    const common = { syntax_highlighter: null };
    const kind = this.random();
    if (kind < 0.6) return { ...common, input: 'GFM', hard_wrap: false };
    if (kind < 0.72) return { ...common, input: 'kramdown' };
    if (kind < 0.76) return { ...common, input: 'markdown' };
    if (kind < 0.8) return { ...common, input: 'GFM' };
    if (kind < 0.84) return { ...common, input: this.pick(['GFM', 'kramdown', 'html']), html_to_native: true };
    if (kind < 0.87) return { ...common, ...this.pick(HIGHLIGHTERS), input: this.pick(['GFM', 'kramdown']) };
    const options = { ...common, input: this.pick(['GFM', 'kramdown']), hard_wrap: false };
    for (let count = 1 + this.int(2); count > 0; count--) Object.assign(options, this.pick(OPTIONS));
    return options;
  }
}

/** Settings of the highlighter, as Jekyll hands them on and otherwise. */
const HIGHLIGHTERS = [
  { syntax_highlighter: 'rouge' },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { guess_lang: true, default_lang: 'plaintext' } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { default_lang: 'ruby', css_class: 'hl' } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { line_numbers: true, start_line: 3, guess_lang: true } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { span: { disable: true }, block: { line_numbers: true } } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { block: { disable: true }, default_lang: 'html' } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { disable: true } },
  { syntax_highlighter: 'rouge', syntax_highlighter_opts: { wrap: false, guess_lang: true } },
  { syntax_highlighter: 'nosuch' },
  { math_engine: 'nosuch' },
];

const OPTIONS = [
  { parse_block_html: true },
  { parse_span_html: false },
  { html_to_native: true },
  { auto_id_stripping: true },
  { auto_id_prefix: 'p-' },
  { header_links: true },
  { header_offset: 2 },
  { entity_output: 'symbolic' },
  { entity_output: 'numeric' },
  { entity_output: 'as_input' },
  { smart_quotes: 'apos,apos,quot,quot' },
  { typographic_symbols: { hellip: '...', ndash: '--' } },
  { footnote_backlink_inline: true },
  { footnote_backlink: '' },
  { footnote_prefix: 'fn' },
  { footnote_nr: 3 },
  { math_engine: null },
  { remove_line_breaks_for_cjk: true },
  { gfm_quirks: [] },
  { gfm_quirks: ['paragraph_end', 'no_auto_typographic'] },
  { toc_levels: '2,3' },
  { input: 'html' },
  { input: 'html', html_to_native: true },
  { html_to_native: true, parse_block_html: true },
  { html_to_native: true, entity_output: 'numeric', typographic_symbols: { mdash: '--' } },
  { footnote_link_text: '[%s]' },
  { forbidden_inline_options: 'auto_ids,footnote_nr' },
  { toc_levels: [2, '3', 2] },
  { toc_levels: '1..2' },
  { smart_quotes: ['lsquo', 39, 'ldquo', 'x'] },
  { link_defs: '{id: [/defined], "b c": [/bc, t]}' },
  { gfm_quirks: 'no_auto_typographic' },
  { footnote_nr: '2', header_offset: '1', auto_ids: 'no' },
  { auto_ids: false },
  { footnote_backlink: '&uarr; up' },
  { math_engine_opts: { preview: true } },
  { math_engine_opts: { preview: 'p', preview_as_code: true } },
  { link_defs: { id: ['/defined', 'D'], a: ['/a'] } },
  { remove_block_html_tags: false },
  { remove_span_html_tags: true },
  { list_indent: 4 },
  { header_offset: -2 },
  { typographic_symbols: { mdash: '&mdash;', laquo: '<<', hellip: '' } },
  { smart_quotes: 'sbquo,lsquo,bdquo,ldquo' },
];
