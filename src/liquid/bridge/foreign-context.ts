import { Context, type Environment } from '../context.ts';
import { LiquidjsContext, type LiquidjsRenderOptions } from '../liquidjs.ts';
import { lookUp } from '../lookup.ts';
import { toLiquid } from '../values.ts';
import { hashOf } from './foreign-value.ts';
import { fromPlain, toPlain } from './plain-value.ts';

const foreignContexts = new WeakMap<Context, ForeignContext>();

/** The context as a tag or filter written for liquidjs sees it; one object for the whole render. */
export function foreignContextOf(context: Context): ForeignContext {
  const known = foreignContexts.get(context);
  if (known !== undefined) return known;
  const foreign = new ForeignContext(context);
  foreignContexts.set(context, foreign);
  return foreign;
}

/**
 * Our context behind one that liquidjs passed along.
 *
 * @throws {TypeError} where the context was made by liquidjs itself
 */
export function nativeContextOf(context: LiquidjsContext): Context {
  if (context instanceof ForeignContext) return context.native;
  throw new TypeError('A template of utterson/liquid can only be rendered in a context of its own.');
}

/** A proxy that reads and writes variables: liquidjs's tags expect scopes to be plain objects. */
function scopeView(read: (name: string) => unknown, write: (name: string, value: unknown) => void): object {
  return new Proxy(
    {},
    {
      get: (_target, key) => (typeof key === 'string' ? toPlain(read(key)) : undefined),
      has: (_target, key) => typeof key === 'string' && read(key) !== undefined,
      set: (_target, key, value: unknown) => {
        if (typeof key === 'string') write(key, fromPlain(value));
        return true;
      },
    },
  );
}

/** Wraps a value as liquidjs returns values: in a generator that yields it and finishes with what it is sent back. */
export function* answer(value: unknown): IterableIterator<unknown> {
  return yield value;
}

function environmentView(environment: Environment | undefined): object {
  return scopeView(
    (name) => environment?.get(name),
    (name, value) => environment?.set(name, value),
  );
}

/** A liquidjs Context on top of ours, so that foreign tags share the variables, scopes and counters of the template. */
export class ForeignContext extends LiquidjsContext {
  private readonly pushed: object[] = [];

  constructor(readonly native: Context) {
    const { liquid } = native;
    const options: LiquidjsRenderOptions = { sync: true, strictVariables: native.strictVariables };
    super(environmentView(native.environments[0]), liquid.options, options, { liquid });
  }

  override _get(paths: readonly unknown[]): IterableIterator<unknown> {
    const [name, ...steps] = paths;
    return answer(toPlain(this.follow(this.native.find(name), steps)));
  }

  override _getFromScope(scope: unknown, paths: readonly unknown[] | string): IterableIterator<unknown> {
    const steps = typeof paths === 'string' ? paths.split('.') : paths;
    return answer(toPlain(this.follow(toLiquid(fromPlain(scope)), steps)));
  }

  private follow(start: unknown, steps: readonly unknown[]): unknown {
    let value = start;
    for (const step of steps) {
      const found = lookUp(value, step, step === 'size' || step === 'first' || step === 'last');
      if (typeof found === 'symbol') return this.native.missing(step, found);
      value = found;
    }
    return value;
  }

  override readProperty(object: object, key: string | number): unknown {
    return toPlain(this.follow(toLiquid(fromPlain(object)), [key]));
  }

  override push(scope: object): number {
    this.native.push(hashOf(scope));
    return this.pushed.push(scope);
  }

  override pop(): object | undefined {
    this.native.pop();
    return this.pushed.pop();
  }

  override bottom(): object {
    return scopeView(
      (name) => this.native.find(name),
      (name, value) => this.native.assign(name, value),
    );
  }

  override spawn(scope: object = {}): ForeignContext {
    const { liquid, strictVariables, strictFilters, partials, state } = this.native;
    const environments = [hashOf(scope)];
    return foreignContextOf(new Context({ liquid, environments, strictVariables, strictFilters, partials, state }));
  }

  /** Hands a pending `break` or `continue` of ours over to the liquidjs tag whose body raised it. */
  takeInterrupts(): void {
    const interrupt = this.native.interrupts.pop();
    this.breakCalled ||= interrupt === 'break';
    this.continueCalled ||= interrupt === 'continue';
  }

  /** The way back: hands an interrupt that the liquidjs tag did not consume to the loop around that tag. */
  giveInterrupts(): void {
    if (this.breakCalled) this.native.interrupts.push('break');
    else if (this.continueCalled) this.native.interrupts.push('continue');
    this.breakCalled = false;
    this.continueCalled = false;
  }
}
