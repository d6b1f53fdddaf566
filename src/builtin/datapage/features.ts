/** What jekyll-datapage-generator has learned since it was a file for the folder `_plugins`. */
type Feature =
  /** Letters with accents become plain ones in file names; before, they were left out. */
  | 'plain-letters'
  | 'filter'
  /** Links to folders do not name their `index.html`. */
  | 'short-links'
  | 'filter_condition'
  | 'index_files'
  | 'name_expr'
  /** The record's own `name`, which the page's hides, is also `_name`. */
  | '_name'
  /** The records may be the values of a hash. */
  | 'hashes'
  | 'title'
  | 'title_expr'
  | 'page_data_prefix'
  /** A template may be any layout; before, it was an HTML file in the folder `_layouts`. */
  | 'any-layout'
  /** `extension: false` makes files without one. */
  | 'no-extension';

export type Features = ReadonlySet<Feature>;

const add = (features: Features, ...more: readonly Feature[]): Features => new Set([...features, ...more]);

export const FEATURES_OF_2016: Features = new Set();
export const FEATURES_OF_2017 = add(FEATURES_OF_2016, 'plain-letters');
export const FEATURES_OF_AUGUST_2017 = add(FEATURES_OF_2017, 'filter', 'short-links');
export const FEATURES_OF_DECEMBER_2017 = add(FEATURES_OF_AUGUST_2017, 'filter_condition');
export const FEATURES_OF_2018 = add(FEATURES_OF_DECEMBER_2017, 'index_files');
export const FEATURES_OF_SEPTEMBER_2019 = add(FEATURES_OF_2018, 'name_expr', '_name');
export const FEATURES_OF_2019 = add(FEATURES_OF_SEPTEMBER_2019, 'hashes');
export const FEATURES_OF_2020 = add(FEATURES_OF_2019, 'title', 'title_expr', 'page_data_prefix');
export const FEATURES_OF_SEPTEMBER_2020 = add(FEATURES_OF_2020, 'any-layout');
export const ALL_FEATURES = add(FEATURES_OF_SEPTEMBER_2020, 'no-extension');
