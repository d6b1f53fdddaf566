/** What the packages offer that the built-in plugin uses: they have no types of their own. */
interface Uglify {
  minify(
    files: Readonly<Record<string, string>>,
    options: object,
  ):
    | { readonly code: string }
    | { readonly error: { readonly message: string; readonly line?: number; readonly col?: number } };
}

declare module 'uglify-js' {
  const uglify: Uglify;
  export default uglify;
}

declare module 'uglify-es' {
  const uglify: Uglify;
  export default uglify;
}
