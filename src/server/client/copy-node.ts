/**
 * A copy of a node of a parsed source, for the page. What is in `<noscript>` becomes text, as in every page with scripts: a source is
 * parsed as without them, and its style sheets and pictures there would be shown.
 */
export function copyNode<T extends Node>(node: T): T {
  const copy = document.importNode(node, true);
  if (!(copy instanceof Element)) return copy;
  for (const element of [copy, ...copy.querySelectorAll('noscript')]) {
    if (element.nodeName === 'NOSCRIPT') element.textContent = element.innerHTML;
  }
  return copy;
}
