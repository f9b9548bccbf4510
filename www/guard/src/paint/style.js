/** How the panel, the chip and the mirror look. One sheet; every colour is of a theme or of an action. */

/** Accents by action, in light and in dark. */
export const ACCENTS = {
  advise: ["#1f5fbf", "#8db8ff"],
  confirm: ["#8a5200", "#f0b35a"],
  justify: ["#6b3fa0", "#c9a6f5"],
  block: ["#9c2f4a", "#f59bb0"],
};

const accents = Object.entries(ACCENTS)
  .map(([action, [light, dark]]) => `.${action} { --accent: light-dark(${light}, ${dark}); }`)
  .join("\n");

export const CSS = `
:host { all: initial !important; display: contents !important; }
* { box-sizing: border-box; }
.layer, dialog {
  color-scheme: light dark;
  --paper: light-dark(#fffdf9, #1e1f23);
  --ink: light-dark(#23242a, #ececef);
  --soft: light-dark(#5c5d66, #b0b1ba);
  --line: light-dark(#e4dfd5, #3a3b42);
  --accent: light-dark(#1f5fbf, #8db8ff);
  font: 400 1rem/1.5 system-ui, sans-serif;
  color: var(--ink);
}
${accents}

dialog {
  width: min(34rem, calc(100vw - 2rem));
  max-height: calc(100dvh - 2rem);
  padding: 0;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--paper);
  box-shadow: 0 1rem 3rem #0003;
  overflow: auto;
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: #0f101466; }
dialog:focus { outline: none; }
.body { min-height: 8rem; padding: 1.5rem 1.5rem 1rem; display: grid; gap: 1rem; overflow: auto; overscroll-behavior: contain; }
.body > * { min-width: 0; }

.eyebrow { display: flex; align-items: center; gap: .6rem; margin: 0; font-weight: 600; color: var(--accent); }
.badge {
  flex: none; display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%;
  background: color-mix(in srgb, var(--accent) 14%, transparent); color: var(--accent);
}
svg { width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round;
  stroke-linejoin: round; }
h2 { margin: 0; font-size: 1.25rem; line-height: 1.35; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
.excerpts { display: grid; gap: .5rem; margin: 0; padding: 0; list-style: none; }
.excerpts li {
  padding: .6rem .9rem; border-inline-start: 3px solid var(--accent); border-radius: .25rem .6rem .6rem .25rem;
  background: color-mix(in srgb, var(--accent) 7%, transparent); overflow-wrap: anywhere; white-space: pre-line;
}
mark {
  background: color-mix(in srgb, var(--accent) 20%, transparent); color: inherit; border-radius: .2em; padding: .05em .15em;
  font-weight: 600; text-decoration: underline 2px var(--accent); text-underline-offset: .2em;
}
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.choices button {
  min-height: 2.25rem; max-width: 100%; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 1.2rem; font-size: .9375rem;
  background: color-mix(in srgb, var(--accent) 7%, transparent); color: var(--ink); text-align: start; overflow-wrap: anywhere;
}
.choices button:hover { border-color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: 0; font-size: .9375rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding-top: .75rem; }
summary { cursor: pointer; color: var(--soft); padding: .25rem 0; border-radius: .3rem; }
.reason { display: grid; gap: .6rem; padding-top: .9rem; }
label { display: grid; gap: .4rem; font-weight: 600; }
label small, .hint { font-weight: 400; font-size: .875rem; color: var(--soft); }
textarea {
  font: inherit; font-weight: 400; color: inherit; background: light-dark(#fff, #15161a); border: 1px solid var(--soft);
  border-radius: .6rem; padding: .5rem .7rem; min-height: 4.5rem; resize: vertical; width: 100%;
}
footer {
  flex: none; display: flex; flex-wrap: wrap; gap: .75rem;
  padding: 1rem 1.5rem 1.25rem; background: var(--paper); border-top: 1px solid var(--line);
}
button { font: inherit; cursor: pointer; }
footer button {
  min-height: 2.75rem; padding: .5rem 1.15rem; border-radius: .7rem; font-weight: 600;
  border: 1px solid var(--soft); background: transparent; color: var(--ink);
}
footer button.main { background: var(--ink); border-color: var(--ink); color: var(--paper); }
footer button[aria-disabled=true] { opacity: .55; cursor: default; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 75%, transparent); outline-offset: 2px; }

@media (max-width: 480px) {
  dialog { width: 100vw; max-width: none; margin: auto 0 0; border-radius: 1rem 1rem 0 0; max-height: 92dvh; }
  footer button { flex: 1 1 100%; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: rise .16s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 .5rem; } }
}
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  footer button.main { border-width: 3px; }
}

.layer {
  position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; overflow: visible;
  background: transparent; pointer-events: none;
}
.chip {
  position: fixed; display: flex; align-items: center; gap: .35rem; width: max-content; max-width: min(24rem, 90vw); min-height: 24px;
  margin: 0; padding: .1rem .6rem; border-radius: 1rem; border: 1px solid var(--accent); background: var(--paper);
  color: var(--accent); font-size: .8125rem; font-weight: 600; line-height: 1.4; pointer-events: auto;
  box-shadow: 0 1px 4px #0002;
}
.chip[hidden] { display: none; }
.chip:disabled { cursor: default; pointer-events: none; }
.voice { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mirror { position: fixed; box-sizing: border-box; overflow: hidden; forced-color-adjust: none; color: transparent; background: none; border-style: solid;
  border-color: transparent; pointer-events: none; margin: 0; }
.mirror span { text-decoration: underline wavy 1px var(--accent);
  text-decoration-skip-ink: none; }
`;
