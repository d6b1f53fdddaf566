/** How a string is written in YAML. */
type ScalarStyle = 'plain' | 'single' | 'double' | 'literal';

/** Strings that Psych would read back as something else if they were written plainly: null, booleans, numbers, dates. */
const OTHER_VALUES: readonly RegExp[] = [
  /^(?:~|null|yes|true|on|no|false|off|[-+]?\.inf|\.nan)?$/i,
  /^[-+]?(?:0[b_][01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0[x_][0-9a-fA-F_,]+)$/,
  /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
  /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/,
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/,
  /^0[0-7]*\.[0-9]/,
];

const BREAK = /[\n\x85\u2028\u2029]/;
const SPACE_BEFORE_BREAK = / [\n\x85\u2028\u2029]/;
const SPACE_AFTER_BREAK = /[\n\x85\u2028\u2029] /;

/** Characters that libyaml escapes: controls, tabs, and everything beyond the Basic Multilingual Plane. */
const UNPRINTABLE = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** What a plain scalar cannot contain: indicators at its beginning, a colon or a hash that would be read as one. */
const INDICATORS = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:\s|$))|:(?:\s|$)|\s#/;

/** The style in which Psych and libyaml write a string: the simplest one that reads back as the same string. */
export function scalarStyle(text: string, isKey: boolean): ScalarStyle {
  const wanted = wantedStyle(text);
  const isPlain = !BREAK.test(text) && !/^ | $/.test(text) && !INDICATORS.test(text);
  if (wanted === 'double' || UNPRINTABLE.test(text) || SPACE_BEFORE_BREAK.test(text)) return 'double';
  if (wanted === 'literal') return isKey || text.endsWith(' ') ? 'double' : 'literal';
  if (wanted === 'plain' && isPlain) return 'plain';
  return SPACE_AFTER_BREAK.test(text) || (isKey && BREAK.test(text)) ? 'double' : 'single';
}

/** The style that Psych requests from libyaml. */
function wantedStyle(text: string): ScalarStyle {
  if (/\n(?!\n?$)/.test(text.replace(/\n$/, ''))) return 'literal';
  if (/^[yn]$/i.test(text) || /^[^\p{L}\p{M}\p{N}\p{Pc}][^"]*$/mu.test(text)) return 'double';
  return OTHER_VALUES.some((pattern) => pattern.test(text)) ? 'single' : 'plain';
}
