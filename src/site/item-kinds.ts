/** Extensions whose pages are never placed in a layout. */
const ASSET_EXTENSIONS: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee']);

/** Whether pages with this extension are assets, such as style sheets. */
export function isAsset(extension: string): boolean {
  return ASSET_EXTENSIONS.has(extension);
}

/** Whether documents with this extension consist of nothing but data. */
export function isYaml(extension: string): boolean {
  return extension === '.yml' || extension === '.yaml';
}

/** A cheap check for whether a text has any Liquid in it. */
export function hasLiquid(content: string | null): boolean {
  return content !== null && (content.includes('{%') || content.includes('{{'));
}
