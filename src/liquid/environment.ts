import { hashOf } from './bridge/foreign-value.ts';
import type { Environment } from './context.ts';
import { Drop } from './drop.ts';

/** The scope that the caller of a render gives, as something variables can be looked up in. */
export function toEnvironment(scope: object): Environment {
  if (scope instanceof Map || scope instanceof Drop) return scope;
  return hashOf(scope);
}
