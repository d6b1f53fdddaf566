/** Imports a module by its URL. */
export type ImportModule = (url: string) => Promise<unknown>;

let outsideImport: ImportModule | undefined;

/**
 * Makes `importModule` use the `import` of another module. In code from V8's cache (`compiled-code.ts`), Node 20's own
 * `import` fails with "A dynamic import callback was not specified".
 */
export function importOutside(importModule: ImportModule): void {
  outsideImport = importModule;
}

/**
 * Imports a file of the site or of one of its packages.
 *
 * @param url an absolute `file:` URL
 */
export function importModule(url: string): Promise<unknown> {
  return outsideImport === undefined ? import(url) : outsideImport(url);
}
