import { addToGroup } from '../../util/add-to-group.ts';
import type { Colors } from '../../util/program/colors.ts';
import { count } from '../build/summary.ts';
import type { BrokenLink, LinkCheck } from './check-site.ts';

/** How many pages are listed for a link: one in a layout is on every page. */
const MOST_PAGES = 5;

/**
 * The result of a check for the terminal: each broken link with the pages it is on, then the totals.
 *
 * @param sourceOf returns the source file of a page, if it has one
 */
export function linkReport(check: LinkCheck, sourceOf: (page: string) => string | undefined, colors: Colors): string {
  const groups = groupByLink(check.broken);
  const sections = [...groups.values()].map((links) => describe(links, sourceOf, colors));
  return `\n${sections.join('')}${summary(check, groups.size, colors)}\n`;
}

function groupByLink(broken: readonly BrokenLink[]): ReadonlyMap<string, readonly BrokenLink[]> {
  const groups = new Map<string, BrokenLink[]>();
  for (const link of broken) {
    addToGroup(groups, `${link.url}\n${link.reason}`, link);
  }
  return groups;
}

function describe(
  links: readonly BrokenLink[],
  sourceOf: (page: string) => string | undefined,
  colors: Colors,
): string {
  const [first] = links;
  const places = links.slice(0, MOST_PAGES).map(({ page, line, column }) => {
    const source = sourceOf(page);
    return `    ${page}:${line}:${column}${source === undefined ? '' : colors.dim(` from ${source}`)}\n`;
  });
  const rest = links.length - MOST_PAGES;
  const more = rest > 0 ? colors.dim(`    and ${count(rest, 'more place')}\n`) : '';
  return `  ${colors.red(`✖ ${first?.url === '' ? '(empty)' : first?.url}`)}  ${first?.reason}\n${places.join('')}${more}\n`;
}

function summary({ broken, pages, links, external }: LinkCheck, different: number, colors: Colors): string {
  const found = `${count(links, 'link')} of ${count(pages, 'page')}`;
  const others =
    external === 0 ? '' : `; ${count(external, 'link')} to other sites ${external === 1 ? 'was' : 'were'} not checked`;
  if (broken.length === 0) return `  ${colors.green('No broken links')} among the ${found}${others}.\n`;
  return `  ${colors.red(count(different, 'broken link'))} among the ${found}${others}.\n`;
}
