import { describe, expect, test } from 'vitest';
import { createJekyllLiquid, createLiquid } from '../../scripts/conformance/liquid-entry.ts';
import { UttersonError } from '../../src/errors.ts';
import { Liquid } from '../../src/liquid/liquid.ts';
import { LiquidError } from '../../src/liquid/liquid-error.ts';
import { expectLinearTime } from '../linear-time.ts';

const LONG = 100_000;

/** Templates that hang, overflow or blow up parsers that backtrack or recurse. */
const TEMPLATES: Readonly<Record<string, (size: number) => string>> = {
  'blocks inside each other': (size) => '{% if a %}'.repeat(size),
  'loops inside each other': (size) => '{% for i in a %}'.repeat(size),
  'unclosed outputs': (size) => '{{'.repeat(size),
  'unclosed tags': (size) => '{%'.repeat(size),
  'unclosed outputs with text': (size) => '{{ a '.repeat(size),
  'unclosed tags with text': (size) => '{% if '.repeat(size),
  'a long lookup': (size) => `{{ a${'.a'.repeat(size)} }}`,
  'a long run of brackets': (size) => `{{ a${'[0]'.repeat(size)} }}`,
  'brackets inside each other': (size) => `{{ ${'a['.repeat(size)}0${']'.repeat(size)} }}`,
  'parentheses inside each other': (size) => `{{ ${'('.repeat(size)}1..2${')'.repeat(size)} }}`,
  'many filters': (size) => `{{ a${' | upcase'.repeat(size)} }}`,
  'many arguments': (size) => `{{ a | append: ${'1, '.repeat(size)}2 }}`,
  'many pipes': (size) => `{{ a ${'|'.repeat(size)} }}`,
  'many conditions': (size) => `{% if a${' and a'.repeat(size)} %}{% endif %}`,
  'many broken conditions': (size) => `{% if a ${'and '.repeat(size)} %}{% endif %}`,
  'a condition of one long word': (size) => `{% if ${'a'.repeat(size)}! %}{% endif %}`,
  'a condition of spaces': (size) => `{% if a ${' '.repeat(size)}! b %}{% endif %}`,
  'a condition of quotes': (size) => `{% if ${`"'`.repeat(size)} %}{% endif %}`,
  'an output of quotes': (size) => `{{ ${`"'`.repeat(size)} }}`,
  'an output of single quotes': (size) => `{{ a ! ${"'".repeat(size + 1)} }}`,
  'an output of commas and quotes': (size) => `{{ ${`,"`.repeat(size)} }}`,
  'an output of colons': (size) => `{{ a! | b${':a'.repeat(size)} }}`,
  'an output of words and colons': (size) => `{{ a! | b: ${'a '.repeat(size)}: }}`,
  'a long integer': (size) => `{{ ${'9'.repeat(size / 10)} }}`,
  'a long float': (size) => `{{ ${'1.'.repeat(size)} }}`,
  'an assignment without an end': (size) => `{% assign ${'a'.repeat(size)} %}`,
  'an assignment of brackets': (size) => `{% assign ${'('.repeat(size)} = 1 %}`,
  'a loop of one long word': (size) => `{% for ${'a'.repeat(size)} ${'in '.repeat(size)} %}{% endfor %}`,
  'a loop with long attributes': (size) => `{% for i! in ${'a'.repeat(size)}: %}{% endfor %}`,
  'a loop with many attributes': (size) => `{% for i in a! ${'b:c '.repeat(size)} %}{% endfor %}`,
  'a table of one long word': (size) => `{% tablerow ${'a'.repeat(size)} %}{% endtablerow %}`,
  'a long cycle': (size) => `{% cycle ${'a,'.repeat(size)} %}`,
  'a named cycle without an end': (size) => `{% cycle ${'a:'.repeat(size)} %}`,
  'many cases': (size) => `{% case a %}${'{% when 1 %}'.repeat(size / 10)}{% endcase %}`,
  'a long case': (size) => `{% case a %}{% when 1${' or 1'.repeat(size / 10)} %}{% endcase %}`,
  'raw without an end': (size) => `{% raw %}${'{{ {% endra %} '.repeat(size / 10)}`,
  'comments without an end': (size) => '{% comment %}'.repeat(size),
  'a comment of unknown tags': (size) => `{% comment %}${'{% a %}'.repeat(size / 10)}{% endcomment %}`,
  'tags that white space fills': (size) => `{%${' '.repeat(size)}%}`,
  'outputs that dashes fill': (size) => `{{${'-'.repeat(size)}}}`,
  'scripts without an end': (size) => `{{ '${'<script'.repeat(size)}' | strip_html }}`,
  'comments of HTML without an end': (size) => `{{ '${'<!--'.repeat(size)}' | strip_html }}`,
  'brackets without an end': (size) => `{{ '${'<'.repeat(size)}' | strip_html }}`,
  'an escape of ampersands': (size) => `{{ '${'&a'.repeat(size)}' | escape_once }}`,
};

describe('hostile templates end quickly', () => {
  test.each(Object.entries(TEMPLATES))('%s', async (_, make) => {
    const render = (errorMode: 'warn' | 'lax', template: string): void => {
      try {
        createLiquid({ errorMode }).parseTemplate(template).render({ a: 1 });
      } catch (error) {
        expect(error).toBeInstanceOf(LiquidError);
      }
    };
    await expectLinearTime(LONG, (size) => {
      const template = make(size);
      return () => {
        render('warn', template);
        render('lax', template);
      };
    });
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
