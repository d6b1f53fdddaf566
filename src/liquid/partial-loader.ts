import type { Template } from './template.ts';

/**
 * Finds the templates that `include` and its kin ask for. It is handed in with every render, so that whoever renders
 * a page can record which partials the page read.
 */
export interface PartialLoader {
  load(name: string): Template | undefined;
}
