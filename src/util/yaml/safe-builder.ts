import { UttersonError } from '../../errors.ts';
import { CalendarDate } from '../time/calendar-date.ts';
import { Time } from '../time/time.ts';
import { conversionFailure } from '../values/class-name.ts';
import { Float } from '../values/float.ts';
import type { YamlHandler } from './parser.ts';
import { readPlainScalar, readScalar } from './safe-scalar.ts';

/** A value of a YAML document: scalars, arrays and maps. */
type YamlValue = unknown;

/**
 * Builds values as SafeYAML 1.0.5 does, quirks included: there is one pending key for all levels, so a key that is
 * null, a list or a mapping shifts the pairs after it; a merge takes what the mapping contains at that moment.
 */
export class SafeBuilder implements YamlHandler {
  result: YamlValue = false;
  private hasResult = false;
  private key: YamlValue = null;
  private current: YamlValue;
  private readonly stack: YamlValue[] = [];
  private readonly anchors = new Map<string, YamlValue>();

  scalar(value: string, anchor: string | undefined, tag: string | undefined, isQuoted: boolean): void {
    this.add(readScalar(value, tag, isQuoted), anchor);
  }

  alias(anchor: string): void {
    const value = this.anchors.get(anchor);
    // SafeYAML interprets the value of an alias a second time: a quoted "yes" becomes true.
    this.add(typeof value === 'string' ? readPlainScalar(value) : (value ?? null), undefined);
  }

  startMapping(anchor: string | undefined): void {
    this.start(new Map(), anchor);
  }

  startSequence(anchor: string | undefined): void {
    this.start([], anchor);
  }

  endMapping(): void {
    this.stack.pop();
    this.current = this.stack.at(-1);
  }

  endSequence(): void {
    this.endMapping();
  }

  private start(collection: Map<unknown, unknown> | unknown[], anchor: string | undefined): void {
    this.add(collection, anchor);
    this.current = collection;
    this.stack.push(collection);
  }

  private add(value: YamlValue, anchor: string | undefined): void {
    if (anchor !== undefined) this.anchors.set(anchor, value);
    if (!this.hasResult) {
      this.hasResult = true;
      this.result = value;
      this.current = value;
    } else if (Array.isArray(this.current)) this.current.push(value);
    else if (this.current instanceof Map) this.addToMap(this.current, value);
  }

  private addToMap(map: Map<unknown, unknown>, value: YamlValue): void {
    if (this.key === null) {
      this.key = value;
      return;
    }
    if (this.key === '<<') mergeInto(map, value);
    else map.set(knownKey(map, this.key), value);
    this.key = null;
  }
}

function mergeInto(map: Map<unknown, unknown>, value: YamlValue): void {
  if (!(value instanceof Map)) {
    throw new UttersonError('InvalidYaml', conversionFailure(value, 'Hash'));
  }
  for (const [key, item] of value) map.set(knownKey(map, key), item);
}

/** The equal key that the map already has: Ruby compares keys by value. */
function knownKey(map: Map<unknown, unknown>, key: unknown): unknown {
  if (typeof key !== 'object' || key === null) return key;
  for (const known of map.keys()) if (isSameKey(known, key)) return known;
  return key;
}

function isSameKey(one: unknown, other: unknown): boolean {
  if (one instanceof Float) return other instanceof Float && Object.is(one.value, other.value);
  if (one instanceof CalendarDate) return other instanceof CalendarDate && one.toString() === other.toString();
  if (one instanceof Time) return other instanceof Time && sameMoment(one, other);
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => isSameKey(item, other[index]));
}

const sameMoment = (one: Time, other: Time): boolean =>
  one.seconds === other.seconds && one.nanoseconds === other.nanoseconds;
