import { CalendarDate } from '../../util/time/calendar-date.ts';
import { Time } from '../../util/time/time.ts';
import { Float } from '../../util/values/float.ts';
import { Drop } from '../drop.ts';
import { Range } from '../range.ts';

/** The hash or drop that each view stands for, and the other way round. */
const originals = new WeakMap<object, unknown>();
const views = new WeakMap<object, object>();

/** The hash or drop behind a view that was handed to a plugin, undefined for any other object. */
export function originalOf(value: object): unknown {
  return originals.get(value);
}

/**
 * A value as tags and filters written for liquidjs see it: numbers for Floats, dates for times, and objects for hashes
 * and drops. Such an object is a live view: a property is read from the hash or drop at the moment it is asked for.
 */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map || value instanceof Drop) return viewOf(value);
  if (value instanceof Float) return value.value;
  if (value instanceof Time) return new Date(value.milliseconds);
  if (value instanceof CalendarDate) return new Date(Date.UTC(value.year, value.month - 1, value.day));
  return value instanceof Range ? value.toArray() : value;
}

/** A plugin's result with views replaced by the hashes and drops they stand for. */
export function fromPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(fromPlain) : (originals.get(value) ?? value);
}

function viewOf(source: Map<unknown, unknown> | Drop): object {
  const known = views.get(source);
  if (known !== undefined) return known;
  const view = new Proxy({}, new View(source));
  views.set(source, view);
  originals.set(view, source);
  return view;
}

class View implements ProxyHandler<object> {
  constructor(private readonly source: Map<unknown, unknown> | Drop) {}

  get(target: object, key: string | symbol): unknown {
    if (key === 'toString') return () => String(this.source);
    return this.holds(key) ? toPlain(this.source.get(key)) : Reflect.get(target, key);
  }

  has(target: object, key: string | symbol): boolean {
    return this.holds(key) || Reflect.has(target, key);
  }

  set(_target: object, key: string | symbol, value: unknown): boolean {
    if (typeof key === 'symbol') return false;
    this.source.set(key, fromPlain(value));
    return true;
  }

  ownKeys(): string[] {
    const keys = this.source.keys() ?? [];
    return [...keys].map(String);
  }

  getOwnPropertyDescriptor(target: object, key: string | symbol): PropertyDescriptor | undefined {
    if (!this.holds(key)) return undefined;
    return { value: this.get(target, key), writable: true, enumerable: true, configurable: true };
  }

  private holds(key: string | symbol): boolean {
    if (typeof key === 'symbol' || !this.source.has(key)) return false;
    // A drop that does not override `has` claims every key.
    return this.source instanceof Map || this.source.get(key) !== undefined;
  }
}
