/** A page that is patched while it is open. */
export interface KeptState {
  readonly name: string;
  /** The page before and after the author's edit. */
  readonly before: string;
  readonly after: string;
  /** What the reader and scripts do with the page before it is patched, as code that is run in it. */
  readonly act: string;
  /** Whether that is still in effect afterwards, as an expression that is evaluated in the page. */
  readonly isKept: string;
}

const page = (body: string, attributes = ''): string =>
  `<!DOCTYPE html><html><head><title>T</title></head><body${attributes}><main>${body}</main></body></html>`;

/** The edit that most cases have: the text of a heading changes, and a paragraph is added before whatever has to be kept. */
const edited = (state: string, attributes = ''): Pick<KeptState, 'before' | 'after'> => ({
  before: page(`<h1>One</h1><p>same</p>${state}<p>end</p>`, attributes),
  after: page(`<h1>Two</h1><p>new</p><p>same</p>${state}<p>end</p>`, attributes),
});

/** A tenth of a second of silence. */
const SILENCE = `data:audio/wav;base64,${Buffer.concat([
  Buffer.from('UklGRmQGAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YUAGAAA=', 'base64'),
  Buffer.alloc(1600),
]).toString('base64')}`;

const COUNTER = `customElements.get('x-counter') ?? customElements.define('x-counter', class extends HTMLElement {
  connectedCallback() { this.count = (this.count ?? 0) + 1; this.innerHTML = '<b>made</b>'; }
  disconnectedCallback() { this.gone = true; }
});`;

/**
 * State that a patch has to keep. It is used by the test of `src/server/client`, and by `bench/patch.mjs`, which tests libraries too.
 */
export const KEPT_STATE: readonly KeptState[] = [
  {
    name: 'scroll of the window',
    ...edited('<div style="height: 4000px">tall</div>'),
    act: 'scrollTo(0, 900)',
    isKept: 'scrollY >= 900 && scrollY < 1100',
  },
  {
    name: 'scroll of a box',
    ...edited('<div id="box" style="height: 50px; overflow: auto"><div style="height: 900px">tall</div></div>'),
    act: 'document.querySelector("#box").scrollTop = 300',
    isKept: 'document.querySelector("#box").scrollTop === 300',
  },
  {
    name: 'focus',
    ...edited('<form><input name="q"></form>'),
    act: 'document.querySelector("input").focus()',
    isKept: 'document.activeElement?.name === "q"',
  },
  {
    name: 'caret in a field',
    ...edited('<form><textarea></textarea></form>'),
    act: 'const area = document.querySelector("textarea"); area.focus(); area.value = "0123456789"; area.setSelectionRange(3, 6)',
    isKept:
      '(({ value, selectionStart, selectionEnd }) => value === "0123456789" && selectionStart === 3 && selectionEnd === 6)(document.querySelector("textarea"))',
  },
  {
    name: 'selected text',
    ...edited('<p>select me</p>'),
    act: 'getSelection().selectAllChildren(document.querySelectorAll("p")[1])',
    isKept: 'String(getSelection()) === "select me"',
  },
  {
    name: 'opened details',
    ...edited('<details><summary>More</summary><p>text</p></details>'),
    act: 'document.querySelector("details").open = true',
    isKept: 'document.querySelector("details").open',
  },
  {
    name: 'an opened dialog',
    ...edited('<dialog>text</dialog>'),
    act: 'document.querySelector("dialog").showModal()',
    isKept: 'document.querySelector("dialog").matches(":modal")',
  },
  {
    name: 'typed text, ticked boxes, choices',
    ...edited(
      '<form><input name="a" value="author"><input type="checkbox"><select><option>1<option>2</select><textarea>x</textarea></form>',
    ),
    act: 'const [a, box] = document.querySelectorAll("input"); a.value = "typed"; box.checked = true; document.querySelector("select").value = "2"; document.querySelector("textarea").value = "written"',
    isKept:
      '(([a, box]) => a.value === "typed" && box.checked)(document.querySelectorAll("input")) && document.querySelector("select").value === "2" && document.querySelector("textarea").value === "written"',
  },
  {
    name: 'attributes set by scripts',
    ...edited('<nav class="menu"><a href="#">x</a></nav>', ' class="page"'),
    act: 'document.documentElement.dataset.theme = "dark"; document.body.classList.add("js"); document.querySelector("nav").classList.add("open"); document.querySelector("a").setAttribute("aria-expanded", "true")',
    isKept:
      'document.documentElement.dataset.theme === "dark" && document.body.matches(".page.js") && document.querySelector("nav").matches(".menu.open") && document.querySelector("a").getAttribute("aria-expanded") === "true"',
  },
  {
    name: 'what scripts added: a filled box, buttons in titles, a notice at the end',
    ...edited('<div id="widget"></div><h2>A</h2><h2>B</h2>'),
    act: 'document.querySelector("#widget").innerHTML = "<b>made</b>"; document.querySelectorAll("h2").forEach((title) => title.append(document.createElement("button"))); document.body.append("notice")',
    isKept:
      'document.querySelector("#widget b") !== null && document.querySelectorAll("h2 button").length === 2 && document.body.textContent.includes("notice")',
  },
  {
    name: 'elements and their listeners',
    ...edited('<p><a href="#">x</a></p>'),
    act: 'globalThis.clicks = 0; document.querySelector("a").addEventListener("click", () => clicks++)',
    isKept: 'document.querySelector("a").click(), globalThis.clicks === 1',
  },
  {
    name: 'sound that plays',
    ...edited(`<audio src="${SILENCE}" loop></audio>`),
    act: 'const sound = document.querySelector("audio"); globalThis.pauses = 0; for (const name of ["pause", "emptied"]) sound.addEventListener(name, () => pauses++); sound.play()',
    isKept:
      'new Promise((resolve) => setTimeout(resolve, 150)).then(() => !document.querySelector("audio").paused && globalThis.pauses === 0)',
  },
  {
    name: 'frames that are not loaded anew',
    ...edited('<iframe srcdoc="<p>inner"></iframe>'),
    act: 'new Promise((resolve) => { document.querySelector("iframe").contentWindow.mark = true; setTimeout(resolve, 50) })',
    isKept:
      'new Promise((resolve) => setTimeout(resolve, 100)).then(() => document.querySelector("iframe").contentWindow.mark === true)',
  },
  {
    name: 'custom elements',
    ...edited('<x-counter></x-counter>'),
    act: COUNTER,
    isKept:
      '(({ count, gone, innerHTML }) => count === 1 && !gone && innerHTML === "<b>made</b>")(document.querySelector("x-counter"))',
  },
  {
    name: 'what is drawn on a canvas',
    ...edited('<canvas width="10" height="10"></canvas>'),
    act: 'document.querySelector("canvas").getContext("2d").fillRect(0, 0, 10, 10)',
    isKept: 'document.querySelector("canvas").getContext("2d").getImageData(5, 5, 1, 1).data[3] === 255',
  },
  {
    name: "the author's own changes of such things",
    before: page(
      '<h1>One</h1><details open><summary>s</summary></details><input id="i" value="one"><p class="a">p</p>',
    ),
    after: page('<h1>Two</h1><details><summary>s</summary></details><input id="i" value="two"><p class="b">p</p>'),
    act: 'document.querySelector("p").classList.add("js")',
    isKept:
      '!document.querySelector("details").open && document.querySelector("input").value === "two" && document.querySelector("p").classList.contains("b")',
  },
  {
    name: 'a moved section',
    before: page('<section><p>a</p></section><section><p>b</p></section><section><p>c</p></section><h1>One</h1>'),
    after: page('<section><p>c</p></section><section><p>a</p></section><section><p>b</p></section><h1>Two</h1>'),
    act: '0',
    isKept: '[...document.querySelectorAll("section")].map((section) => section.textContent).join("") === "cab"',
  },
];
