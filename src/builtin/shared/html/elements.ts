/**
 * How libxml2, the HTML 4 parser of Ruby's plugins, treats elements: which open elements a start tag ends, which elements are
 * written with line breaks, and which open elements an end tag cannot close. Found by experiment.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements without content. */
export const VOID_ELEMENTS = words('area base basefont br col frame hr img input isindex link meta param');

/** Elements that are written on lines of their own; `p` only if it has neighbours. */
export const BLOCK_ELEMENTS = words(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul',
);

/** The start tags that end an open element, by the name of the open one. */
export const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['a', words('a fieldset table td th')],
  ['address', words('dd dl dt form li ul')],
  ['b', words('center p td th')],
  ['big', words('p')],
  ['caption', words('tbody tfoot thead tr colgroup col')],
  ['colgroup', words('tbody tfoot thead tr colgroup')],
  ['dd', words('dt')],
  ['dir', words('dd dl dt form ul')],
  ['dl', words('form li')],
  ['dt', words('dd dl')],
  ['font', words('center td th')],
  ['form', words('form')],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, words('fieldset form li p table')] as const),
  [
    'head',
    words(
      'a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p pre q s samp small span strike strong sub sup table tt u ul var xmp',
    ),
  ],
  ['i', words('center p td th')],
  ['legend', words('fieldset')],
  ['li', words('li')],
  ['menu', words('dd dl dt form ul')],
  ['ol', words('form ul')],
  ['option', words('optgroup option')],
  [
    'p',
    words(
      'address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp',
    ),
  ],
  ['pre', words('dd dl dt fieldset form li table ul')],
  ['s', words('p')],
  ['script', words('noscript')],
  ['small', words('p')],
  ['span', words('td th')],
  ['strike', words('p')],
  ['style', words('body')],
  ['tbody', words('tbody tfoot')],
  ['td', words('tbody td tfoot th tr')],
  ['tfoot', words('tbody')],
  ['th', words('tbody td tfoot th tr')],
  ['thead', words('tbody tfoot')],
  ['title', words('body frameset')],
  ['tr', words('tbody tfoot tr')],
  ['tt', words('p')],
  ['u', words('p td th')],
  ['ul', words('address form menu ol pre')],
]);

const RESISTANCE: ReadonlyMap<string, number> = new Map([
  ['div', 150],
  ['td', 160],
  ['th', 160],
  ['tr', 170],
  ['thead', 180],
  ['tbody', 180],
  ['tfoot', 180],
  ['table', 190],
  ['head', 200],
  ['body', 200],
  ['html', 220],
]);
const USUAL_RESISTANCE = 100;

/** The priority of an element: an end tag cannot close elements beyond an open one with a higher priority. */
export function resistanceOf(name: string): number {
  return RESISTANCE.get(name) ?? USUAL_RESISTANCE;
}
