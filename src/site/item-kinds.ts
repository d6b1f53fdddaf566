/** Extensions whose pages are never placed in a layout. */
const ASSET_EXTENSIONS: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee']);

export function isAsset(extension: string): boolean {
  return ASSET_EXTENSIONS.has(extension);
}

/** Documents of these extensions are data as a whole. */
export function isYaml(extension: string): boolean {
  return extension === '.yml' || extension === '.yaml';
}

/** A cheap look whether Liquid has anything to do. */
export function hasLiquid(content: string | null): boolean {
  return content !== null && (content.includes('{%') || content.includes('{{'));
}
