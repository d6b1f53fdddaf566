import { expect, test } from 'vitest';
import { BlockBody } from '../../src/liquid/block-body.ts';
import { Drop, Liquid, LiquidError, Register, type TagParser, toText } from '../../src/liquid/liquid.ts';

// The examples of docs/liquid.md, through the entry that programs import.

test('a tag with a variable, a block, a filter', () => {
  const liquid = new Liquid();
  const parseShout: TagParser = (tag) => {
    const message = tag.parseVariable(tag.markup);
    return { render: (context) => `${toText(message.evaluate(context))}!` };
  };
  liquid.defineTag('shout', parseShout);
  liquid.defineTag('box', (tag) => {
    const body = tag.parseBody();
    return { render: (context) => `<div>${body.render(context)}</div>` };
  });
  liquid.defineFilter('wrap', (input, [tag = 'p']) => `<${tag}>${toText(input)}</${tag}>`, { optional: 1 });
  const render = (source: string): string => liquid.parseTemplate(source).render({ a: 1 });
  expect(render('{% shout a | plus: 1.0 %}')).toBe('2.0!');
  expect(render('{% box %}{{ a | wrap: "b" }}{% endbox %}')).toBe('<div><b>1</b></div>');
  expect(render('{% box %} {% endbox %}')).toBe('');
  expect(() => render('{{ a | wrap: 1, 2 }}')).toThrow(
    'Liquid error (line 1): wrong number of arguments (given 3, expected 1..2)',
  );
});

test('a block with inner tags of its own', () => {
  const liquid = new Liquid();
  liquid.defineTag('either', (tag) => {
    const bodies = [new BlockBody()];
    tag.parseBodies(
      () => bodies.at(-1) ?? new BlockBody(),
      ({ name }) => name === 'or' && bodies.push(new BlockBody()) > 0,
    );
    return { render: (context) => bodies.map((body) => body.render(context)).join(' or ') };
  });
  expect(liquid.parseTemplate('{% either %}a{% or %}b{% or %}c{% endeither %}').render({})).toBe('a or b or c');
  expect(() => liquid.parseTemplate('\n{% either %}')).toThrow(
    "Liquid syntax error (line 2): 'either' tag was never closed",
  );
});

test('an include, with a partial loader that records what was read', () => {
  const liquid = new Liquid();
  const read: string[] = [];
  liquid.defineTag('include', (tag) => {
    const file = tag.markup.trim();
    return {
      render: (context) =>
        context.stack(() => {
          context.set('include', new Map([['x', context.evaluate('page.x')]]));
          return context.loadPartial(file).renderIn(context);
        }),
    };
  });
  const partials = {
    load: (name: string) => {
      read.push(name);
      return name === 'a.html' ? liquid.parseTemplate('[{{ include.x }}]', { name }) : undefined;
    },
  };
  const render = (source: string): string => liquid.parseTemplate(source).render({ page: { x: 5 } }, { partials });
  expect(render('{% include a.html %}{{ include.x }}')).toBe('[5]');
  expect(read).toEqual(['a.html']);
  expect(() => render('{% include b.html %}')).toThrow("No such template 'b.html'");
});

test('registers carry typed values', () => {
  const liquid = new Liquid();
  const NAME = new Register<string>('name');
  liquid.defineTag('name', () => ({ render: (context) => context.register(NAME).toUpperCase() }));
  const template = liquid.parseTemplate('{% name %}');
  expect(template.render({}, { registers: [NAME.of('hyde')] })).toBe('HYDE');
  expect(() => template.render({})).toThrow('The register name was not given to the render.');
});

test('a drop shows what it returns and nothing else', () => {
  class CaseDrop extends Drop {
    override get rubyClass(): string {
      return 'CaseDrop';
    }

    get(key: unknown): unknown {
      return key === 'title' ? 'Strange' : null;
    }

    override keys(): string[] {
      return ['title'];
    }
  }
  const render = (source: string): string => new Liquid().parseTemplate(source).render({ c: new CaseDrop() });
  expect(render('{{ c.title }}{{ c.other }}|{{ c }}|{% for k in c %}{{ k }}{% endfor %}')).toBe(
    'Strange|CaseDrop|title',
  );
});

test('errors and warnings know their line and template', () => {
  const liquid = new Liquid({ strictVariables: true });
  const template = liquid.parseTemplate('\n{{ a b }}', { name: 'index.html', firstLine: 4 });
  expect(template.warnings.map((warning) => warning.message)).toEqual([
    'Liquid syntax error (line 5): Expected end_of_string but found id in "{{ a b }}"',
  ]);
  try {
    template.render({});
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(LiquidError);
    expect(error).toMatchObject({
      kind: 'UndefinedVariable',
      line: 5,
      message: 'Liquid error (line 5): undefined variable a',
    });
  }
  expect(() => new Liquid({ errorMode: 'strict' }).parseTemplate('{{ a b }}')).toThrow('Liquid syntax error (line 1)');
});

test('cycle continues from render to render, as in Ruby', () => {
  const template = new Liquid().parseTemplate('{% cycle "a", "b" %}');
  expect([template.render({}), template.render({}), template.render({})]).toEqual(['a', 'b', 'a']);
  expect(template.state.isUsed).toBe(true);
});

test('a template prints the same before and after it is compiled', () => {
  const source =
    '{% for p in list %}{% if p.n > 1 %}{{ forloop.index }}:{{ p.n | times: 1.5 }} {% endif %}{% endfor %}';
  const template = new Liquid({ compileAfter: 2 }).parseTemplate(source);
  const outputs = Array.from({ length: 5 }, () => template.render({ list: [{ n: 1 }, { n: 2 }, { n: 3 }] }));
  expect(new Set(outputs)).toEqual(new Set(['2:3.0 3:4.5 ']));
});

test('a filter of a plugin sees the variables of the loop around it, even in generated code', () => {
  const liquid = new Liquid({ compileAfter: 0 });
  liquid.defineFilter('with_item', (input, _args, context) => `${toText(input)}${toText(context.find('item'))}`);
  const template = liquid.parseTemplate(
    '{% for item in items %}{{ "a" | with_item }}{% assign b = "b" | with_item %}{{ b }} {% endfor %}',
  );
  expect(template.render({ items: [1, 2] })).toBe('a1b1 a2b2 ');
});
