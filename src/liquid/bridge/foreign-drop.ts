import { toText } from '../../util/values/inspect.ts';
import { Drop } from '../drop.ts';
import { type LiquidjsDrop, toValueSync } from '../liquidjs.ts';

/** Names that every JavaScript object inherits; templates must not reach them. */
const HIDDEN: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'liquidMethodMissing',
  'prototype',
]);

/** A drop written for liquidjs: its properties and methods are its keys. */
export class ForeignDrop extends Drop {
  constructor(readonly target: LiquidjsDrop) {
    super();
  }

  override get rubyClass(): string {
    return this.target.constructor.name;
  }

  get(key: unknown): unknown {
    if (typeof key !== 'string' || HIDDEN.has(key)) return undefined;
    const value: unknown = Reflect.get(this.target, key);
    if (value === undefined) return toValueSync(this.target.liquidMethodMissing(key, undefined as never));
    return typeof value === 'function' ? toValueSync(value.call(this.target)) : value;
  }

  override toString(): string {
    const value: unknown = this.target.valueOf();
    return value === this.target ? this.rubyClass : toText(value);
  }

  override inspect(): string {
    return this.toString();
  }
}
