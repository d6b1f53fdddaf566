import { hashOf } from './bridge/foreign-value.ts';
import type { Environment } from './context.ts';
import { Drop } from './drop.ts';

/** The scope passed by the caller of a render, as something that variables can be looked up in. */
export function toEnvironment(scope: object): Environment {
  if (scope instanceof Map || scope instanceof Drop) return scope;
  return hashOf(scope);
}
