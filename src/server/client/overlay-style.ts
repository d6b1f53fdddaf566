/** The style of the overlay: the colours of the server's own pages, isolated from the site's style. */
export const OVERLAY_STYLE = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; color-scheme: light dark;
  --ink: #1d2433; --soft: #5a6478; --line: #dfe3ea; --raised: #fff; --accent: #0b6e63; --bad: #b3261e; --bad-paper: #fdeceb; --code: #f5f6f9; }
@media (prefers-color-scheme: dark) { :host { --ink: #e7eaf0; --soft: #9aa4b8; --line: #2c3444; --raised: #191f2b; --accent: #5cc8b8;
  --bad: #ff8a80; --bad-paper: #3a1d1e; --code: #10141d; } }
* { box-sizing: border-box; margin: 0; }
.backdrop { position: absolute; inset: 0; overflow: auto; padding: max(1rem, 6vh) 1rem; background: rgb(15 18 26 / .55);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink); animation: appear .15s ease-out; }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .backdrop { animation: none; } }
.card { max-width: 56rem; margin: 0 auto; background: var(--raised); border-radius: 14px; overflow: hidden;
  box-shadow: 0 24px 70px rgb(0 0 0 / .4); border-top: 5px solid var(--bad); }
header { display: flex; align-items: center; gap: .7rem; padding: .9rem 1rem .9rem 1.4rem; border-bottom: 1px solid var(--line); }
.mark { flex: none; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--bad); color: var(--raised); font-weight: 700;
  display: grid; place-items: center; font-size: .95rem; }
strong { flex: 1; font-weight: 600; }
button { font: inherit; font-size: 1.4rem; line-height: 1; width: 2.2rem; height: 2.2rem; border: 0; border-radius: 8px; background: none; color: var(--soft); cursor: pointer; }
button:hover { background: var(--code); color: var(--ink); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section { padding: 1.2rem 1.4rem; border-bottom: 1px solid var(--line); }
h2 { font-size: .85rem; font-weight: 600; color: var(--bad); margin-bottom: .3rem; }
.message { font-size: 1.15rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; white-space: pre-wrap; }
.place { display: inline-block; margin-top: .6rem; color: var(--accent); text-underline-offset: .4em; line-height: 1.8; overflow-wrap: anywhere; }
.place, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875rem; }
pre { margin-top: .8rem; padding: .7rem 0; background: var(--code); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; line-height: 1.65; tab-size: 4; }
.line { display: flex; width: max-content; min-width: 100%; padding-right: 1rem; white-space: pre; }
.gutter { flex: none; color: var(--soft); padding: 0 .6rem 0 .4rem; user-select: none; }
.here { background: var(--bad-paper); box-shadow: inset 3px 0 var(--bad); }
.here .gutter, .caret { color: var(--bad); font-weight: 700; }
.hint { margin-top: .9rem; padding-left: .8rem; border-left: 3px solid var(--accent); overflow-wrap: anywhere; }
.foot { padding: .8rem 1.4rem; font-size: .875rem; color: var(--soft); }
`;
