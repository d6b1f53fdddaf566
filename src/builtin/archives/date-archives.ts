import { addToGroup, type Document, strftime, Time } from '../../plugin/plugin.ts';
import type { Archive } from './archive-page.ts';

/** Groups posts by a part of their date; the groups are in the order of the posts, and sorted newest first. */
function groupByDate(posts: readonly Document[], format: string): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const post of posts) {
    const { date } = post;
    const key = date instanceof Time ? strftime(date, format) : '';
    addToGroup(groups, key, post);
  }
  for (const group of groups.values()) group.sort((a, b) => b.compareTo(a));
  return groups;
}

/** The archives of all years, months and days, each year before its months and each month before its days. */
export function* dateArchives(posts: readonly Document[]): Generator<Archive> {
  for (const [year, ofYear] of groupByDate(posts, '%Y')) {
    yield { kind: 'year', subject: [year], posts: ofYear };
    for (const [month, ofMonth] of groupByDate(ofYear, '%m')) {
      yield { kind: 'month', subject: [year, month], posts: ofMonth };
      for (const [day, ofDay] of groupByDate(ofMonth, '%d')) {
        yield { kind: 'day', subject: [year, month, day], posts: ofDay };
      }
    }
  }
}
