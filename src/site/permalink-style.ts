import { isNil } from '../util/values/is-nil.ts';
import type { PermalinkSetting, PermalinkStyle } from './url.ts';

const STYLES: ReadonlySet<string> = new Set<PermalinkStyle>(['pretty', 'date', 'ordinal', 'weekdate', 'none']);

/** Reads the configuration's `permalink:`, which is the name of a style or a template. */
export function readPermalinkStyle(value: unknown): PermalinkSetting {
  const text = isNil(value) ? '' : String(value);
  return isStyle(text) ? { named: text } : { template: text };
}

function isStyle(text: string): text is PermalinkStyle {
  return STYLES.has(text);
}
