import type { Problem } from '../messages.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';

/** Shows the problems of the last build over the page. */
interface Overlay {
  show(problems: readonly Problem[]): void;
  hide(): void;
}

/** Makes the overlay, which is in the page only while it shows something. Escape, a click beside the card and its button close it. */
export function createOverlay(): Overlay {
  const element = document.createElement('utterson-overlay');
  const root = element.attachShadow({ mode: 'open' });
  // A constructed style sheet works even if the page's content security policy forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];
  const hide = (): void => element.remove();
  element.addEventListener('click', (event) => {
    if (isBackdrop(event.composedPath()[0])) hide();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  return {
    hide,
    show: (problems) => {
      const card = make('div', 'card', ...cardOf(problems, hide));
      card.setAttribute('role', 'alert');
      root.replaceChildren(make('div', 'backdrop', card));
      document.documentElement.append(element);
    },
  };
}

const isBackdrop = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.classList.contains('backdrop');

function cardOf(problems: readonly Problem[], hide: () => void): HTMLElement[] {
  const close = make('button', 'close', '×');
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', hide);
  const isBuilt = problems.every((problem) => problem.isBuilt === true);
  const what = isBuilt ? 'The site was built, but something is wrong' : 'The site could not be built';
  const title = problems.length === 1 ? what : `${what}: ${problems.length} problems`;
  const shown = isBuilt ? '' : 'Below is the site as it was last built. ';
  const foot = make('p', 'foot', `${shown}This goes away as soon as the problem is fixed.`);
  return [
    make('header', '', make('span', 'mark', '!'), make('strong', '', title), close),
    ...problems.map(sectionOf),
    foot,
  ];
}

function sectionOf({ title, message, file, line, column, frame, hint, editor }: Problem): HTMLElement {
  const section = make('section', '', make('h2', '', title), make('p', 'message', message));
  if (file !== undefined) {
    const place = make('a', 'place', [file, line, column].filter((part) => part !== undefined).join(':'));
    if (editor !== undefined) {
      place.setAttribute('href', editor);
      place.title = 'Open in the editor';
    }
    section.append(place);
  }
  if (frame !== undefined) section.append(make('pre', '', ...frame.split('\n').map(frameLine)));
  if (hint !== undefined) section.append(make('p', 'hint', hint));
  return section;
}

/** A line of a code frame: `> 12 | text`, or the caret below it. */
function frameLine(line: string): HTMLElement {
  const [, gutter = '', text = ''] = /^(.*?\|)(.*)$/.exec(line) ?? [];
  const kind = gutter.startsWith('>') ? 'here' : /\d/.test(gutter) ? '' : 'caret';
  return make(
    'div',
    `line ${kind}`,
    make('span', 'gutter', gutter.replace(/[>|]/g, ' ')),
    make('span', '', text || ' '),
  );
}

function make(name: string, className: string, ...children: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}
