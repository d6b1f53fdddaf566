import type { Document } from './document.ts';
import type { Page } from './page.ts';

/** What is rendered in its own right: a page or a document. */
export type Item = Page | Document;
