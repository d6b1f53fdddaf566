import { Layout } from '../../plugin/plugin.ts';

const TARGET = '{{ page.redirect.to }}';

const CONTENT = `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="${TARGET}">
  <script>location="${TARGET}"</script>
  <meta http-equiv="refresh" content="0; url=${TARGET}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="${TARGET}">Click here if you are not redirected.</a>
</html>
`;

/** The layout of redirects, for sites without a `redirect` layout of their own. */
export const REDIRECT_LAYOUT = new Layout({
  name: 'redirect.html',
  path: '/_layouts/redirect.html',
  relativePath: '_layouts/redirect.html',
  data: new Map(),
  content: CONTENT,
});
