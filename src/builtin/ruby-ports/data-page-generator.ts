import { dataPages } from '../datapage/datapage.ts';
import {
  ALL_FEATURES,
  FEATURES_OF_2016,
  FEATURES_OF_2017,
  FEATURES_OF_2018,
  FEATURES_OF_2019,
  FEATURES_OF_2020,
  FEATURES_OF_AUGUST_2017,
  FEATURES_OF_DECEMBER_2017,
  FEATURES_OF_SEPTEMBER_2019,
  FEATURES_OF_SEPTEMBER_2020,
} from '../datapage/features.ts';

/** `data_page_generator.rb`, which later became the gem jekyll-datapage-generator, in the versions of its history. */
const NAME = 'data_page_generator.rb';

export const pagesOf2016 = dataPages(NAME, FEATURES_OF_2016);
export const pagesOf2017 = dataPages(NAME, FEATURES_OF_2017);
export const pagesOfAugust2017 = dataPages(NAME, FEATURES_OF_AUGUST_2017);
export const pagesOfDecember2017 = dataPages(NAME, FEATURES_OF_DECEMBER_2017);
export const pagesOf2018 = dataPages(NAME, FEATURES_OF_2018);
export const pagesOfSeptember2019 = dataPages(NAME, FEATURES_OF_SEPTEMBER_2019);
export const pagesOf2019 = dataPages(NAME, FEATURES_OF_2019);
export const pagesOf2020 = dataPages(NAME, FEATURES_OF_2020);
export const pagesOfSeptember2020 = dataPages(NAME, FEATURES_OF_SEPTEMBER_2020);
export const pagesOf2024 = dataPages(NAME, ALL_FEATURES);
