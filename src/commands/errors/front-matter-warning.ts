/** Jekyll's warning about unreadable front matter. The site is still built, the page without its front matter. */
const WARNING = /^(?:Error: )?YAML Exception reading (.+?): \(<unknown>\): (.+)$/;

/** What a warning of a build says about front matter that cannot be read; undefined if it is about something else. */
export function parseFrontMatterWarning(
  warning: string,
): { readonly file: string; readonly message: string } | undefined {
  const [, file, message] = WARNING.exec(warning.trim()) ?? [];
  return file === undefined || message === undefined ? undefined : { file, message };
}
