import { describe, expect, test } from 'vitest';
import { createJekyllLiquid, createLiquid } from '../../scripts/conformance/liquid-entry.ts';
import { UttersonError } from '../../src/errors.ts';
import { Liquid } from '../../src/liquid/liquid.ts';
import { LiquidError } from '../../src/liquid/liquid-error.ts';
import { processorSeconds } from '../processor-seconds.ts';

const LONG = 100_000;
/** Far more than a linear parser needs for these sizes, and far less than a quadratic one. */
const MOST_SECONDS = 10;

/** Templates that hang, overflow or blow up parsers that backtrack or recurse. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'blocks inside each other': '{% if a %}'.repeat(LONG),
  'loops inside each other': '{% for i in a %}'.repeat(LONG),
  'unclosed outputs': '{{'.repeat(LONG),
  'unclosed tags': '{%'.repeat(LONG),
  'unclosed outputs with text': '{{ a '.repeat(LONG),
  'unclosed tags with text': '{% if '.repeat(LONG),
  'a long lookup': `{{ a${'.a'.repeat(LONG)} }}`,
  'a long run of brackets': `{{ a${'[0]'.repeat(LONG)} }}`,
  'brackets inside each other': `{{ ${'a['.repeat(LONG)}0${']'.repeat(LONG)} }}`,
  'parentheses inside each other': `{{ ${'('.repeat(LONG)}1..2${')'.repeat(LONG)} }}`,
  'many filters': `{{ a${' | upcase'.repeat(LONG)} }}`,
  'many arguments': `{{ a | append: ${'1, '.repeat(LONG)}2 }}`,
  'many pipes': `{{ a ${'|'.repeat(LONG)} }}`,
  'many conditions': `{% if a${' and a'.repeat(LONG)} %}{% endif %}`,
  'many broken conditions': `{% if a ${'and '.repeat(LONG)} %}{% endif %}`,
  'a condition of one long word': `{% if ${'a'.repeat(LONG)}! %}{% endif %}`,
  'a condition of spaces': `{% if a ${' '.repeat(LONG)}! b %}{% endif %}`,
  'a condition of quotes': `{% if ${`"'`.repeat(LONG)} %}{% endif %}`,
  'an output of quotes': `{{ ${`"'`.repeat(LONG)} }}`,
  'an output of single quotes': `{{ a ! ${"'".repeat(LONG + 1)} }}`,
  'an output of commas and quotes': `{{ ${`,"`.repeat(LONG)} }}`,
  'an output of colons': `{{ a! | b${':a'.repeat(LONG)} }}`,
  'an output of words and colons': `{{ a! | b: ${'a '.repeat(LONG)}: }}`,
  'a long integer': `{{ ${'9'.repeat(LONG / 10)} }}`,
  'a long float': `{{ ${'1.'.repeat(LONG)} }}`,
  'an assignment without an end': `{% assign ${'a'.repeat(LONG)} %}`,
  'an assignment of brackets': `{% assign ${'('.repeat(LONG)} = 1 %}`,
  'a loop of one long word': `{% for ${'a'.repeat(LONG)} ${'in '.repeat(LONG)} %}{% endfor %}`,
  'a loop with long attributes': `{% for i! in ${'a'.repeat(LONG)}: %}{% endfor %}`,
  'a loop with many attributes': `{% for i in a! ${'b:c '.repeat(LONG)} %}{% endfor %}`,
  'a table of one long word': `{% tablerow ${'a'.repeat(LONG)} %}{% endtablerow %}`,
  'a long cycle': `{% cycle ${'a,'.repeat(LONG)} %}`,
  'a named cycle without an end': `{% cycle ${'a:'.repeat(LONG)} %}`,
  'many cases': `{% case a %}${'{% when 1 %}'.repeat(LONG / 10)}{% endcase %}`,
  'a long case': `{% case a %}{% when 1${' or 1'.repeat(LONG / 10)} %}{% endcase %}`,
  'raw without an end': `{% raw %}${'{{ {% endra %} '.repeat(LONG / 10)}`,
  'comments without an end': '{% comment %}'.repeat(LONG),
  'a comment of unknown tags': `{% comment %}${'{% a %}'.repeat(LONG / 10)}{% endcomment %}`,
  'tags that white space fills': `{%${' '.repeat(LONG)}%}`,
  'outputs that dashes fill': `{{${'-'.repeat(LONG)}}}`,
  'scripts without an end': `{{ '${'<script'.repeat(LONG)}' | strip_html }}`,
  'comments of HTML without an end': `{{ '${'<!--'.repeat(LONG)}' | strip_html }}`,
  'brackets without an end': `{{ '${'<'.repeat(LONG)}' | strip_html }}`,
  'an escape of ampersands': `{{ '${'&a'.repeat(LONG)}' | escape_once }}`,
};

describe('hostile templates end quickly', () => {
  test.each(Object.entries(TEMPLATES))('%s', (_, template) => {
    const render = (errorMode: 'warn' | 'lax'): void => {
      try {
        createLiquid({ errorMode }).parseTemplate(template).render({ a: 1 });
      } catch (error) {
        expect(error).toBeInstanceOf(LiquidError);
      }
    };
    const taken = processorSeconds(() => ['warn' as const, 'lax' as const].forEach(render));
    expect(taken).toBeLessThan(MOST_SECONDS);
  });
});

describe('prototypes are out of reach', () => {
  class Secret {
    readonly own = 'own';
    get hidden(): string {
      return 'leaked';
    }
    method(): string {
      return 'leaked';
    }
  }
  const scope = { object: { a: 1 }, list: [1], text: 'x', number: 1, secret: new Secret(), empty: {} };
  const keys = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'hidden',
    'method',
    'push',
    'get',
  ];
  const names = Object.keys(scope);

  test.each(keys)('%s prints nothing', (key) => {
    const outputs = names.flatMap((name) => [
      `{{ ${name}.${key} }}`,
      `{{ ${name}["${key}"] }}`,
      `{% assign k = "${key}" %}{{ ${name}[k] }}`,
    ]);
    const template = `${outputs.join('')}{{ ${key} }}{{ ${key}.${key} }}{{ forloop.${key} }}{% for i in list %}{{ forloop.${key} }}{% endfor %}`;
    expect(new Liquid().parseTemplate(template).render(scope)).toBe('');
  });

  test.each(keys)('the filters map, where, sort and uniq reach no %s', (key) => {
    const filters = `{{ list2 | map: "${key}" }}{{ list2 | where: "${key}" }}{{ list2 | sort: "${key}" | size }}{{ list2 | uniq: "${key}" | size }}`;
    const list2 = [{ a: 1 }, new Secret()];
    expect(new Liquid().parseTemplate(filters).render({ list2 })).toBe('21');
  });

  test.each(keys)("Jekyll's filters reach no %s", (key) => {
    const filters = [
      `{{ list2 | where: "${key}", "leaked" | size }}`,
      `{{ list2 | find: "${key}", "leaked" }}`,
      `{{ list2 | where_exp: "item", "item.${key}" | size }}`,
      `{{ list2 | find_exp: "item", "item.${key}" }}`,
      `{{ list2 | group_by: "${key}" | map: "name" }}`,
      `{{ list2 | group_by_exp: "item", "item.${key}" | map: "name" }}`,
    ];
    const list2 = [{ a: 1 }, new Secret()];
    const liquid = createJekyllLiquid();
    const outputs = filters.map((template) => liquid.parseTemplate(template).render({ list2 }));
    expect(outputs).toEqual(['0', '', '0', '', '', '']);
  });

  test('a variable may have the name of a property of all objects', () => {
    const template =
      '{% assign __proto__ = 1 %}{% assign constructor = 2 %}{{ __proto__ }}{{ constructor }}{{ toString }}';
    expect(new Liquid().parseTemplate(template).render({})).toBe('12');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  test('filters and tags are not found by the names of properties of all objects', () => {
    const render = (source: string): string => new Liquid().parseTemplate(source).render({});
    expect(render('{{ "a" | constructor | toString | __proto__ }}')).toBe('a');
    expect(() => render('{% constructor %}')).toThrow("Unknown tag 'constructor'");
    expect(() => render('{% __proto__ %}')).toThrow("Unknown tag '__proto__'");
  });
});

describe('generated code contains text only as literals', () => {
  const attacks = [
    `"+process.exit(1)+"`,
    "'+process.exit(1)+'",
    `\`\${process.exit(1)}\``,
    '\\";throw 1;//',
    '*/ throw 1; /*',
    '\u2028throw 1\u2029',
    '\ud800',
    '</script>',
    'constants[0].constructor("throw 1")()',
  ];

  test.each(attacks)('%s', (text) => {
    const quote = text.includes('"') ? "'" : '"';
    const quoted = text.includes(quote) ? '"x"' : `${quote}${text}${quote}`;
    const name = text.replace(/[^\w]/g, '-');
    const templates = [
      text,
      `{{ ${quoted} }}`,
      `{{ ${quoted} | append: ${quoted} | upcase | nosuch: ${quoted} }}`,
      `{{ ${text} }}`,
      `{{ page[${quoted}] }}{{ page.${name} }}{{ [${quoted}] }}`,
      `{% if ${quoted} == ${quoted} and ${text} %}a{% endif %}`,
      `{% if a ${text} b %}a{% endif %}`,
      `{% assign ${name} = ${quoted} %}{{ ${name} }}`,
      `{% assign ${text} = 1 %}`,
      `{% for ${name} in (1..2) %}{{ ${name} }}{{ forloop.name }}{% endfor %}`,
      `{% for x in ${quoted} limit: ${quoted} offset: ${quoted} %}{{ x }}{% endfor %}`,
      `{% capture ${name} %}${text}{% endcapture %}{{ ${name} }}`,
      `{% case ${quoted} %}{% when ${quoted} %}${text}{% endcase %}`,
      `{% raw %}${text}{% endraw %}{% comment %}${text}{% endcomment %}{% nosuch ${text} %}`,
    ];
    for (const template of templates) {
      const [interpreted, compiled] = [Number.POSITIVE_INFINITY, 0].map((compileAfter) => {
        try {
          return createLiquid({ compileAfter }).parseTemplate(template).render({ page: {} });
        } catch (error) {
          // Half a surrogate pair is not valid UTF-8, and is rejected before parsing.
          expect(error).toBeInstanceOf(text.isWellFormed() ? LiquidError : UttersonError);
          return String(error);
        }
      });
      expect(compiled).toBe(interpreted);
    }
  });

  test('a template that is nested too deeply for generated code is interpreted', () => {
    const template = createLiquid({ compileAfter: 0 }).parseTemplate(
      `{% if a${' and a'.repeat(LONG)} %}yes{% endif %}`,
    );
    expect(template.render({ a: 1 })).toBe('yes');
  });
});

describe('limits stop a runaway template', () => {
  test('turns of loops', () => {
    const template = '{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}';
    const liquid = new Liquid({ limits: { loopTurns: 10_000 } });
    expect(() => liquid.parseTemplate(template).render({})).toThrow('Loop limit exceeded');
  });

  test('the length of the output', () => {
    const template = '{% for i in (1..1000) %}xxxxxxxxxx{% endfor %}';
    const liquid = new Liquid({ limits: { renderLength: 1000 } });
    expect(() => liquid.parseTemplate(template).render({})).toThrow('Memory limits exceeded');
  });

  test('a partial that includes itself', () => {
    const liquid = new Liquid();
    liquid.defineTag('self', () => ({ render: (context) => context.loadPartial('self').renderIn(context) }));
    const partial = liquid.parseTemplate('{% self %}');
    expect(() => partial.render({}, { partials: { load: () => partial } })).toThrow('Nesting too deep');
  });
});
