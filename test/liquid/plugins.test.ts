import { type Context, Drop, type Emitter, Hash, type Tag, type TagToken, type TopLevelToken, Value } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { Liquid } from '../../src/liquid/liquid.ts';

/** Plugins in the forms in which they are published for liquidjs. The templates around them are Ruby's. */
const render = (liquid: Liquid, source: string, scope: object = {}): string =>
  liquid.parseTemplate(source).render(scope);

type State = Tag & Record<string, unknown>;

describe('tags', () => {
  test('a tag that hands its arguments to a filter chain', () => {
    const liquid = new Liquid();
    liquid.registerTag('asset', {
      parse(this: State, token: TagToken) {
        this['path'] = new Value(token.args, this.liquid);
      },
      *render(this: State, context: Context): Generator<unknown, string, unknown> {
        return `/assets/${yield (this['path'] as Value).value(context)}?v=${context.getSync(['site', 'version'])}`;
      },
    });
    const scope = { site: { version: 2 }, name: 'a' };
    expect(render(liquid, '{% asset name | append: ".css" %}', scope)).toBe('/assets/a.css?v=2');
  });

  test('a block that reads its body with parseStream, and branches', () => {
    const liquid = new Liquid();
    liquid.registerTag('switch', {
      parse(this: State, token: TagToken, remaining: TopLevelToken[]) {
        const branches: { on: unknown[]; off: unknown[] } = { on: [], off: [] };
        this['name'] = token.args.trim();
        this['branches'] = branches;
        let current = branches.on;
        const stream = this.liquid.parser
          .parseStream(remaining)
          .on('tag:otherwise', () => {
            current = branches.off;
          })
          .on('tag:endswitch', () => stream.stop())
          .on('template', (template: unknown) => current.push(template))
          .on('end', () => {
            throw new Error(`tag ${token.getText()} not closed`);
          });
        stream.start();
      },
      *render(this: State, context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
        const { on, off } = this['branches'] as { on: never[]; off: never[] };
        const isOn = context.getSync(['flags', String(this['name'])]) === true;
        yield this.liquid.renderer.renderTemplates(isOn ? on : off, context, emitter);
      },
    });
    const source =
      '{% for i in (1..2) %}{% switch x %}{{ i | times: 1.5 }};{% otherwise %}-{% endswitch %}{% endfor %}';
    expect(render(liquid, source, { flags: { x: true } })).toBe('1.5;3.0;');
    expect(render(liquid, source, { flags: {} })).toBe('--');
    expect(() => liquid.parseTemplate('{% switch x %}')).toThrow('tag {% switch x %} not closed');
  });

  test('a tag that reads words and a hash with the tokenizer', () => {
    const liquid = new Liquid();
    liquid.registerTag('embed', {
      parse(this: State, token: TagToken) {
        this['kind'] = token.tokenizer.readIdentifier().content;
        this['hash'] = new Hash(token.tokenizer.remaining());
      },
      *render(this: State, context: Context): Generator<unknown, string, Record<string, unknown>> {
        const { id, width } = yield (this['hash'] as Hash).render(context);
        return `${this['kind']}:${id}:${width}`;
      },
    });
    expect(render(liquid, '{% embed video id: page.id, width: 640 %}', { page: { id: 'x1' } })).toBe('video:x1:640');
  });

  test('a tag that parses and renders a template of its own', () => {
    const liquid = new Liquid();
    liquid.registerTag('badge', {
      parse(this: State, token: TagToken) {
        this['templates'] = this.liquid.parse(`<b>{{ label | upcase }}</b>${token.args}`);
      },
      *render(this: State, context: Context): Generator<unknown, unknown, unknown> {
        context.push({ label: 'new' });
        const html = yield this.liquid.renderer.renderTemplates(this['templates'] as never[], context);
        context.pop();
        return html;
      },
    });
    expect(render(liquid, '{% badge {{ label }} %}|{{ label }}', { label: 'old' })).toContain('<b>NEW</b>');
    expect(render(liquid, '{% badge ! %}|{{ label }}', { label: 'old' })).toBe('<b>NEW</b>!|old');
  });

  test('a tag that evaluates its markup, and keeps a count in a register', () => {
    const liquid = new Liquid();
    liquid.registerTag('figure', {
      parse(this: State, token: TagToken) {
        this['args'] = token.args;
      },
      render(this: State, context: Context) {
        const count = Number(context.getRegister('figures') ?? 0) + 1;
        context.setRegister('figures', count);
        return `${count}. ${this.liquid.evalValueSync(String(this['args']), context)}`;
      },
    });
    expect(render(liquid, '{% figure "a" | upcase %}; {% figure t %}', { t: 7.5 })).toBe('1. A; 2. 7.5');
  });

  test('a raw block that keeps the source of its body', () => {
    const liquid = new Liquid();
    liquid.registerTag('verbatim', {
      parse(this: State, _token: TagToken, remaining: TopLevelToken[]) {
        const kept: string[] = [];
        for (let next = remaining.shift(); next !== undefined; next = remaining.shift()) {
          if ((next as TagToken).name === 'endverbatim') break;
          kept.push(next.getText());
        }
        this['kept'] = kept.join('');
      },
      render(this: State, _context: Context, emitter: Emitter) {
        emitter.write(this['kept']);
      },
    });
    expect(render(liquid, '{% verbatim %}{{ a }}{% if %}{% endverbatim %}.')).toBe('{{ a }}{% if %}.');
  });

  test('liquid.plugin registers', () => {
    const liquid = new Liquid();
    liquid.plugin(function (this: Liquid) {
      this.registerTag('hello', { render: () => 'hi' });
      this.registerFilter('twice', (value: string) => value + value);
    } as never);
    expect(render(liquid, '{% hello %}{{ "a" | twice }}')).toBe('hiaa');
  });

  test('an asynchronous tag is rejected with a clear error', () => {
    const liquid = new Liquid();
    liquid.registerTag('later', { render: async () => 'x' });
    expect(() => render(liquid, '{% later %}')).toThrow('rendered synchronously');
  });
});

describe('filters', () => {
  test('with keyword arguments, a context and other filters', () => {
    const liquid = new Liquid();
    liquid.registerFilter('money', function (value: number, ...args: unknown[]) {
      const options = Object.fromEntries(args.filter((arg): arg is [string, unknown] => Array.isArray(arg)));
      const unit = options['unit'] ?? this.context.getSync(['site', 'unit']);
      return `${value.toFixed(Number(options['digits'] ?? 2))} ${unit}`;
    });
    const scope = { site: { unit: 'EUR' }, price: 3 };
    expect(render(liquid, '{{ price | money }}; {{ 1.5 | money: digits: 1, unit: "g" }}', scope)).toBe(
      '3.00 EUR; 1.5 g',
    );
  });

  test('as generators, and as objects with a handler', () => {
    const liquid = new Liquid();
    liquid.registerFilter('lookup', function* (
      this: { context: Context },
      key: string,
    ): Generator<unknown, unknown, unknown> {
      return yield this.context._get(['table', key]);
    } as never);
    liquid.registerFilter('html', { raw: true, handler: (value: string) => `<i>${value}</i>` });
    expect(render(liquid, '{{ "a" | lookup | html }}', { table: { a: 1.5 } })).toBe('<i>1.5</i>');
  });

  test('that sort, filter and change lists do not change the lists of the page', () => {
    const liquid = new Liquid();
    liquid.registerFilter('newest', (posts: { date: Date }[]) => posts.sort((a, b) => Number(b.date) - Number(a.date)));
    liquid.registerFilter('titles', (posts: { title?: string }[]) => posts.map(({ title }) => title ?? '?'));
    const posts = [{ title: 'old', date: new Date(0) }, { title: 'new', date: new Date(1e9) }, { date: new Date(5) }];
    const source = '{{ posts | newest | titles | join: "," }};{{ posts | titles | join: "," }}';
    expect(render(liquid, source, { posts })).toBe('new,?,old;old,new,?');
  });

  test('get Floats, ranges, hashes and nil as JavaScript values, and nil prints nothing', () => {
    const liquid = new Liquid();
    liquid.registerFilter('kind', (value: unknown) =>
      Array.isArray(value) ? `list of ${value.length}` : typeof value,
    );
    liquid.registerFilter('nothing', () => undefined);
    liquid.registerFilter('none', () => null);
    expect(
      render(liquid, '{% assign r = (1..3) %}{{ 1.0 | kind }},{{ r | kind }},{{ h | kind }},{{ x | kind }}', { h: {} }),
    ).toBe('number,list of 3,object,undefined');
    expect(render(liquid, '[{{ 1 | nothing }}{{ 1 | none }}]')).toBe('[]');
  });
});

describe('drops', () => {
  class Page extends Drop {
    constructor(private readonly data: Record<string, unknown>) {
      super();
    }
    get title(): unknown {
      return this.data['title'];
    }
    words(): number {
      return String(this.data['text']).split(' ').length;
    }
    override liquidMethodMissing(key: string | number): unknown {
      return Object.hasOwn(this.data, key) ? this.data[key] : undefined;
    }
    override valueOf(): string {
      return `page ${this.title}`;
    }
  }
  const page = new Page({ title: 't', text: 'a b c', tags: ['x', 'y'] });

  test('in lookups, loops, conditions and filters', () => {
    const source =
      '{{ page }} {{ page.title }} {{ page.words }} {% for tag in page.tags %}{{ tag }}{% endfor %}' +
      '{% if page.missing %}!{% endif %}{{ pages | map: "title" | join: "" }}';
    expect(render(new Liquid(), source, { page, pages: [page, page] })).toBe('page t t 3 xytt');
  });

  test('do not show the properties of all objects, not even in a loop over them', () => {
    const source =
      '{{ page.constructor }}{{ page["__proto__"] }}{{ page.hasOwnProperty }}{{ page.valueOf }}{{ page.liquidMethodMissing }}' +
      '{% for item in page %}{{ item[1].constructor }}{{ item.__proto__ }}{% endfor %}{{ pages | map: "constructor" | join }}';
    expect(render(new Liquid(), source, { page, pages: [page] }).replace('page t', '')).toBe('');
  });
});
