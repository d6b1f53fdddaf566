import type { Template } from './template.ts';

/**
 * Finds the templates that tags such as `include` ask for. Each render gets its own loader, so that whoever renders a
 * page can record which partials the page read.
 */
export interface PartialLoader {
  load(name: string): Template | undefined;
}
