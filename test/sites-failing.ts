/** Topics of test/sites that do not pass yet. The list only gets shorter. */
export const FAILING: readonly string[] = [
  // The reference made these with an older Sass, whose own style put each rule on one line.
  'filters-sass',
  'theme-gem-ignore-config',
];
