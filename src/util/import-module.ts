/** Imports a module by its URL. */
export type ImportModule = (url: string) => Promise<unknown>;

let importModuleOutside: ImportModule | undefined;

/**
 * Has modules imported by somebody else's `import`. Node 20 does not know who asks where V8 runs kept code
 * (`compiled-code.ts`), and answers "A dynamic import callback was not specified".
 */
export function importOutside(importModule: ImportModule): void {
  importModuleOutside = importModule;
}

/**
 * Imports a file of the site or of one of its packages.
 *
 * @param url an absolute `file:` URL
 */
export function importModule(url: string): Promise<unknown> {
  return importModuleOutside === undefined ? import(url) : importModuleOutside(url);
}
