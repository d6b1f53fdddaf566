import {
  type Context,
  Drop,
  type Emitter,
  evalToken,
  Hash,
  type Liquid as LiquidjsLiquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
  toPromise,
  toValueSync,
  Value,
} from 'liquidjs';
import { expect, test } from 'vitest';
import { Liquid } from '../../src/liquid/liquid.ts';

/** Tags and filters written for liquidjs; the expected texts are what its documentation promises. */
class UpperTag extends Tag {
  private readonly value: Value;

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: LiquidjsLiquid) {
    super(token, remaining, liquid);
    this.value = new Value(token.args, liquid);
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    const text = yield this.value.value(context);
    emitter.write(text.toUpperCase());
  }
}

class RepeatTag extends Tag {
  private readonly hash: Hash;
  private readonly templates: Template[] = [];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: LiquidjsLiquid) {
    super(token, remaining, liquid);
    this.hash = new Hash(token.args);
    while (remaining.length > 0) {
      const next = remaining.shift();
      if (next === undefined) break;
      if ('name' in next && next.name === 'endrepeat') return;
      this.templates.push(liquid.parser.parseToken(next, remaining));
    }
    throw new Error(`tag ${token.getText()} not closed`);
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, { count: number }> {
    const { count } = yield this.hash.render(context);
    for (let turn = 1; turn <= count; turn++) {
      context.push({ turn });
      yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
      context.pop();
      if (context.breakCalled) break;
    }
  }
}

class SettingsDrop extends Drop {
  readonly color = 'red';
  private calls = 0;

  size(): string {
    return 'large';
  }

  count(): number {
    return ++this.calls;
  }

  override liquidMethodMissing(key: string): string {
    return `no ${key}`;
  }

  override valueOf(): string {
    return 'settings';
  }
}

function createLiquid(): Liquid {
  const liquid = new Liquid();
  liquid.registerTag('upper', UpperTag);
  liquid.registerTag('repeat', RepeatTag);
  return liquid;
}

test('a class tag evaluates its value with our filters', () => {
  const liquid = createLiquid();
  expect(liquid.parseTemplate('{% upper name | append: "!" %}').render({ name: 'alice' })).toBe('ALICE!');
});

test('a class tag with a body takes the remaining tokens, with our tags inside and outside', () => {
  const source =
    '{% repeat count: n %}{% if turn == 2 %}[{{ turn }}]{% else %}{{ turn }}{% endif %}{% endrepeat %}after';
  expect(createLiquid().parseTemplate(source).render({ n: 3 })).toBe('1[2]3after');
});

test('tags of both kinds can be nested in each other', () => {
  const source =
    '{% for i in (1..2) %}{% repeat count: 2 %}{% upper "a" %}{{ i }}{% endrepeat %};{% endfor %}{% repeat count: 1 %}{% repeat count: 2 %}x{% endrepeat %}{% endrepeat %}';
  expect(createLiquid().parseTemplate(source).render({})).toBe('A1A1;A2A2;xx');
});

test('white space control works on a liquidjs body', () => {
  expect(createLiquid().parseTemplate('{% repeat count: 2 -%}  {{- " a" -}}  {%- endrepeat %}').render({})).toBe(
    ' a a',
  );
});

test('a break inside a liquidjs body reaches its tag', () => {
  const source = '{% repeat count: 5 %}{{ turn }}{% if turn == 2 %}{% break %}{% endif %}{% endrepeat %}';
  expect(createLiquid().parseTemplate(source).render({})).toBe('12');
});

test('an object with parse and render, and parseStream', () => {
  const liquid = new Liquid();
  liquid.registerTag('wrap', {
    parse(this: Tag & { templates?: Template[] }, _token: TagToken, remaining: TopLevelToken[]) {
      const templates: Template[] = [];
      this.templates = templates;
      this.liquid.parser
        .parseStream(remaining)
        .on('tag:endwrap', function () {
          this.stop();
        })
        .on('template', (template: Template) => {
          templates.push(template);
        })
        .on('end', () => {
          throw new Error('wrap not closed');
        })
        .start();
    },
    *render(
      this: Tag & { templates?: Template[] },
      context: Context,
      _emitter: Emitter,
      hash: Record<string, unknown>,
    ) {
      const text: unknown = yield this.liquid.renderer.renderTemplates(this.templates ?? [], context);
      return `<${hash['tag']}>${text}</${hash['tag']}>`;
    },
  });
  expect(liquid.parseTemplate('{% wrap tag:"b" %}{{ x }}{% endwrap %}').render({ x: 1.5 })).toBe('<b>1.5</b>');
  expect(() => liquid.parseTemplate('{% wrap %}')).toThrow('wrap not closed');
});

test('a tag assigns, counts and reads through the context', () => {
  const liquid = new Liquid();
  liquid.registerTag('note', {
    render(context: Context) {
      const page = context.getSync(['page', 'title']);
      Object.assign(context.bottom(), { noted: `${page}?` });
      return context.getSync(['list', 0]);
    },
  });
  const scope = { page: { title: 'T' }, list: [7] };
  expect(liquid.parseTemplate('{% note %}{{ noted }}').render(scope)).toBe('7T?');
});

test('filters have this.context, arguments and keyword arguments, and see plain objects', () => {
  const liquid = new Liquid();
  liquid.registerFilter('names', (list: { name: string }[]) => list.map((item) => item.name));
  liquid.registerFilter('add', function (value: number, by: number, [key, extra]: [string, number]) {
    return `${value + by}${key}${extra}${this.context.getSync(['unit'])}`;
  });
  liquid.registerFilter('pair', (value: string) => ({ first: value, deep: { list: [value] } }));
  const scope = new Map<unknown, unknown>([
    ['items', [new Map([['name', 'a']]), new Map([['name', 'b']])]],
    ['unit', 'px'],
  ]);
  const render = (source: string): string => liquid.parseTemplate(source).render(scope);
  expect(render('{{ items | names | join: "-" }}')).toBe('a-b');
  expect(render('{{ 1 | add: 2, key: 5 }}')).toBe('3key5px');
  expect(render('{% assign p = "x" | pair %}{{ p }}{{ p.deep.list.first }}')).toBe(
    '{"first"=>"x", "deep"=>{"list"=>["x"]}}x',
  );
});

test.each<[string, string | string[]]>([
  ['a text', 'deep.list.0'],
  ['a list', ['deep', 'list', '0']],
])('a filter reads below its input by a path that is %s', (_, path) => {
  const liquid = new Liquid();
  liquid.registerFilter('below', function (value: object) {
    return toValueSync(this.context._getFromScope(value, path));
  });
  const scope = { item: { deep: { list: { 0: 'found' } } } };
  expect(liquid.parseTemplate('{{ item | below }}').render(scope)).toBe('found');
});

test('a filter written for liquidjs may replace one of ours', () => {
  const liquid = new Liquid();
  liquid.registerFilter('upcase', (value: string) => `<${value}>`);
  expect(liquid.parseTemplate('{{ "a" | upcase }}').render({})).toBe('<a>');
});

test('a promise is rejected with a clear error', () => {
  const liquid = new Liquid();
  liquid.registerFilter('later', async (value: string) => value);
  expect(() => liquid.parseTemplate('{{ "a" | later }}').render({})).toThrow('rendered synchronously');
});

test('drops written for liquidjs', () => {
  const render = (source: string): string => new Liquid().parseTemplate(source).render({ s: new SettingsDrop() });
  expect(render('{{ s.color }}|{{ s.size }}|{{ s.other }}|{{ s }}')).toBe('red|large|no other|settings');
  expect(render('{{ s.count }}{{ s.count }}')).toBe('12');
  expect(render('{{ s.constructor }}{{ s.__proto__ }}{{ s.liquidMethodMissing }}')).toBe('');
});

test('the methods of liquidjs render our templates', async () => {
  const liquid = createLiquid();
  expect(liquid.parseAndRenderSync('{{ 1.0 }}{% upper x %}', { x: 'a' })).toBe('1.0A');
  expect(await liquid.parseAndRender('{{ x | size }}', { x: 'abc' })).toBe('3');
  expect(liquid.renderSync(liquid.parse('{{ x }}'), { x: [1, [2]] })).toBe('12');
  expect(liquid.evalValueSync('x | plus: 1', { x: 1 })).toBe(2);
  expect(await toPromise(liquid._evalValue('x.y', { x: { y: 'z' } }))).toBe('z');
});

test('evalToken and readValue see our variables', () => {
  const liquid = new Liquid();
  liquid.registerTag('show', {
    parse(this: Tag & { operand?: unknown }, token: TagToken) {
      this['operand'] = token.tokenizer.readValue();
    },
    *render(this: Tag & { operand?: unknown }, context: Context): Generator<unknown, unknown, unknown> {
      return yield evalToken(this['operand'] as Parameters<typeof evalToken>[0], context);
    },
  });
  expect(
    liquid
      .parseTemplate('{% for p in posts %}{% show p.title %}{% endfor %}')
      .render({ posts: [{ title: 'a' }, { title: 'b' }] }),
  ).toBe('ab');
});
